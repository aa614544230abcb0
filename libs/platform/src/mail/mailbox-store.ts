import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliveryLog } from './message.js';

/** The folder of the built-in mailbox: one `.eml` a delivery. */
export const mailboxFolder = (dataDir: string): string => join(dataDir, 'mailbox');

const EXTENSION = '.eml';

/** The start of the file names of a message id: its hash, for an id may hold anything. */
const keyOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 32);

const WITHOUT_ID = 'no-id';

/** The id in the header of a message; null where it has none. */
export function messageIdIn(content: Buffer): string | null {
  const end = content.indexOf('\r\n\r\n');
  const header = content.subarray(0, end < 0 ? content.length : end).toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  return /^message-id:\s*<?([^>\s]+)>?/im.exec(header)?.[1] ?? null;
}

async function fileNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(EXTENSION));
}

async function writeSafely(path: string, content: Buffer): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(content);
    // Answering 250 promises to keep it: it must be on the disk and not in the memory of a machine that may stop.
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/** Keeps a delivery under its message id and a number of its own: a second delivery of one id stands beside the first and can be seen. Returns its file name. */
export async function keepDelivery(folder: string, content: Buffer, number: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const messageId = messageIdIn(content);
  const name = `${messageId === null ? WITHOUT_ID : keyOf(messageId)}-${number}${EXTENSION}`;
  await writeSafely(join(folder, name), content);
  return name;
}

/** What the mailbox of a data folder took. Reads the folder itself, so that it answers whether or not the mailbox runs. */
export function mailboxLog(dataDir: string): DeliveryLog {
  const folder = mailboxFolder(dataDir);
  return { has: async (messageId) => (await fileNames(folder)).some((name) => name.startsWith(`${keyOf(messageId)}-`)) };
}

/** A delivery in a list. */
export interface MailboxEntry {
  readonly name: string;
  readonly receivedAt: Date;
  readonly bytes: number;
}

/** All deliveries, the latest first. */
export async function listMailbox(dataDir: string): Promise<MailboxEntry[]> {
  const folder = mailboxFolder(dataDir);
  const entries = await Promise.all(
    (await fileNames(folder)).map(async (name): Promise<MailboxEntry> => {
      const { mtime, size } = await stat(join(folder, name));
      return { name, receivedAt: mtime, bytes: size };
    }),
  );
  return entries.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime() || (a.name < b.name ? 1 : -1));
}

/** One delivery as it came, or null; a name that is no file name of the mailbox finds nothing. */
export async function readMailbox(dataDir: string, name: string): Promise<Buffer | null> {
  if (!/^[0-9a-z-]+\.eml$/.test(name)) return null;
  return readFile(join(mailboxFolder(dataDir), name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
