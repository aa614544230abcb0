import { calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, type Writer, asOfSql } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { type AuthorisationFact, type BulkRecording, recordAuthorisations } from './index.js';
import { type Office, REFERENCE_ON, aFact, anOffice, anOfficeHalf } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await anOffice(db);
});

const day = calendarDate;
const recording = (change: Partial<BulkRecording> = {}): BulkRecording => ({ referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system', ...change });

async function record(facts: readonly AuthorisationFact[], change: Partial<BulkRecording> = {}, scope: Scope = office.scope) {
  return db.write(scope, (writer) => recordAuthorisations(writer, facts, recording(change)));
}
const outcomesOf = async (facts: readonly AuthorisationFact[], change: Partial<BulkRecording> = {}) => (await record(facts, change)).map(({ outcome }) => outcome);

interface VersionLine {
  readonly ends_on: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly is_believed: boolean;
}
const versions = (id?: string): Promise<VersionLine[]> =>
  db.read(office.scope, (reader) =>
    reader.query(
      `select ends_on, valid_from, valid_until, superseded_at is null as is_believed from authorisation_version
       where $1::uuid is null or authorisation_id = $1 order by recorded_at, valid_from nulls first`,
      [id ?? null],
    ),
  );
const countOf = async (table: string): Promise<number> => {
  const [row] = await db.read(office.scope, (reader) => reader.query<{ count: string }>(`select count(*) from ${table}`));
  return Number(row?.count);
};
const eventCount = (): Promise<number> => countOf('audit_event');

describe('recording rights', () => {
  it('creates what is new, in the order of the facts, with its targets and one event', async () => {
    const facts = [aFact(office, { position: 2 }), anOfficeHalf(office, { position: 2 }), aFact(office, { position: 1, targets: [{ serviceKey: null, providerKey: 'uwv', isWholeProvider: true }] })];
    const outcomes = await record(facts);
    expect(outcomes.map(({ position, outcome }) => [position, outcome])).toEqual([[2, 'created'], [2, 'created'], [1, 'created']]);
    expect([await countOf('authorisation'), await countOf('authorisation_version'), await countOf('authorisation_target'), await eventCount()]).toEqual([3, 3, 3, 1]);
    expect(await versions(outcomes[0]?.authorisationId)).toEqual([{ ends_on: '2027-12-31', valid_from: null, valid_until: null, is_believed: true }]);
  });

  it.each<[string, (fact: AuthorisationFact) => AuthorisationFact, Partial<BulkRecording>]>([
    ['the same file', (fact) => fact, {}],
    ['the same file on a later day', (fact) => ({ ...fact, statedOn: day('2026-12-05') }), { referenceOn: day('2026-12-05') }],
    ['the same rows at other places', (fact) => ({ ...fact, position: 40 - fact.position }), {}],
  ])('changes nothing for %s, and writes no event', async (_, change, as) => {
    const facts = [aFact(office), aFact(office, { position: 1, endsOn: day('2029-12-31') }), anOfficeHalf(office, { position: 2 })];
    const first = await record(facts);
    const before = await versions();
    const second = await record(facts.map(change), as);
    expect(second.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(second.map(({ authorisationId }) => authorisationId)).toEqual(first.map(({ authorisationId }) => authorisationId));
    expect([await versions(), await eventCount()]).toEqual([before, 1]);
  });

  it('keeps what held before the reference day when something changed', async () => {
    const [first] = await record([aFact(office)]);
    expect(await outcomesOf([aFact(office, { endsOn: day('2028-06-30') })], { referenceOn: day('2026-12-01') })).toEqual(['updated']);
    expect(await versions(first?.authorisationId)).toEqual([
      { ends_on: '2027-12-31', valid_from: null, valid_until: null, is_believed: false },
      { ends_on: '2027-12-31', valid_from: null, valid_until: '2026-11-30', is_believed: true },
      { ends_on: '2028-06-30', valid_from: '2026-12-01', valid_until: null, is_believed: true },
    ]);
  });

  it('corrects within the reference day itself without leaving a version of no day', async () => {
    await record([aFact(office)]);
    await record([aFact(office, { endsOn: day('2028-06-30') })]);
    await record([aFact(office, { endsOn: day('2029-06-30') })]);
    const believed = (await versions()).filter(({ is_believed }) => is_believed);
    expect(believed.map(({ ends_on, valid_from }) => [ends_on, valid_from])).toEqual([['2027-12-31', null], ['2029-06-30', '2026-11-23']]);
  });

  it('fits a late file in between and leaves what came after it', async () => {
    await record([aFact(office)]);
    await record([aFact(office, { endsOn: day('2029-01-01') })], { referenceOn: day('2026-12-10') });
    expect(await outcomesOf([aFact(office, { endsOn: day('2028-01-01') })], { referenceOn: day('2026-12-01') })).toEqual(['updated']);
    const believed = (await versions()).filter(({ is_believed }) => is_believed).sort((x, y) => ((x.valid_from ?? '') < (y.valid_from ?? '') ? -1 : 1));
    expect(believed.map(({ ends_on, valid_from, valid_until }) => [ends_on, valid_from, valid_until])).toEqual([
      ['2027-12-31', null, '2026-11-30'],
      ['2028-01-01', '2026-12-01', '2026-12-09'],
      ['2029-01-01', '2026-12-10', null],
    ]);
  });

  it('records anew what an undone import had recorded, where it held', async () => {
    const [first] = await record([aFact(office)]);
    const undo = () => db.write(office.scope, (writer) => writer.query('update authorisation_version set superseded_at = clock_timestamp() where superseded_at is null and valid_until is null'));
    await undo();
    expect(await record([aFact(office)])).toEqual([{ position: 0, authorisationId: first?.authorisationId, outcome: 'updated' }]);
    await record([aFact(office, { level: 'EH4' })], { referenceOn: day('2026-12-01') });
    await undo();
    await record([aFact(office, { level: 'EH2+' })], { referenceOn: day('2026-12-05') });
    const believed = (await versions()).filter(({ is_believed }) => is_believed);
    expect(believed.map(({ valid_from, valid_until }) => [valid_from, valid_until])).toEqual([[null, '2026-11-30'], ['2026-12-05', null]]);
  });

  it('answers for any day, as known at any instant', async () => {
    await record([aFact(office)]);
    const [{ at } = { at: '' }] = await db.read(office.scope, (reader) => reader.query<{ at: string }>('select clock_timestamp()::text as at'));
    await record([aFact(office, { endsOn: day('2028-06-30') })], { referenceOn: day('2026-12-01') });
    const endsOn = async (on: string, knownAt: string | null) =>
      db.read(office.scope, (reader) => reader.query(`select v.ends_on from authorisation_version v where ${asOfSql('v', '$1::date', '$2::timestamptz')}`, [on, knownAt]));
    expect(await endsOn('2026-11-30', null)).toEqual([{ ends_on: '2027-12-31' }]);
    expect(await endsOn('2026-12-01', null)).toEqual([{ ends_on: '2028-06-30' }]);
    expect(await endsOn('2026-12-01', at)).toEqual([{ ends_on: '2027-12-31' }]);
  });

  it('is as many statements for a hundred rights as for one', async () => {
    const statements = async (facts: readonly AuthorisationFact[], referenceOn = REFERENCE_ON): Promise<number> =>
      db.write(office.scope, async (writer) => {
        let count = 0;
        const counting = new Proxy(writer, {
          get: (target, key) => (key === 'query' ? (...args: Parameters<Writer['query']>) => ((count += 1), target.query(...args)) : Reflect.get(target, key, target)),
        });
        await recordAuthorisations(counting, facts, recording({ referenceOn }));
        return count;
      });
    const rows = (size: number, from: number, change: Partial<AuthorisationFact> = {}) => Array.from({ length: size }, (_, at) => aFact(office, { position: from + at, task: `Taak ${from + at}`, ...change }));
    // Four of them are the event's; from the second on one more supersedes.
    expect([await statements(rows(1, 0)), await statements(rows(10, 1)), await statements(rows(100, 11))]).toEqual([12, 13, 13]);
    expect(await countOf('authorisation')).toBe(100);
  });
});

describe('several rights alike', () => {
  const old = (change: Partial<AuthorisationFact> = {}) => aFact(office, { endsOn: day('2026-06-30'), ...change });
  const renewed = (change: Partial<AuthorisationFact> = {}) => aFact(office, { position: 1, startsOn: day('2026-07-01'), endsOn: day('2029-06-30'), ...change });

  it('are one when they say exactly the same', async () => {
    const outcomes = await record([old(), old({ position: 7 })]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged']);
    expect(await countOf('authorisation')).toBe(1);
  });

  it('are two when one is the renewal of the other, and stay the same two', async () => {
    const first = await record([old(), renewed()]);
    expect(await outcomesOf([old(), renewed()])).toEqual(['unchanged', 'unchanged']);
    const changed = await record([old(), renewed({ level: 'EH4' })]);
    expect(changed.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated']);
    expect(changed[1]?.authorisationId).toBe(first[1]?.authorisationId);
  });

  it('find each other when the renewal is a row of its own later on', async () => {
    await record([old()]);
    expect(await outcomesOf([renewed({ position: 0 }), old({ position: 1 })])).toEqual(['created', 'unchanged']);
  });

  it('are one for office halves of the same person and targets, by the first row', async () => {
    const outcomes = await record([anOfficeHalf(office, { position: 3, level: 'EH4' }), anOfficeHalf(office, { position: 1 })]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'created']);
    expect(await db.read(office.scope, (reader) => reader.query('select level from authorisation_version'))).toEqual([{ level: null }]);
  });

  it('are apart for another person, supplier, scope or kind', async () => {
    const [sanne, piet] = office.people;
    const facts = [aFact(office), aFact(office, { supplierKey: 'weid' }), aFact(office, { scope: 'all', targets: [] }), anOfficeHalf(office, { personId: sanne }), anOfficeHalf(office, { personId: piet })];
    expect(await outcomesOf(facts)).toEqual(facts.map(() => 'created'));
    expect(await outcomesOf(facts)).toEqual(facts.map(() => 'unchanged'));
  });
});

describe('what a source does not speak of', () => {
  it('stays, and what showed old facts shows nothing of new ones', async () => {
    const evidence = { evidenceClass: 'A', seenOn: REFERENCE_ON, seenBy: 'Overzicht Reconi' } as const;
    await record([aFact(office, { task: 'Verzuim', accountable: 'Jansen', evidence })]);
    expect(await outcomesOf([aFact(office)])).toEqual(['unchanged']);
    expect(await outcomesOf([aFact(office, { level: 'EH4' })], { referenceOn: day('2026-12-01') })).toEqual(['updated']);
    const now = await db.read(office.scope, (reader) => reader.query(`select task, accountable, evidence_class, seen_on from authorisation_version where superseded_at is null and valid_until is null`));
    expect(now).toEqual([{ task: 'Verzuim', accountable: 'Jansen', evidence_class: null, seen_on: null }]);
    expect(await outcomesOf([aFact(office, { level: 'EH4', task: null })], { referenceOn: day('2026-12-01') })).toEqual(['updated']);
  });
});

describe('recorders at the same time', () => {
  it('record each right once', async () => {
    const facts = [aFact(office), aFact(office, { position: 1, endsOn: day('2029-12-31') }), anOfficeHalf(office)];
    const outcomes = (await Promise.all([record(facts), record(facts), record(facts)])).flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(6);
    expect(await countOf('authorisation')).toBe(3);
  });

  it('let the later one supersede what the earlier one recorded, though its transaction began first', async () => {
    await record([aFact(office)]);
    let began: () => void = () => undefined;
    const other = new Promise<void>((resolve) => (began = resolve));
    const slow = db.write(office.scope, async (writer) => {
      await writer.query('select now()');
      await other;
      return recordAuthorisations(writer, [aFact(office, { level: 'EH4' })], recording());
    });
    await record([aFact(office, { level: 'EH2+' })]);
    began();
    expect((await slow).map(({ outcome }) => outcome)).toEqual(['updated']);
  });
});

describe('the walls around rights', () => {
  it('refuse a right that points into another tenant, and take the own one', async () => {
    const stranger = await anOffice(db);
    await expect(record([aFact(office, { companyId: stranger.a.companyId })])).rejects.toThrow(/foreign key/);
    await expect(record([aFact(office, { intermediaryCompanyId: stranger.ownCompanyId })])).rejects.toThrow(/foreign key/);
    await expect(record([anOfficeHalf(office, { personId: stranger.people[0] })])).rejects.toThrow(/foreign key/);
    await expect(record([aFact(office, { clientId: stranger.a.clientId })])).rejects.toThrow(/foreign key/);
    expect(await outcomesOf([aFact(office), anOfficeHalf(office)])).toEqual(['created', 'created']);
  });

  it('refuse a member of client A to record for client B, by its id or by its company, and let him record for A', async () => {
    const member = office.limitedTo(office.a.clientId);
    await expect(record([aFact(office, office.b)], {}, member)).rejects.toThrow(/row-level security/);
    await expect(record([aFact(office, { companyId: office.b.companyId })], {}, member)).rejects.toThrow(/foreign key/);
    expect((await record([aFact(office), anOfficeHalf(office)], {}, member)).map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  });

  it('show and change a right to its own tenant and client alone', async () => {
    await record([aFact(office)]);
    const stranger = await anOffice(db);
    const tables = ['authorisation', 'authorisation_version', 'authorisation_target'];
    const seen = async (scope: Scope) => Promise.all(tables.map(async (table) => (await db.read(scope, (reader) => reader.query(`select 1 from ${table}`))).length));
    const change = (scope: Scope) => db.write(scope, (writer) => writer.query('update authorisation_version set task = $1 returning task', ['Verzuim']));
    for (const scope of [stranger.scope, office.limitedTo(office.b.clientId), office.limitedTo()]) {
      expect(await seen(scope)).toEqual([0, 0, 0]);
      expect(await change(scope)).toEqual([]);
    }
    for (const scope of [office.scope, office.limitedTo(office.a.clientId)]) {
      expect(await seen(scope)).toEqual([1, 1, 1]);
      expect(await change(scope)).toEqual([{ task: 'Verzuim' }]);
    }
  });

  it('keep the event of one client with that client, and of several with members of all', async () => {
    await record([aFact(office)], { importId: newId() });
    await record([aFact(office, { level: 'EH4' }), aFact(office, office.b)]);
    const events = (scope: Scope) => db.read(scope, (reader) => reader.query<{ payload: object }>(`select payload - 'outcomesHash' as payload from audit_event where action = 'authorisations.recorded' order by sequence`));
    expect(await events(office.limitedTo(office.b.clientId))).toEqual([]);
    expect(await events(office.limitedTo(office.a.clientId))).toEqual([{ payload: { referenceOn: '2026-11-23', created: 1, updated: 0, unchanged: 0 } }]);
    expect((await events(office.scope)).at(-1)?.payload).toEqual({ referenceOn: '2026-11-23', created: 1, updated: 1, unchanged: 0 });
  });
});
