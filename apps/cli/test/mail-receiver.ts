import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it takes. */
export interface MailReceiver {
  readonly smtpUrl: string;
  /** Message-ID and recipient of each delivery, in order. */
  readonly kept: { readonly id: string; readonly to: string }[];
  close(): Promise<void>;
}

const headerOf = (text: string, name: string): string => new RegExp(`^${name}: <?([^>\\r\\n]+)`, 'im').exec(text)?.[1] ?? '';

export async function startMailReceiver(): Promise<MailReceiver> {
  const kept: { id: string; to: string }[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false,
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        kept.push({ id: headerOf(Buffer.concat(chunks).toString('utf8'), 'message-id'), to: session.envelope.rcptTo.map(({ address }) => address).join(',') });
        answer(null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { smtpUrl: `smtp://127.0.0.1:${port}`, kept, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
