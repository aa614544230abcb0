import { newId } from '@ketenregie/kernel';
import { type TestDatabase, createTestDatabase, insertSql, plantTwoTenants, freshCopy, type TenantWorld } from '../testing/index.js';
import { type Scope, type TenantDb, factsVersion } from './index.js';

let database: TestDatabase;
let db: TenantDb;
let theirs: TenantWorld;
let ours: TenantWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ poolSize: 8 });
  ({ theirs, ours } = await plantTwoTenants(database, db));
});
afterAll(() => database.drop());

const versionOf = ({ everything }: TenantWorld): Promise<string | null> => db.read(everything, factsVersion);
const both = (): Promise<(string | null)[]> => Promise.all([versionOf(theirs), versionOf(ours)]);

const UPDATED = ['tenant', 'company', 'company_version', 'service', 'person', 'person_version', 'means', 'means_version', 'authorisation', 'authorisation_version', 'authorisation_change'];
const ADDED = ['authorisation_target', 'authorisation_change_step'];
const NO_FACTS = ['task', 'member', 'audit_head', 'import', 'outbox', 'notice', 'review_round'];

const touch = (scope: Scope, table: string): Promise<unknown> =>
  db.write(scope, (writer) => writer.query(`update ${table} set tenant_id = tenant_id where ctid = (select min(ctid) from ${table})`));

describe('the version of a tenant\'s facts', () => {
  it.each(UPDATED)('is another one after %s was changed, and of that tenant alone', async (table) => {
    const [before, oursBefore] = await both();
    await touch(theirs.everything, table);
    const [after, oursAfter] = await both();
    expect(after).not.toBe(before);
    expect(oursAfter).toBe(oursBefore);
  });

  it.each(ADDED)('is another one after %s was added to', async (table) => {
    const before = await versionOf(theirs);
    const row = theirs.rows.find((each) => each.table === table);
    const { sql, values } = insertSql(freshCopy(row ?? { table, values: {} }));
    await db.write(theirs.everything, (writer) => writer.query(sql, values));
    expect(await versionOf(theirs)).not.toBe(before);
  });

  it.each(NO_FACTS)('is the same after %s was changed: no answer depends on it', async (table) => {
    const before = await versionOf(theirs);
    await touch(theirs.everything, table);
    expect(await versionOf(theirs)).toBe(before);
  });

  it('is the same after a write that was taken back, and for a member of one client', async () => {
    const before = await versionOf(theirs);
    const writing = db.write(theirs.limited, async (writer) => {
      await writer.query('update company set search_text = search_text');
      throw new Error('on purpose');
    });
    await expect(writing).rejects.toThrow('on purpose');
    expect(await versionOf(theirs)).toBe(before);
    expect(await db.read(theirs.limited, factsVersion)).toBe(before);
  });

  it('is none for who sees no tenant, and changes for everybody when somebody writes past the walls', async () => {
    expect(await db.read({ ...theirs.everything, tenantId: newId() }, factsVersion)).toBeNull();
    const before = await both();
    await database.asAdmin(`update person set search_text = 'by hand' where false`);
    const after = await both();
    expect(after.filter((version, nr) => version === before[nr])).toEqual([]);
  });

  it('tells that a catalogue was published', async () => {
    const before = await versionOf(theirs);
    await database.asAdmin(`insert into catalogue_version (version, content_hash) values (900500, 'next')`);
    expect(await versionOf(theirs)).not.toBe(before);
  });
});

/** Opens a write, does it, and holds it open until told: `end` commits. */
async function heldWrite(text: string): Promise<{ end(): Promise<void> }> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let wrote: () => void = () => undefined;
  const written = new Promise<void>((resolve) => (wrote = resolve));
  const ended = db.write(theirs.everything, async (writer) => {
    await writer.query('insert into person (id, search_text) values ($1, $2)', [newId(), text]);
    wrote();
    await held;
  });
  await written;
  return { end: () => (release(), ended) };
}

describe('writers at once', () => {
  it('do not wait for one another, and each is told when it is seen, in whatever order they end', async () => {
    const versions = [await versionOf(theirs)];
    const first = await heldWrite('first');
    const second = await heldWrite('second');
    versions.push(await versionOf(theirs));
    await second.end();
    versions.push(await versionOf(theirs));
    await first.end();
    versions.push(await versionOf(theirs));
    await touch(theirs.everything, 'person');
    versions.push(await versionOf(theirs));
    expect(versions[1]).toBe(versions[0]);
    expect(new Set(versions).size).toBe(4);
  });

  it('never give one version to two states of the facts', async () => {
    const SEEN = `select coalesce(string_agg(search_text, ',' order by search_text), '') as texts from person where search_text like 'w%'`;
    const factsOf = new Map<string, Set<string>>();
    let isOver = false;
    const reading = Array.from({ length: 3 }, async () => {
      while (!isOver) {
        await db.read(theirs.everything, async (reader) => {
          const [version, rows] = [await factsVersion(reader), await reader.query<{ texts: string }>(SEEN)];
          factsOf.set(version ?? '', (factsOf.get(version ?? '') ?? new Set()).add(rows[0]?.texts ?? ''));
        });
      }
    });
    const writing = Array.from({ length: 4 }, async (_, nr) => {
      for (let turn = 0; turn < 40; turn += 1) {
        const id = newId();
        const work = db.write(theirs.everything, async (writer) => {
          await writer.query('insert into person (id, search_text) values ($1, $2)', [id, `w${nr}-${turn}`]);
          if (turn % 3 === 0) await writer.query('update person set search_text = $2 where id = $1', [id, `w${nr}-${turn}b`]);
          if (turn % 5 === 4) throw new Error('on purpose');
        });
        await work.catch(() => undefined);
      }
    });
    await Promise.all(writing);
    isOver = true;
    await Promise.all(reading);
    expect(factsOf.size).toBeGreaterThan(20);
    expect([...factsOf.values()].filter((texts) => texts.size > 1)).toEqual([]);
    // What writers no longer hold is taken away: the version stays as short as the last writers were many.
    await touch(theirs.everything, 'person');
    expect((await versionOf(theirs))?.split(' ')).toHaveLength(2);
  });
});
