import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';
import { dataFolders, run } from './product.js';

const ROWS = 6_000;
const folders = dataFolders();
const dataDir = folders.make();
const list = join(dataDir, 'ketens.csv');
let server: EmbeddedPostgres;

const environment = (): NodeJS.ProcessEnv => ({ DATABASE_URL: server.ownerUrl, CLOCK: '2026-11-23' });
const command = (...args: readonly string[]) => run(dataDir, args, environment());
/** Past all walls: to look, never to stand in for the product. */
const ask = <Row>(sql: string): Promise<Row[]> => withConnection(Object.assign(new URL(server.superuserUrl), { pathname: '/ketenregie' }).toString(), async (client) => (await client.query(sql)).rows as Row[]);

beforeAll(async () => {
  server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off' } });
  expect(await command('migrate').ended).toBe(0);
  expect(await command('tenants', 'create', '--slug', 'kantoor', '--name', 'Kantoor', '--kind', 'office', '--kvk', '90000001').ended).toBe(0);
  const lines = Array.from({ length: ROWS }, (_, nr) => `Bedrijf ${nr} B.V.;${20_000_000 + nr};btw;ja;EH3;01-02-2028;`);
  writeFileSync(list, `${['Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers', ...lines].join('\n')}\n`);
}, 60_000);
afterAll(async () => {
  await server.stop();
  folders.removeAll();
});

/** All that an import brings to the register; the tenant's own company is not of it. */
const brought = async (): Promise<number> =>
  Number((await ask<{ n: string }>('select (select count(*) from company where import_id is not null) + (select count(*) from authorisation) + (select count(*) from company_version where import_id is not null) as n'))[0]?.n);

/** Waits until the database shows it. */
async function reached(moment: string): Promise<void> {
  while ((await ask(moment)).length === 0) await pause(5);
}

/** Where a command is killed: as soon as the database shows it there. */
const MOMENTS = {
  'while it stages': 'select 1 from import_page limit 1',
  'while it applies': `select 1 from import i join operation o on o.subject_id = i.id where i.state = 'staged' and o.state = 'done'`,
} as const;

describe('a command that is killed outright', () => {
  it.each(Object.entries(MOMENTS))('leaves nothing half brought in: %s', async (_, moment) => {
    await ask(`delete from import_page; delete from import_finding_group; delete from operation; delete from import`);
    const killed = command('import', list, '--tenant', 'kantoor', '--apply');
    await Promise.race([reached(moment), killed.ended.then(() => Promise.reject(new Error(`It ended before: ${killed.output()}`)))]);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    // What the dead process had open is rolled back as soon as its connection is found gone.
    while ((await ask(`select 1 from pg_stat_activity where usename = 'ketenregie_app' and state <> 'idle'`)).length > 0) await pause(20);
    expect(await brought()).toBe(0);
    expect(await ask(`select 1 from import where state = 'applied'`)).toEqual([]);
  }, 60_000);

  it('and the same file goes in whole afterwards', async () => {
    expect(await command('import', list, '--tenant', 'kantoor', '--apply').ended).toBe(0);
    expect(await brought()).toBe(3 * ROWS);
  }, 90_000);
});
