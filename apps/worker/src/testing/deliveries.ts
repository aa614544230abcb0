import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How often each message was delivered, by its Message-ID: read from the receiver's own files. */
export async function deliveries(receiverDir: string): Promise<ReadonlyMap<string, number>> {
  const folder = join(receiverDir, 'mailbox');
  const counts = new Map<string, number>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.eml')) continue;
    const id = /^message-id:\s*<([^>]+)>/im.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? `none in ${name}`;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
