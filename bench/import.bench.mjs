// A csv list of chains read, checked by all rules and staged, beside reading and staging the same file without a rule, and beside COPY.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newId } from '../libs/kernel/dist/index.js';
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { systemScope } from '../libs/platform/dist/db/index.js';
import { SHIPPED_CATALOGUE } from '../libs/catalogue/domain/dist/index.js';
import { openFile, openCsv, readFileBytes } from '../libs/exchange/server/dist/files/index.js';
import { beginImport } from '../libs/exchange/server/dist/index.js';
import { writeXlsx } from '../libs/exchange/server/dist/exports/write-xlsx.js';
import { stageReadings } from '../libs/exchange/server/dist/staging/stage-reading.js';
import { inTurns, row } from './pairs.mjs';

const SERVICES = ['btw', 'BD loonheffingen', 'UWV ziekmelden', 'Mijn Douane'];

function listOf(rows) {
  const lines = ['Klantnummer;Klantnaam;KvK-nummer;Dienst(en);Ketenmachtiging;Niveau;Leverancier klant;Afgegeven op;Geldig tot;Gekoppelde medewerkers'];
  for (let nr = 0; nr < rows; nr += 1) lines.push(`${10_000 + nr};Bedrijf ${nr} B.V.;${String(10_000_000 + nr)};${SERVICES[nr % 4]};ja;EH3;KPN;01-02-2024;${1 + (nr % 28)}-03-2028;`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

async function copyAll(client, bytes) {
  await client.query('create temporary table if not exists copied (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text)');
  await client.query('truncate copied');
  await pipeline(Readable.from([bytes]), client.query(copyFrom("copy copied from stdin with (format csv, header, delimiter ';')")));
}

/** Our own parser and our own staging, with a thing a row and no rule in between. */
async function stageWithoutRules({ db, scope }, bytes) {
  const place = { db, scope, importId: newId() };
  await db.write(scope, (writer) =>
    writer.query(`insert into import (id, kind, file_name, file_hash, file_bytes, reference_on, created_by) values ($1, 'clients', 'x', repeat('0', 64), 0, '2026-11-23', 'system')`, [place.importId]),
  );
  const { rows } = await openCsv(Readable.from([bytes]));
  await stageReadings(place, bareReadings(rows), async () => undefined);
}

async function* bareReadings(rows) {
  const nothing = { companies: [], people: [], means: [], authorisations: [], findings: [], ignoredRows: [] };
  for await (const some of rows) yield Array.from(some, ({ number, cells }) => ({ ...nothing, means: [{ row: number, cells: cells.map((cell) => cell?.text ?? null), blocked: false }] }));
}

async function stageWithRules(db, scope, bytes) {
  const { finish } = await beginImport(db, scope, { name: 'k.csv', bytes, referenceOn: '2026-11-23' });
  await finish();
}

/** The rows of a text as an xlsx. */
async function xlsxOf(bytes) {
  const [header, ...lines] = bytes.toString().trim().split('\n').map((line) => line.split(';'));
  const parts = [];
  for await (const part of writeXlsx({ title: 'Klanten', columns: header.map((title) => ({ title, width: 20 })), rows: Readable.from(lines) })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** By how many megabytes the process grew at most while some work ran. */
async function growthOf(work) {
  globalThis.gc?.();
  const from = process.memoryUsage.rss();
  let most = from;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  await work();
  clearInterval(watch);
  return Math.round((most - from) / 1024 / 1024);
}

async function rulesOnXlsx(size) {
  const bytes = await xlsxOf(listOf(size));
  const context = { referenceOn: '2026-11-23', catalogue: SHIPPED_CATALOGUE };
  const medians = await inTurns(3, {
    bare: () => readFileBytes(bytes, 'k.xlsx'),
    rules: async () => {
      const { readings } = await openFile({ bytes }, { name: 'k.xlsx', context });
      for await (const some of readings) for (const reading of some) void reading;
    },
  });
  const rate = (ms) => `${Math.round((size / ms) * 1000).toLocaleString('en')} rows/s`;
  console.log(`${size.toLocaleString('en')} rows of xlsx`);
  row('  parsed alone', rate(medians.bare), { ratio: 1 });
  row('  parsed and judged by all rules', rate(medians.rules), { ratio: medians.bare / medians.rules, goal: '>= 0.6' });
}

export default async function importBench(args) {
  const sizes = args.length > 0 ? args.map(Number) : [10_000, 50_000];
  const database = await createTestDatabase();
  const db = await database.open();
  const tenantId = '00000000-0000-7000-8000-000000000001';
  await database.asAdmin(`insert into tenant_directory (id, slug) values ($1, 'bench')`, [tenantId]);
  await database.asAdmin(`insert into tenant (tenant_id, name, kind) values ($1, 'Bench', 'office')`, [tenantId]);
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const place = { db, scope: systemScope(tenantId) };
  for (const size of sizes) {
    const bytes = listOf(size);
    const medians = await inTurns(3, {
      copy: () => copyAll(client, bytes),
      plain: () => stageWithoutRules(place, bytes),
      ours: () => stageWithRules(db, place.scope, bytes),
    });
    const rate = (ms) => `${Math.round((size / ms) * 1000).toLocaleString('en')} rows/s`;
    console.log(`${size.toLocaleString('en')} rows`);
    row('  COPY of the file', rate(medians.copy), { ratio: 1 });
    row('  parsed and staged without rules', rate(medians.plain), { ratio: medians.copy / medians.plain });
    row('  ours beside COPY', rate(medians.ours), { ratio: medians.copy / medians.ours, goal: '>= 0.08' });
    row('  ours beside the same without rules', rate(medians.ours), { ratio: medians.plain / medians.ours, goal: '>= 0.5' });
  }
  await rulesOnXlsx(sizes[0]);
  const [small, large] = [listOf(sizes[0]), listOf(sizes.at(-1))];
  const growths = [await growthOf(() => stageWithRules(db, place.scope, small)), await growthOf(() => stageWithRules(db, place.scope, large))];
  console.log(`memory grew by ${growths[0]} MB for ${sizes[0].toLocaleString('en')} rows, by ${growths[1]} MB for ${sizes.at(-1).toLocaleString('en')}`);
  await client.end();
  await database.drop();
}
