import type { Config } from '../config/index.js';
import { mailboxAddress } from './mailbox.js';
import { mailboxLog } from './mailbox-store.js';
import type { DeliveryLog, MailOutcome, MailTransport } from './message.js';
import { openSmtpTransport, SOCKET_TIMEOUT_MS } from './smtp-transport.js';

/** How mail leaves the product, and who can be asked what became of it. */
export interface Mail {
  readonly transport: MailTransport;
  /** Null: the mail server keeps none that we may ask. */
  readonly log: DeliveryLog | null;
  readonly from: string;
  /** Where links in a message lead. */
  readonly publicUrl: string;
  /** How long an attempt may take: longer than the transport waits. */
  readonly leaseMs: number;
}

/** The built-in mailbox answers at once or never: what a dead worker left is looked after within a minute. */
const MAILBOX_TIMEOUT_MS = 20_000;
const LEASE_FACTOR = 1.5;

const NO_SERVER: MailOutcome = { kind: 'deferred', reply: 'no mail server: neither SMTP_URL nor a running mailbox' };

/** A transport to the built-in mailbox, wherever it runs now: a restart may give it another port. */
function mailboxTransport(dataDir: string, from: string): MailTransport {
  let opened: { readonly url: string; readonly transport: MailTransport } | null = null;
  const close = async (): Promise<void> => {
    await opened?.transport.close();
    opened = null;
  };
  return {
    async send(message, before) {
      const url = await mailboxAddress(dataDir);
      if (url === null) return NO_SERVER;
      if (opened?.url !== url) {
        await close();
        opened = { url, transport: openSmtpTransport({ smtpUrl: url, from, socketTimeoutMs: MAILBOX_TIMEOUT_MS }) };
      }
      return opened.transport.send(message, before);
    },
    close,
  };
}

/** Opens mail as the product is configured: SMTP_URL, else the built-in mailbox of its data folder. */
export function openMail({ smtpUrl, dataDir, mailFrom, publicUrl }: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>): Mail {
  const shared = { from: mailFrom, publicUrl };
  if (smtpUrl !== null) return { ...shared, transport: openSmtpTransport({ smtpUrl, from: mailFrom }), log: null, leaseMs: SOCKET_TIMEOUT_MS * LEASE_FACTOR };
  return { ...shared, transport: mailboxTransport(dataDir, mailFrom), log: mailboxLog(dataDir), leaseMs: MAILBOX_TIMEOUT_MS * LEASE_FACTOR };
}
