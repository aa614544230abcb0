import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addMember, ensureAccount } from '@ketenregie/identity-server';
import { openTenantDb, systemScope } from '@ketenregie/platform/db';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@ketenregie/platform/postgres';
import { tenantIdOf } from '@ketenregie/tenants-server';
import { knownUrls } from '../src/database-roles.js';
import { main } from '../src/main.js';
import { dataFolders, run } from './product.js';

const FIXTURES = fileURLToPath(new URL('../../../libs/exchange/domain/fixtures/', import.meta.url));
const folders = dataFolders();
const dataDir = folders.make();
let server: EmbeddedPostgres;

interface Said {
  readonly code: number | string | null;
  readonly answer: string;
  readonly output: string;
}

const environment = (): NodeJS.ProcessEnv => ({ NODE_ENV: 'development', DATA_DIR: dataDir, DATABASE_URL: server.ownerUrl, CLOCK: '2026-11-23' });

/** Runs a command line as its process does, in this one: starting thirty processes takes a minute. */
async function cli(...args: readonly string[]): Promise<Said> {
  const said = { answer: '', told: '' };
  const code = await main(args, environment(), { answer: (line) => void (said.answer += `${line}\n`), tell: (line) => void (said.told += `${line}\n`) });
  return { code, answer: said.answer, output: said.answer + said.told };
}

/** Runs it in a process of its own. */
async function process(...args: readonly string[]): Promise<Said> {
  const command = run(dataDir, args, environment());
  return { code: await command.ended, answer: command.answer(), output: command.output() };
}

/** The one JSON text a verb answers with, and nothing beside it. */
async function json<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, answer, output } = await cli(...args, '--json');
  expect([code, answer.trimEnd().split('\n').length, code === 0 ? '' : output]).toEqual([0, 1, '']);
  return JSON.parse(answer) as Answer;
}

interface Imported {
  readonly applied: boolean;
  readonly changes: { readonly created: number; readonly updated: number; readonly unchanged: number; readonly skipped: number };
}

const bring = (file: string, ...more: readonly string[]): Promise<Imported> => json('import', join(FIXTURES, file), '--tenant', 'kantoor', ...more);
const ASKED = ['access', '--tenant', 'kantoor', '--person', 'sanne.jansen@waterliniekantoor.example', '--company', '90004412', '--on', '2026-11-23'];
const LIMITED = 'beperkt@kantoor.example';

/** A member who sees one client, and that client only. */
async function makeLimitedMember(kvkNumber: string): Promise<void> {
  const db = await openTenantDb(knownUrls({ dataDir, databaseAppUrl: null, databaseQueueUrl: null }, server.ownerUrl).appUrl, { poolSize: 1 });
  try {
    const scope = systemScope(await tenantIdOf(db, 'kantoor'));
    const accountId = await ensureAccount(db, { login: LIMITED, displayName: 'Beperkt' });
    await db.write(scope, async (writer) => {
      const clients = await writer.query<{ id: string }>('select client_id as id from company where kvk_number = $1', [kvkNumber]);
      await addMember(writer, { accountId, roles: ['adviser'], clients: clients.map(({ id }) => id) });
    });
  } finally {
    await db.close();
  }
}

beforeAll(async () => {
  server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off', synchronous_commit: 'off' } });
  expect((await cli('migrate')).code).toBe(0);
}, 60_000);
afterAll(async () => {
  await server.stop();
  folders.removeAll();
});

