import { type MadeBackup, writeBackup } from '@ketenregie/platform/backup';
import { copyingProgress, sizeOf } from '../copying-progress.js';
import { productVersion } from '../product-version.js';
import { type Verb, onlyPositional } from '../verb.js';

const summaryOf = ({ path, bytes, header, end }: MadeBackup): object => ({
  file: path, bytes, product: header.product, madeAt: header.madeAt, migrations: header.migrations.length, tenants: header.tenants.map(({ slug }) => slug), rows: end.rows,
  tables: Object.fromEntries(end.tables.map(({ table, rows }) => [table, rows])), sha256: end.sha256,
});

/** `backup`: all tenants as they are at one moment, in one file, while everybody works on. */
export const backup: Verb = {
  usage: 'FILE [--json]',
  options: { json: { type: 'boolean' } },
  async run(args, io, { withDatabase }) {
    const path = onlyPositional(args, 'FILE');
    const made = await withDatabase([], ({ urls }) => writeBackup({ ownerUrl: urls.ownerUrl, path, product: productVersion(), onProgress: copyingProgress(io, 'Backup') }));
    if (args.values['json'] === true) io.answer(JSON.stringify(summaryOf(made)));
    else io.answer(`Wrote ${made.path}: ${made.header.tenants.length} tenants, ${made.end.rows.toLocaleString('en')} rows, ${sizeOf(made.bytes)}. Keep it as you keep the database: it holds all of it.`);
  },
};
