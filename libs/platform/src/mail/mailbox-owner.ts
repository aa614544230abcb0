import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listMailbox, type MailboxEntry, mailboxFolder, readMailbox } from './mailbox-store.js';

/** The addresses in the To header of a message, in lower case. */
export function recipientsIn(content: Buffer): readonly string[] {
  const end = content.indexOf('\r\n\r\n');
  const header = content.subarray(0, end < 0 ? content.length : end).toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  const to = /^to:(.*)$/im.exec(header)?.[1] ?? '';
  return [...to.matchAll(/[^\s<>,;:"]+@[^\s<>,;:"]+/g)].map(([address]) => address.toLowerCase());
}

/** A delivery with what it holds. */
export interface OwnDelivery extends MailboxEntry {
  readonly content: Buffer;
}

/** The deliveries to one address, the latest first: nobody reads another's. */
export async function deliveriesTo(dataDir: string, address: string, most = 200): Promise<readonly OwnDelivery[]> {
  const own: OwnDelivery[] = [];
  for (const entry of await listMailbox(dataDir)) {
    const content = await readMailbox(dataDir, entry.name);
    if (content !== null && recipientsIn(content).includes(address.toLowerCase())) own.push({ ...entry, content });
    if (own.length === most) break;
  }
  return own;
}

/** One delivery to an address as it came, or null: not there and not his look the same. */
export async function deliveryTo(dataDir: string, address: string, name: string): Promise<Buffer | null> {
  const content = await readMailbox(dataDir, name);
  return content !== null && recipientsIn(content).includes(address.toLowerCase()) ? content : null;
}

/** Deletes all deliveries to these addresses. */
export async function forgetDeliveries(dataDir: string, addresses: readonly string[]): Promise<void> {
  const gone = new Set(addresses.map((address) => address.toLowerCase()));
  if (gone.size === 0) return;
  for (const { name } of await listMailbox(dataDir)) {
    const content = await readMailbox(dataDir, name);
    if (content !== null && recipientsIn(content).some((address) => gone.has(address))) await rm(join(mailboxFolder(dataDir), name), { force: true });
  }
}
