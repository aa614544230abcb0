import { type AnyDirectoryEntry, directory, purgeTenant } from '@ketenregie/platform/db';
import { forgetDeliveries } from '@ketenregie/platform/mail';

export interface ExamplesPlace {
  readonly ownerUrl: string;
  readonly dataDir: string;
}

/** Deletes the examples that somebody removed, and what was mailed to their accounts. Returns how many. */
export async function deleteRemoved({ ownerUrl, dataDir }: ExamplesPlace): Promise<number> {
  const removed = (await directory(ownerUrl)).filter(({ state, isThere }) => state === 'removed' && isThere);
  for (const { id } of removed) await forgetDeliveries(dataDir, await purgeTenant(ownerUrl, id, { isForgotten: false }));
  return removed.length;
}

/** Takes away what a killed start left half made, and finishes removals that were asked for. Returns what was in the directory before. */
export async function tidyExamples({ ownerUrl, dataDir }: ExamplesPlace): Promise<readonly AnyDirectoryEntry[]> {
  const entries = await directory(ownerUrl);
  for (const { id, state } of entries) if (state === 'preparing') await purgeTenant(ownerUrl, id, { isForgotten: true });
  await deleteRemoved({ ownerUrl, dataDir });
  return entries;
}
