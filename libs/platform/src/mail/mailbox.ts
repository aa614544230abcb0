import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@ketenregie/kernel';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { keepDelivery, mailboxFolder } from './mailbox-store.js';

export interface MailboxOptions {
  /** 0 (the default) asks the system for a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Told of a connection that broke; nothing is lost by it that was answered with 250. */
  readonly onError?: (error: Error) => void;
}

export interface RunningMailbox {
  readonly port: number;
  readonly smtpUrl: string;
  close(): Promise<void>;
}

const MOST_BYTES = 10_000_000;

/** Where the running mailbox says how it is reached, for processes that share its data folder. */
const addressFile = (dataDir: string): string => join(mailboxFolder(dataDir), 'address');

async function readAll(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

const refusal = (message: string, responseCode: number): Error => Object.assign(new Error(message), { responseCode });

async function take(folder: string, stream: SMTPServerDataStream): Promise<string> {
  const content = await readAll(stream);
  if (content === null) throw refusal('The message is too large', 552);
  return keepDelivery(folder, content, newId());
}

/** Starts the built-in mailbox: a mail server that keeps every message as a file before it answers, and sends nothing on. For machines without a mail server. */
export async function startMailbox(dataDir: string, { port = 0, host = '127.0.0.1', onError = () => undefined }: MailboxOptions = {}): Promise<RunningMailbox> {
  const folder = mailboxFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: MOST_BYTES,
    logger: false,
    banner: 'Ketenregie mailbox',
    onData(stream, _session, answer) {
      take(folder, stream).then(
        (name) => answer(null, `kept as ${name}`),
        (error: Error & { responseCode?: number }) => {
          onError(error);
          answer(error.responseCode === undefined ? refusal('Could not be kept', 451) : error);
        },
      );
    },
  });
  server.on('error', onError);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mailbox has no port');
  const smtpUrl = `smtp://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  await writeFile(`${addressFile(dataDir)}.part`, smtpUrl, { mode: 0o600 });
  await rename(`${addressFile(dataDir)}.part`, addressFile(dataDir));
  return {
    port: address.port,
    smtpUrl,
    close: async () => {
      await rm(addressFile(dataDir), { force: true });
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** How the mailbox of a data folder is reached, or null where none runs. */
export async function mailboxAddress(dataDir: string): Promise<string | null> {
  const text = await readFile(addressFile(dataDir), 'utf8').catch(() => '');
  return URL.canParse(text) ? text : null;
}
