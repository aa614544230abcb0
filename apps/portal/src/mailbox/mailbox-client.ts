import { sendJson } from '@ketenregie/portal-kit';

/** A mail in the list. */
export interface MailHead {
  readonly name: string;
  readonly subject: string;
  readonly from: string;
  /** The day and time it bears; null where it has none. */
  readonly sentAt: string | null;
}

/** The viewer's own mail. */
export interface OwnMailbox {
  readonly address: string;
  readonly messages: readonly MailHead[];
}

/** One mail, opened. */
export interface OpenedMail extends MailHead {
  readonly to: string;
  readonly text: string;
  readonly hasHtml: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

const ADDRESS = '/mailbox/messages';

/** The address of a mail, or of a part of it: its page, or the file itself. */
export const mailAddress = (name: string, part: '' | '/html' | '/eml' = ''): string => `${ADDRESS}/${encodeURIComponent(name)}${part}`;

const ask = (address: string): Promise<unknown> => sendJson((...sent) => fetch(...sent), address, { method: 'GET', headers: { accept: 'application/json' } });

/** What was mailed to the viewer, the latest first. */
export const readMailbox = async (): Promise<OwnMailbox> => (await ask(ADDRESS)) as OwnMailbox;

/** One mail to the viewer. */
export const readMail = async (name: string): Promise<OpenedMail> => (await ask(mailAddress(name))) as OpenedMail;
