import { listenAsOwner } from '@ketenregie/platform/db';
import { EXAMPLE_REMOVED } from '@ketenregie/tenants-server';
import { deleteRemoved, type ExamplesPlace } from './delete-removed.js';

const TRIES = 5;

/** Somebody who was still writing makes a deletion fail: then it is tried again. */
async function deleteStubbornly(place: ExamplesPlace, tell: (line: string) => void): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    try {
      if ((await deleteRemoved(place)) > 0) tell('Example data: removed, with the accounts made with it');
      return;
    } catch (error) {
      if (nth < TRIES) continue;
      tell(`Example data: not all could be deleted yet (${error instanceof Error ? error.message : String(error)}); the next start goes on.`);
      return;
    }
  }
}

/** Deletes examples as soon as somebody removes them in the portal. Returns how to stop, which waits for a deletion under way. */
export async function watchRemovals(place: ExamplesPlace, tell: (line: string) => void): Promise<() => Promise<void>> {
  let work = Promise.resolve();
  const stop = await listenAsOwner(place.ownerUrl, EXAMPLE_REMOVED, () => {
    work = work.then(() => deleteStubbornly(place, tell));
  });
  return async () => {
    await stop();
    await work;
  };
}