// The verbs in the order an office types them: each stands on those before it.
describe('an office at the terminal', () => {
  it('is made once, and listed', async () => {
    const create = ['tenants', 'create', '--slug', 'kantoor', '--name', 'Kantoor Waterlinie', '--kind', 'office', '--kvk', '90000001'];
    expect(await json(...create)).toMatchObject({ slug: 'kantoor', name: 'Kantoor Waterlinie', kind: 'office', kvk: '90000001' });
    expect(await json<object[]>('tenants')).toEqual([expect.objectContaining({ slug: 'kantoor', kvk: '90000001' })]);
    expect((await cli(...create)).code).toBe(1);
  });

  it('gives somebody access once, with a password that is shown and kept nowhere', async () => {
    const add = ['members', 'add', '--tenant', 'kantoor', '--email', 'Ilse@kantoor.example', '--name', 'Ilse', '--role', 'owner'];
    const { password } = await json<{ password: string }>(...add);
    expect(password).toMatch(/^[\w-]{20}$/);
    const again = await cli(...add);
    expect([again.code, again.answer, again.output]).toEqual([1, '', expect.stringMatching(/MEMBER_KNOWN/)]);
    await json('tenants', 'create', '--slug', 'groep', '--name', 'Groep', '--kind', 'holding', '--kvk', '90000003');
    expect(await json('members', 'add', '--tenant', 'groep', '--email', 'ilse@kantoor.example', '--name', 'Ilse', '--role', 'owner')).toMatchObject({ password: null });
    expect(await json('access', '--tenant', 'kantoor', '--as', 'ilse@kantoor.example', '--person', 'Niemand', '--company', '90009998', '--service', 'bd-ob', '--on', '2026-11-23')).toMatchObject({ can: 'no' });
  });

  it('gives who forgot his password another one, shown once, and nobody who is not there', async () => {
    const [first, second] = [await json<{ password: string }>('members', 'reset-password', '--email', 'ILSE@kantoor.example'), await json<{ password: string }>('members', 'reset-password', '--email', 'ilse@kantoor.example')];
    expect([first.password, second.password]).toEqual([expect.stringMatching(/^[\w-]{20}$/), expect.not.stringContaining(first.password)]);
    const stranger = await cli('members', 'reset-password', '--email', 'niemand@kantoor.example');
    expect([stranger.code, stranger.answer, stranger.output]).toEqual([1, '', expect.stringContaining('NOT_FOUND')]);
  });

  it('sees what a file would change, and nothing is changed until it is applied', async () => {
    const shown = { applied: false, changes: { created: 11, updated: 0, unchanged: 0, skipped: 0 } };
    for (let times = 0; times < 2; times += 1) expect(await bring('staff.csv')).toMatchObject(shown);
    expect(await bring('staff.csv', '--apply')).toMatchObject({ ...shown, applied: true });
    expect(await bring('staff.csv', '--apply')).toMatchObject({ applied: true, changes: { created: 0, updated: 0, unchanged: 11 } });
  });

  it('brings its lists, whose secrets are said nowhere', async () => {
    await bring('clients.csv', '--apply');
    await bring('supplier-export-1-means.csv', '--supplier', 'reconi', '--apply');
    const { code, output } = await cli('import', join(FIXTURES, 'accountant-chains.xlsx'), '--tenant', 'kantoor', '--apply');
    expect([code, output]).toEqual([0, expect.stringMatching(/Applied: \d+ created/)]);
    const { mustNotBeStored } = JSON.parse(readFileSync(join(FIXTURES, 'accountant-chains.xlsx.expected.json'), 'utf8')) as { mustNotBeStored: string[] };
    const words = new Set(output.split(/[^0-9A-Za-z!-]+/));
    expect(mustNotBeStored.filter((secret) => words.has(secret))).toEqual([]);
  });

  it('gets an answer about a service, and one a service about a provider', async () => {
    expect(await json(...ASKED, '--service', 'bd-ob')).toMatchObject({ can: 'yes', may: 'yes', certainty: 'as-far-as-known', firstBreak: null });
    const answers = await json<{ can: string }[]>(...ASKED, '--service', 'belastingdienst');
    expect([Array.isArray(answers), answers.length > 1]).toEqual([true, true]);
    expect(await json(...ASKED, '--service', 'bd-ob', '--known-at', '2020-01-01T00:00:00Z')).toMatchObject({ can: 'no', firstBreak: { code: 'company-unknown' } });
  });
});

describe('a member of some clients', () => {
  beforeAll(() => makeLimitedMember('90004412'));

  it('is answered about his own client, and about another as about none', async () => {
    const as = ['--service', 'bd-ob', '--as', LIMITED] as const;
    const other = ASKED.map((word) => (word === '90004412' ? '68750110' : word));
    const [own, others, nobodys] = await Promise.all([json(...ASKED, ...as), json(...other, ...as), json(...other.map((word) => (word === '68750110' ? '90999999' : word)), ...as)]);
    expect(own).toMatchObject({ can: 'yes' });
    expect(others).toMatchObject({ can: 'no', firstBreak: { code: 'company-unknown' } });
    expect(others).toEqual(nobodys);
  });

  it('brings no file, and nobody acts as somebody who is no member', async () => {
    const brought = await cli('import', join(FIXTURES, 'staff.csv'), '--tenant', 'kantoor', '--apply', '--as', LIMITED);
    expect([brought.code, brought.answer, brought.output]).toEqual([1, '', expect.stringContaining('FORBIDDEN')]);
    const stranger = await cli(...ASKED, '--service', 'bd-ob', '--as', 'niemand@kantoor.example');
    expect([stranger.code, stranger.answer, stranger.output]).toEqual([1, '', expect.stringContaining('NOT_FOUND')]);
  });
});

