import { createTransport } from 'nodemailer';
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
  return {
    async send(message) {
      try {
        const info = (await pool.sendMail(mailOf(from, message) as never)) as { response?: string };
        return acceptedReply(info.response);
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => {
      pool.close();
      return Promise.resolve();
    },
  };
}
