import type { MailMessage, MailOutcome, MailTransport } from '@ketenregie/platform/mail';

/** A transport that keeps what it is given, for specs about what is said. What a mail server does is for the ledger's spec, with a real one. */
export function recordingTransport(outcome: MailOutcome = { kind: 'accepted', reply: '250 OK' }): MailTransport & { readonly messages: MailMessage[] } {
  const messages: MailMessage[] = [];
  return {
    messages,
    async send(message, before) {
      if (before !== undefined && !(await before())) return { kind: 'deferred', reply: 'taken back' };
      messages.push(message);
      return outcome;
    },
    close: () => Promise.resolve(),
  };
}