describe('the queues', () => {
  interface Health {
    readonly queue: { readonly waiting: number; readonly active: number; readonly failed: number; readonly schedules: readonly object[] };
    readonly work: { readonly tenants: number; readonly outboxWaiting: number; readonly mailWaiting: number; readonly sendingHeld: number };
  }

  it('are told in numbers of all tenants together, as JSON and to people, and name nobody', async () => {
    const before = await json<Health>('queues');
    expect(before).toMatchObject({ queue: { waiting: 0, active: 0, failed: 0, schedules: [] }, work: { tenants: 2, mailWaiting: 0, sendingHeld: 0 } });
    // What the imports announced waits for a worker: none runs here.
    expect(before.work.outboxWaiting).toBeGreaterThan(0);
    await json('sending', 'hold');
    expect((await json<Health>('queues')).work).toEqual({ ...before.work, sendingHeld: 2 });
    const said = await cli('queues');
    expect([said.code, said.answer]).toEqual([0, expect.stringMatching(new RegExp(`^queue +0 waiting [^]*^outbox +${before.work.outboxWaiting} waiting [^]*^mail .*held for 2 of 2 tenants$`, 'm'))]);
    expect(said.answer).not.toMatch(/kantoor|@/i);
    await json('sending', 'release');
    expect((await json<Health>('queues')).work).toEqual(before.work);
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv, number, RegExp]>([
    ['an argument', ['queues', 'all'], {}, 2, /queues takes nothing, or retry ID[^]*Usage: queues/],
    ['a job that never failed', ['queues', 'retry', 'nergens'], {}, 1, /A failed job nergens/],
    ['a queue out of reach, which is no failure of the verb', ['queues'], { REDIS_URL: 'redis://127.0.0.1:1' }, 0, /^queue +does not answer\noutbox /],
  ])('say it of %s', async (_, args, more, code, words) => {
    const said = { text: '' };
    const tell = (line: string): void => void (said.text += `${line}\n`);
    expect([await main(args, { ...environment(), ...more }, { answer: tell, tell }), said.text]).toEqual([code, expect.stringMatching(words)]);
  });
});

describe('a process', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['answers in JSON alone', ['tenants', '--json'], 0, /^\[\{.*\}\]\n$/],
    ['refuses on standard error', ['access', '--tenant', 'elders', '--person', 'x', '--company', '90004412', '--service', 'bd-ob', '--on', '2026-11-23', '--json'], 1, /^$/],
    ['says how it is used on standard error', ['access', '--json'], 2, /^$/],
  ])('%s', async (_, args, code, answer) => {
    const said = await process(...args);
    expect([said.code, said.answer]).toEqual([code, expect.stringMatching(answer)]);
    expect(said.output).not.toBe('');
  });
});

