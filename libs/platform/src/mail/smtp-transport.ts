import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { type ContentGate, contentGate } from './content-gate.js';
import type { MailMessage, MailTransport } from './message.js';
import { acceptedReply, outcomeOf } from './outcome.js';

export interface SmtpTransportOptions {
  /** `smtp://` or `smtps://`, with credentials where the server asks for them. */
  readonly smtpUrl: string;
  readonly from: string;
  /** How long a silent server is waited for. RFC 5321 (4.5.3.2.6) wants ten minutes after the last dot; a lease must be longer. */
  readonly socketTimeoutMs?: number;
  readonly maxConnections?: number;
}

export const SOCKET_TIMEOUT_MS = 600_000;
const GREETING_TIMEOUT_MS = 60_000;
const CONNECTION_TIMEOUT_MS = 30_000;
const MESSAGES_A_CONNECTION = 200;

function mailOf(from: string, message: MailMessage): Record<string, unknown> {
  return {
    from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${message.messageId}>`,
    date: message.date,
    textEncoding: 'quoted-printable',
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
      'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface Prepared {
  readonly data: { readonly gate?: ContentGate };
  readonly message: { createReadStream(): Readable };
}

/** Lets the content of a message out by its gate alone, where it has one. */
function gateContent({ data: { gate }, message }: Prepared, done: () => void): void {
  if (gate !== undefined) {
    const read = message.createReadStream.bind(message);
    message.createReadStream = () => gate.behind(read());
  }
  done();
}

/** Opens a pooled transport: one connection carries many messages. A message is never sent again by itself: that is the ledger's to decide. */
export function openSmtpTransport({ smtpUrl, from, socketTimeoutMs = SOCKET_TIMEOUT_MS, maxConnections = 2 }: SmtpTransportOptions): MailTransport {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections,
    maxMessages: MESSAGES_A_CONNECTION,
    // The pool would put a message back in its queue when its connection closes, five times over: that is resending blindly.
    maxRequeues: 0,
    socketTimeout: socketTimeoutMs,
    greetingTimeout: Math.min(GREETING_TIMEOUT_MS, socketTimeoutMs),
    connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, socketTimeoutMs),
  } as never);
  // Without a listener a connection that breaks while idle would end the process.
  pool.on('error', () => undefined);
  pool.use('stream', gateContent as never);
  return {
    async send(message, before = () => Promise.resolve(true)) {
      const gate = contentGate(before);
      try {
        const info = (await pool.sendMail({ ...mailOf(from, message), gate, signal: gate.signal } as never)) as { response?: string };
        return acceptedReply(info.response);
      } catch (error) {
        const outcome = outcomeOf(error);
        // Without a byte of the content the server has nothing, whatever was lost.
        return outcome.kind === 'unknown' && !gate.wasOpened() ? { kind: 'deferred', reply: outcome.reply } : outcome;
      }
    },
    close: () => {
      pool.close();
      return Promise.resolve();
    },
  };
}
