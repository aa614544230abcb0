import { holdSending } from '@ketenregie/notices-server';
import { checkBackup, type RestoredBackup, restoreBackup } from '@ketenregie/platform/backup';
import { copyingProgress } from '../copying-progress.js';
import { type Verb, onlyPositional } from '../verb.js';
import { withOwnerAlone } from '../with-owner.js';

const summaryOf = ({ header, end }: RestoredBackup, restored: boolean): object => ({
  restored, product: header.product, madeAt: header.madeAt, tenants: header.tenants.map(({ slug }) => slug), rows: end.rows, sending: restored ? 'held' : null,
});

const sentence = ({ header, end }: RestoredBackup): string => `${header.tenants.length} tenants, ${end.rows.toLocaleString('en')} rows, as they were at ${header.madeAt} (Ketenregie ${header.product})`;

const NEXT = 'Sending is held: what was mailed since then is not known. Start the product, look, and release it: npm run --silent cli -- sending release';

/** `restore`: a backup into an empty database, whole or not at all; with `--check` the file is read to its end and nothing is changed. */
export const restore: Verb = {
  usage: 'FILE [--check] [--json]',
  options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(args, io, { environment }) {
    const path = onlyPositional(args, 'FILE');
    const isJson = args.values['json'] === true;
    if (args.values['check'] === true) {
      const found = await checkBackup(path);
      io.answer(isJson ? JSON.stringify(summaryOf(found, false)) : `The backup is whole: ${sentence(found)}.`);
      return;
    }
    // Before a server is started for it: most refusals are about the file.
    await checkBackup(path);
    const restored = await withOwnerAlone(environment, (ownerUrl) =>
      restoreBackup({ ownerUrl, path, onProgress: copyingProgress(io, 'Restore'), inTenant: (reader, { madeAt }) => holdSending(reader, `restored from a backup of ${madeAt}`) }),
    );
    if (isJson) io.answer(JSON.stringify(summaryOf(restored, true)));
    else [`Restored ${sentence(restored)}.`, NEXT].forEach((line) => io.answer(line));
  },
};