describe('what cannot be done', () => {
  const twins = join(dataDir, 'twins.csv');
  const importOf = (file: string, ...more: readonly string[]): string[] => ['import', join(FIXTURES, file), '--tenant', 'kantoor', '--apply', '--json', ...more];

  it.each<[string, readonly string[], number, RegExp]>([
    ['an office that is not there', ['access', '--tenant', 'elders', '--person', 'x', '--company', '90004412', '--service', 'bd-ob', '--on', '2026-11-23', '--json'], 1, /NOT_FOUND/],
    ['a day that is none', [...ASKED.slice(0, -1), '2026-02-30', '--service', 'bd-ob', '--json'], 1, /INVALID_INPUT/],
    ['an instant that is none', [...ASKED, '--service', 'bd-ob', '--known-at', 'gisteren', '--json'], 1, /INVALID_INPUT/],
    ['a file that is not there', importOf('niet-daar.csv'), 1, /FILE_NOT_FOUND/],
    ['a file that is no spreadsheet', importOf('hostile/renamed-pdf.xlsx'), 1, /FILE_REFUSED/],
    ['means of a supplier that is not named', importOf('supplier-export-1-means.csv'), 1, /SUPPLIER_NEEDED/],
    ['a kind that is none', importOf('staff.csv', '--kind', 'stapel'), 2, /Usage: import/],
    ['no file', ['import', '--tenant', 'kantoor'], 2, /FILE is missing/],
    ['two files', ['import', 'a.csv', 'b.csv', '--tenant', 'kantoor'], 2, /one FILE only/],
    ['no company', ['access', '--tenant', 'kantoor', '--person', 'x', '--service', 'bd-ob', '--on', '2026-11-23'], 2, /--company is missing/],
    ['a company of seven digits', ['access', '--tenant', 'kantoor', '--person', 'x', '--company', '9000441', '--service', 'bd-ob', '--on', '2026-11-23'], 2, /eight digits/],
    ['a role that is none', ['members', 'add', '--tenant', 'kantoor', '--email', 'a@b.example', '--name', 'A', '--role', 'baas'], 2, /--role is one of/],
    ['an outside contact of all clients', ['members', 'add', '--tenant', 'kantoor', '--email', 'a@b.example', '--name', 'A', '--role', 'client-contact'], 2, /--role is one of/],
    ['an office of no kind', ['tenants', 'create', '--slug', 'a', '--name', 'A', '--kind', 'club', '--kvk', '90000002'], 2, /--kind is one of/],
    ['an office of no number', ['tenants', 'create', '--slug', 'abc', '--name', 'A', '--kind', 'office', '--kvk', '9'], 1, /INVALID_INPUT/],
  ])('is said of %s on standard error, with its exit code and nothing on standard output', async (_, args, code, reason) => {
    const said = await cli(...args);
    expect([said.code, said.answer, said.output]).toEqual([code, '', expect.stringMatching(reason)]);
    expect(said.output).not.toMatch(/\n {4}at /);
  });

  it('is said of a name that two people have', async () => {
    writeFileSync(twins, 'Naam;E-mail;Functie\nJan Tweeling;jan1@kantoor.example;stagiair\nJan Tweeling;jan2@kantoor.example;stagiair\n');
    expect(await json<Imported>('import', twins, '--tenant', 'kantoor', '--apply')).toMatchObject({ changes: { created: 2 } });
    const asked = ['access', '--tenant', 'kantoor', '--company', '90004412', '--service', 'bd-ob', '--on', '2026-11-23', '--json', '--person'];
    const [named, addressed] = await Promise.all([cli(...asked, 'Jan Tweeling'), cli(...asked, 'jan1@kantoor.example')]);
    expect([named.code, named.answer, named.output]).toEqual([1, '', expect.stringContaining('PERSON_AMBIGUOUS')]);
    expect(addressed.code).toBe(0);
  });
});

describe('a supplier\'s overview', () => {
  const HEADER = 'Ketenmachtiging-id;KvK machtiginggever;Naam machtiginggever;KvK intermediair;Dienstverlener;Dienst;Betrouwbaarheidsniveau;Ingangsdatum;Einddatum;Status';
  const overview = async (status: string): Promise<Imported['changes']> => {
    const path = join(dataDir, 'overzicht.csv');
    writeFileSync(path, `${HEADER}\nKM-1;90001036;Korenschoof Bakkerij B.V.;90000005;Belastingdienst;Loonheffingen;EH3;2024-12-06;2028-12-05;${status}\n`);
    return (await json<Imported>('import', path, '--tenant', 'einde', '--supplier', 'reconi', '--kind', 'chain-authorisations', '--apply')).changes;
  };

  it('ends the right that it says was ended, once, and opens it again when it says so', async () => {
    await json('tenants', 'create', '--slug', 'einde', '--name', 'Kantoor Einde', '--kind', 'office', '--kvk', '90000005');
    expect(await overview('Actief')).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0 });
    expect(await overview('Beëindigd')).toEqual({ created: 0, updated: 1, unchanged: 1, skipped: 0 });
    expect(await overview('Beëindigd')).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 0 });
    expect(await overview('Actief')).toEqual({ created: 0, updated: 1, unchanged: 1, skipped: 0 });
  });
});

describe('a reader who has seen enough', () => {
  it('ends nothing with a failure: the answer goes nowhere and the work is done', async () => {
    const command = run(dataDir, ['help'], environment());
    command.child.stdout?.destroy();
    expect(await command.ended).toBe(0);
    expect(command.output()).toBe('');
  });
});
