import { type AddressObject, simpleParser } from 'mailparser';

/** A message as a person reads it. */
export interface ReadMail {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: Date | null;
  readonly text: string;
  /** The HTML as it was sent; null where it has none. */
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

const addressText = (field: AddressObject | AddressObject[] | undefined): string => (Array.isArray(field) ? field : field === undefined ? [] : [field]).map(({ text }) => text).join(', ');

/** `List-Unsubscribe: <...>` as name and value; folded lines are joined. */
function headerOf(line: string): { readonly name: string; readonly value: string } {
  const at = line.indexOf(':');
  return { name: line.slice(0, at), value: line.slice(at + 1).replace(/\r?\n[ \t]+/g, ' ').trim() };
}

/** Reads a message as it came. */
export async function readMail(content: Buffer): Promise<ReadMail> {
  const { subject = '', from, to, date, text = '', html, headerLines } = await simpleParser(content, { skipTextToHtml: true, skipImageLinks: true });
  return { subject, from: addressText(from), to: addressText(to), sentAt: date ?? null, text, html: typeof html === 'string' ? html : null, headers: headerLines.map(({ line }) => headerOf(line)) };
}

/** Reads the head of a message alone: what a list shows of it. */
export async function readMailHead(content: Buffer): Promise<Pick<ReadMail, 'subject' | 'from' | 'sentAt'>> {
  const end = content.indexOf('\r\n\r\n');
  const { subject, from, sentAt } = await readMail(end < 0 ? content : content.subarray(0, end + 4));
  return { subject, from, sentAt };
}
