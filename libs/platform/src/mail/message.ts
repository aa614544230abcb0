import type { BeforeContent } from './content-gate.js';

/** A message to one person. One recipient each: with two, a refusal of one of them counts as success (nodemailer, measured). */
export interface MailMessage {
  /** Without angle brackets; the same at each attempt, so that a second delivery can be told. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The day and time it bears; the product's clock. */
  readonly date: Date;
  /** Where one click ends these messages (RFC 8058), and a page for people who read the header. */
  readonly unsubscribeUrl: string;
  readonly language: 'nl' | 'en';
}

/** What the mail server answered: nothing at all is *unknown*, for it may have the message (measured: lost before and after the last dot look alike). */
export type MailOutcome =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'deferred'; readonly reply: string }
  | { readonly kind: 'refused'; readonly reply: string }
  | { readonly kind: 'unknown'; readonly reply: string };

/** Hands messages to a mail server. Never throws for what a server says or does not say. */
export interface MailTransport {
  /** `before` is asked once the server wants the content, before its first byte: from then on it may have the message. False takes it back. */
  send(message: MailMessage, before?: BeforeContent): Promise<MailOutcome>;
  close(): Promise<void>;
}

/** What a mail server knows to have taken: asked where an outcome is unknown. The built-in mailbox has one; a plain mail server has none. */
export interface DeliveryLog {
  /** Whether it took a message with this id. */
  has(messageId: string): Promise<boolean>;
}

/** The id of a message about something, derived from its id and the sender's domain: the same for ever. */
export function messageIdOf(kind: string, id: string, from: string): string {
  const domain = /@([^\s<>@]+?)>?$/.exec(from.trim())?.[1] ?? 'localhost';
  return `${kind}.${id}@${domain}`;
}
