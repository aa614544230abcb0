// An import of chains previewed, applied and undone, beside a plain `insert ... select` of as many rows into tables of the same shape and indexes.
// npm run bench -- apply [ROWS ...]
import pg from 'pg';
import { authorisationRows } from '../libs/authorisations/server/dist/index.js';
import { catalogueRows } from '../libs/catalogue/server/dist/index.js';
import { recordOwnCompany } from '../libs/companies/server/dist/index.js';
import { applyImport, beginImport, previewImport, undoImport } from '../libs/exchange/server/dist/index.js';
import { systemScope } from '../libs/platform/dist/db/index.js';
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { createTenant, tenantRows } from '../libs/tenants/server/dist/index.js';
import { median, row, timed } from './pairs.mjs';

const DAY = '2026-11-23';
const SERVICES = ['btw', 'BD loonheffingen', 'UWV ziekmelden', 'Mijn Douane'];
const TABLES = ['client', 'company', 'company_version', 'authorisation', 'authorisation_version', 'authorisation_target'];

/** A list in which each row is a chain of a company of its own. */
function listOf(rows) {
  const lines = ['Klantnummer;Klantnaam;KvK-nummer;Dienst(en);Ketenmachtiging;Niveau;Leverancier klant;Afgegeven op;Geldig tot;Gekoppelde medewerkers'];
  for (let nr = 0; nr < rows; nr += 1) lines.push(`${10_000 + nr};Bedrijf ${nr} B.V.;${String(10_000_000 + nr)};${SERVICES[nr % 4]};ja;EH3;KPN;01-02-2024;${1 + (nr % 28)}-03-2028;`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

let offices = 0;

/** An office of its own with the list read and not applied yet. */
async function staged(db, bytes) {
  offices += 1;
  const { id } = await createTenant(db, { slug: `bench-${offices}`, name: 'Bench', kind: 'office', kvkNumber: '90000011' }, (writer, company) => recordOwnCompany(writer, company, DAY));
  const scope = systemScope(id);
  const { importId, finish } = await beginImport(db, scope, { name: 'k.csv', bytes, referenceOn: DAY });
  await finish();
  return { scope, importId };
}

/** What an office has, once more into tables without walls, foreign keys and triggers. */
async function copyRows(client, tenantId) {
  await client.query('begin');
  for (const table of TABLES) await client.query(`insert into plain_${table} select * from ${table} where tenant_id = $1`, [tenantId]);
  await client.query('commit');
}

async function round({ db, client }, bytes, times) {
  const { scope, importId } = await staged(db, bytes);
  times.preview.push(await timed(() => previewImport(db, scope, importId)));
  times.apply.push(await timed(() => db.write(scope, (writer) => applyImport(writer, importId))));
  times.plain.push(await timed(() => copyRows(client, scope.tenantId)));
  times.undo.push(await timed(() => db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }))));
  for (const table of TABLES) await client.query(`truncate plain_${table}`);
}

export default async function applying(args) {
  const sizes = args.length > 0 ? args.map(Number) : [10_000, 100_000];
  const database = await createTestDatabase();
  const db = await database.open({ rows: [...tenantRows, ...catalogueRows, ...authorisationRows] });
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  for (const table of TABLES) await client.query(`create table plain_${table} (like ${table} including all)`);
  const place = { db, client };
  await round(place, listOf(1_000), { preview: [], apply: [], plain: [], undo: [] });
  const perRow = [];
  for (const size of sizes) {
    const bytes = listOf(size);
    const times = { preview: [], apply: [], plain: [], undo: [] };
    for (let nr = 0; nr < (size > 20_000 ? 1 : 3); nr += 1) await round(place, bytes, times);
    const [preview, apply, plain, undo] = [times.preview, times.apply, times.plain, times.undo].map(median);
    console.log(`${size.toLocaleString('en')} chains`);
    const line = (what, ms, goal) => row(`  ${what}`, `${(ms / 1000).toFixed(1)} s`, { ratio: ms / plain, goal });
    line('plain insert of the same rows', plain);
    line('applied', apply);
    line('previewed: what would change', preview);
    line('undone', undo);
    perRow.push([apply, undo].map((ms) => ms / plain));
  }
  const [first, last] = [perRow[0], perRow.at(-1)];
  console.log(`linear from ${sizes[0].toLocaleString('en')} to ${sizes.at(-1).toLocaleString('en')} (ratio of the ratios, 1 is as the plain insert): applied ${(last[0] / first[0]).toFixed(2)}, undone ${(last[1] / first[1]).toFixed(2)}`);
  await client.end();
  await database.drop();
}
