// A csv list of chains read, checked by all rules and staged, beside reading and staging the same file without a rule, and beside COPY.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { systemScope } from '../libs/platform/dist/db/index.js';
import { stageImport } from '../libs/exchange/server/dist/index.js';
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

async function stageWithoutRules(client, bytes) {
  await client.query('create temporary table if not exists staged (id uuid primary key, item jsonb)');
  await client.query('truncate staged');
  const records = parse(bytes, { delimiter: ';', columns: true });
  for (let at = 0; at < records.length; at += 2_000) {
    await client.query('insert into staged select gen_random_uuid(), item from unnest($1::jsonb[]) as item', [records.slice(at, at + 2_000).map((record) => JSON.stringify(record))]);
  }
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
  for (const size of sizes) {
    const bytes = listOf(size);
    const medians = await inTurns(3, {
      copy: () => copyAll(client, bytes),
      plain: () => stageWithoutRules(client, bytes),
      ours: () => stageImport(db, systemScope(tenantId), { name: 'k.csv', bytes, referenceOn: '2026-11-23' }),
    });
    const rate = (ms) => `${Math.round((size / ms) * 1000).toLocaleString('en')} rows/s`;
    console.log(`${size.toLocaleString('en')} rows`);
    row('  COPY of the file', rate(medians.copy), { ratio: 1 });
    row('  parsed and staged without rules', rate(medians.plain), { ratio: medians.copy / medians.plain });
    row('  ours beside COPY', rate(medians.ours), { ratio: medians.copy / medians.ours, goal: '>= 0.08' });
    row('  ours beside the same without rules', rate(medians.ours), { ratio: medians.plain / medians.ours, goal: '>= 0.5' });
  }
  await client.end();
  await database.drop();
}
