// Freezes the database of a landing as a fixture, so that a later build can be tried on what an earlier one left behind:
//   git worktree add ../landing COMMIT && npm ci && npm run build    (this folder copied into it, where that landing lacks it)
//   node tools/landings/freeze.mjs EMPTY_FOLDER apps/cli/test/landings/NAME
// EMPTY_FOLDER becomes a data folder filled by that landing's own command line. Written are NAME.jsonl.gz, the statements of its migrations as they
// were run and the rows of every table, and NAME.expected.json, what its command line then answers.
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { createGzip } from 'node:zlib';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { answersOf, fill } from './fill.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = (path) => import(pathToFileURL(join(root, path)).href);

/** The statements of all migrations as this build runs them, recorded on an empty database. */
async function recordMigrations(ownerUrl) {
  const { migrations } = await built('libs/platform/dist/db/migrations/index.js');
  const statements = [];
  const nothing = () => undefined;
  const logger = { logQuery: (sql, values) => statements.push({ sql, values: values ?? [] }), logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'schema_migration', logging: ['query'], logger });
  await dataSource.initialize();
  await dataSource.runMigrations({ transaction: 'each' });
  await dataSource.destroy();
  return statements.filter(({ sql }) => !/^\s*(select|show|start transaction|commit)\b/i.test(sql));
}

const TABLES = `select c.relname as name, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration' order by 1`;

const quote = (name) => `"${name}"`;

async function rowsOf(client, { name, columns }) {
  const { rows } = await client.query(`select array[${columns.map((column) => `${quote(column)}::text`).join(', ')}] as row from ${quote(name)} order by 1`);
  return rows.map(({ row }) => row);
}

async function writeFixture(file, { statements, client }) {
  const { rows: tables } = await client.query(TABLES);
  const gzip = createGzip({ level: 9 });
  const out = gzip.pipe(createWriteStream(file));
  for (const statement of statements) gzip.write(`${JSON.stringify(statement)}\n`);
  for (const table of tables) gzip.write(`${JSON.stringify({ table: table.name, columns: table.columns, rows: await rowsOf(client, table) })}\n`);
  gzip.end();
  await once(out, 'close');
}

const [folder, target] = process.argv.slice(2).map((path) => resolve(path));
await fill(folder);
const expected = answersOf(folder);
const { startEmbeddedPostgres } = await built('libs/platform/dist/postgres/index.js');
const server = await startEmbeddedPostgres(folder);
const at = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();
const admin = new pg.Client({ connectionString: at(server.superuserUrl, 'ketenregie') });
await admin.connect();
await admin.query('create database empty_landing owner ketenregie_owner');
const statements = await recordMigrations(at(server.ownerUrl, 'empty_landing'));
await writeFixture(`${target}.jsonl.gz`, { statements, client: admin });
writeFileSync(`${target}.expected.json`, `${JSON.stringify(expected, null, 1)}\n`);
await admin.query('drop database empty_landing');
await admin.end();
await server.stop();
