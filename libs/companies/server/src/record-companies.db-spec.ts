import { jest } from '@jest/globals';
import { type CompanyFact, assertCompanyNumbers } from '@ketenregie/companies-domain';
import { type CalendarDate, calendarDate, newId } from '@ketenregie/kernel';
import { type TenantDb, queryOne } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import fc from 'fast-check';
import { companiesById, companyByNumber, ownCompaniesOn, recordCompanies, refreshSearch } from './index.js';
import { type Office, REFERENCE_ON, anOffice, clientList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await anOffice(db);
});

const day = calendarDate;
const countOf = async (table: string, where = 'true'): Promise<number> => {
  const { count } = await db.read(office.scope, (reader) => queryOne<{ count: string }>(reader, `select count(*) from ${table} where ${where}`));
  return Number(count);
};
const counts = async () => [await countOf('client'), await countOf('company'), await countOf('company_version'), await countOf('audit_event')];
const outcomesOf = async (facts: readonly CompanyFact[], change = {}) => (await office.record(facts, change)).map(({ outcome }) => outcome);
const versionsOf = (companyId: string) =>
  db.read(office.scope, (reader) =>
    reader.query<object>(
      'select town, valid_from as "from", valid_until as until, superseded_at is null as believed from company_version where company_id = $1 order by recorded_at, valid_from nulls first',
      [companyId],
    ),
  );

describe('recording companies', () => {
  it('creates companies, a client for each client number, and one event', async () => {
    const [own] = await db.read(office.scope, (reader) => ownCompaniesOn(reader, REFERENCE_ON));
    expect(own).toMatchObject({ kvkNumber: '90000001', name: 'Kantoor Noord', isOwn: true, clientNumber: null });
    const before = await counts();
    const facts = [...clientList(2), ...clientList(1, { position: 2, kvkNumber: '90002000', name: 'Holding 1 B.V.' })];
    const outcomes = await office.record(facts);
    expect(outcomes.map(({ position, outcome }) => [position, outcome])).toEqual([[0, 'created'], [1, 'created'], [2, 'created']]);
    expect(outcomes[2]?.clientId).toBe(outcomes[0]?.clientId);
    expect((await counts()).map((count, at) => count - (before[at] ?? 0))).toEqual([2, 3, 3, 1]);
  });

  it.each<[string, (facts: CompanyFact[]) => CompanyFact[], object]>([
    ['the same list', (facts) => facts, {}],
    ['the same list on a later day', (facts) => facts, { referenceOn: day('2027-01-01') }],
    ['its rows in another order', (facts) => facts.toReversed(), {}],
    ['a list of names alone', (facts) => facts.map((fact) => ({ ...fact, kvkNumber: null, clientNumber: null, isAuthoritative: false })), {}],
  ])('changes nothing for %s, and writes no event', async (_, again, change) => {
    const facts = [...clientList(3), { ...clientList(1)[0], position: 3, kvkNumber: null, rsin: '992700012', clientNumber: null, name: 'Zonder nummer' } as CompanyFact];
    const first = await office.record(facts);
    const before = await counts();
    const second = await office.record(again(facts), change);
    expect(second.map(({ outcome }) => outcome)).toEqual(facts.map(() => 'unchanged'));
    expect(new Set(second.map(({ companyId }) => companyId))).toEqual(new Set(first.map(({ companyId }) => companyId)));
    expect(await counts()).toEqual(before);
  });

  it('keeps what held before the reference day, and what was believed before the recording', async () => {
    const [made] = await office.record(clientList(1));
    const id = made?.companyId ?? '';
    const { at: knownBefore } = await db.read(office.scope, (reader) => queryOne<{ at: string }>(reader, 'select clock_timestamp()::text as at'));
    const importId = newId();
    expect(await outcomesOf(clientList(1, { town: 'Assen' }), { referenceOn: day('2026-12-01'), importId })).toEqual(['updated']);
    expect(await versionsOf(id)).toEqual([
      { town: 'Zwolle', from: null, until: null, believed: false },
      { town: 'Zwolle', from: null, until: '2026-11-30', believed: true },
      { town: 'Assen', from: '2026-12-01', until: null, believed: true },
    ]);
    const townOn = async (on: string, knownAt?: string) => (await db.read(office.scope, (reader) => companiesById(reader, [id], { on: day(on), knownAt: knownAt ?? null }))).get(id)?.town;
    expect([await townOn('2026-11-30'), await townOn('2026-12-01'), await townOn('2026-12-01', knownBefore), await townOn('2026-12-01', '2020-01-01T00:00:00Z')]).toEqual(['Zwolle', 'Assen', 'Zwolle', undefined]);
    const [event] = await db.read(office.scope, (reader) => reader.query<object>(`select object_kind, object_id, payload->'updated' as updated from audit_event order by sequence desc limit 1`));
    expect(event).toEqual({ object_kind: 'import', object_id: importId, updated: 1 });
  });

  it('keeps the end of a company when a list changes it', async () => {
    const [made] = await office.record(clientList(1));
    await database.asAdmin(`update company_version set ended_on = '2026-12-31' where company_id = $1`, [made?.companyId]);
    await office.record(clientList(1, { town: 'Assen' }), { referenceOn: day('2026-12-01') });
    const rows = await database.asAdmin<{ ended_on: string | null }>('select ended_on from company_version where company_id = $1 and superseded_at is null', [made?.companyId]);
    expect(rows).toEqual([{ ended_on: '2026-12-31' }, { ended_on: '2026-12-31' }]);
  });

  it('numbers a client that was met without one, and finds it by that number', async () => {
    await office.record(clientList(1, { clientNumber: null, isAuthoritative: false }));
    expect(await outcomesOf(clientList(1, { clientNumber: 'K-7' }))).toEqual(['updated']);
    expect(await countOf('company', `search_text like '%k 7%' and search_text like '%k7%'`)).toBe(1);
    expect(await outcomesOf(clientList(1, { kvkNumber: null, clientNumber: 'K-7' }))).toEqual(['unchanged']);
  });

  it('gives a company known by RSIN its KvK number', async () => {
    const [known] = await office.record(clientList(1, { kvkNumber: null, rsin: '992700012' }));
    expect(await outcomesOf(clientList(1, { rsin: '992700012' }))).toEqual(['updated']);
    expect(await db.read(office.scope, (reader) => companyByNumber(reader, { kvk: '90001000' }, REFERENCE_ON))).toMatchObject({ id: known?.companyId, rsin: '992700012' });
  });

  it('survives an RSIN that another company has', async () => {
    await office.record([...clientList(1), ...clientList(1, { position: 1, kvkNumber: null, rsin: '992700012', clientNumber: null, name: 'Ander' })]);
    expect(await outcomesOf(clientList(1, { rsin: '992700012' }))).toEqual(['unchanged']);
  });

  it('refuses a list with the citizen number of a sole trader, and stores nothing of it', async () => {
    const facts = clientList(1, { rsin: '992700012', legalForm: 'eenmanszaak' });
    expect(() => assertCompanyNumbers(facts[0] as CompanyFact)).toThrow();
    await expect(office.record(facts)).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'rsin' });
    expect(await countOf('company', 'rsin is not null')).toBe(0);
  });

  it('writes a company with what it is searched by, as if that were made anew', async () => {
    const searched = () => db.read(office.scope, (reader) => reader.query<{ id: string; text: string }>('select id, search_text as text from company order by id'));
    await office.record(clientList(2, { town: 'Zwolle' }));
    const [known, other] = clientList(2);
    const bare = { kvkNumber: null, clientNumber: null, isAuthoritative: false };
    await office.record([
      ...clientList(3, { kvkNumber: null, rsin: null }).map((fact, at) => ({ ...fact, position: at, clientNumber: `Z ${at}`, name: `Zagerij É ${at}`, otherNames: ['De Zaag'], town: 'Assen' })),
      { ...(known as CompanyFact), position: 3, kvkNumber: '90000777', name: 'Tweede van een klant', town: null },
      { ...(other as CompanyFact), ...bare, position: 4, name: 'Naam alleen' },
    ]);
    await db.write(office.scope, async (writer) => {
      const written = await searched();
      expect(written).toHaveLength(8);
      await refreshSearch(writer, written.map(({ id }) => id));
      expect(await writer.query('select id, search_text as text from company order by id')).toEqual(written);
    });
  });

  it('gives a holding its companies as its own', async () => {
    office = await anOffice(db, 'holding');
    await office.record(clientList(2, { clientNumber: null }));
    expect(await db.read(office.scope, (reader) => ownCompaniesOn(reader, REFERENCE_ON))).toHaveLength(3);
  });

  it('takes as many statements for 100 companies as for one', async () => {
    const statements = async (facts: readonly CompanyFact[], change = {}) =>
      db.write(office.scope, async (writer) => {
        const query = jest.spyOn(writer, 'query');
        await recordCompanies(writer, facts, { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system', ...change });
        return query.mock.calls.length;
      });
    const rows = (count: number, from: number, change = {}) => clientList(100 + count, change).slice(100 - from, 100 - from + count);
    const made = [await statements(clientList(1)), await statements(rows(10, 99)), await statements(clientList(100))];
    const same = [await statements(clientList(1)), await statements(clientList(10)), await statements(clientList(100))];
    const on = { referenceOn: day('2026-12-01') };
    const changed = [await statements(clientList(1, { town: 'Assen' }), on), await statements(clientList(10, { town: 'Emmen' }), on), await statements(clientList(100, { town: 'Hoorn' }), on)];
    expect({ made, same, changed }).toEqual({ made: [12, 12, 12], same: [5, 5, 5], changed: [13, 13, 13] });
  });

  it('makes nothing twice when two lists are recorded at once', async () => {
    const both = await Promise.all([office.record(clientList(50)), office.record(clientList(50).toReversed())]);
    expect(both.map((outcomes) => new Set(outcomes.map(({ outcome }) => outcome)).size)).toEqual([1, 1]);
    expect(new Set(both.flat().map(({ companyId }) => companyId)).size).toBe(50);
    expect([await countOf('company'), await countOf('client')]).toEqual([51, 51]);
  });
});

/** The plain model of one company's town: stretches of days that follow one another. */
type Stretch = { readonly from: string; readonly until: string; readonly town: string };

function recordIn(stretches: readonly Stretch[], town: string, on: string): Stretch[] {
  if (stretches.length === 0) return [{ from: '0000', until: '9999', town }];
  return stretches.flatMap((stretch) => {
    if (on < stretch.from || on >= stretch.until || stretch.town === town) return [stretch];
    const after = { from: on, until: stretch.until, town };
    return stretch.from === on ? [after] : [{ ...stretch, until: on }, after];
  });
}

describe('any recordings one after another', () => {
  const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'] as const;
  const steps = fc.array(fc.record({ on: fc.constantFrom(...DAYS), town: fc.constantFrom('Assen', 'Emmen', 'Hoorn') }), { minLength: 1, maxLength: 7 });

  it('are read back on every day, as known at every instant', async () => {
    let nr = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (recordings) => {
        nr += 1;
        const fact = { kvkNumber: String(91_000_000 + nr), clientNumber: null, name: `Bedrijf ${nr}` };
        let believed: Stretch[] = [];
        const history: { at: string; stretches: Stretch[] }[] = [];
        let id = '';
        for (const { on, town } of recordings) {
          id = (await office.record(clientList(1, { ...fact, town }), { referenceOn: day(on) }))[0]?.companyId ?? '';
          believed = recordIn(believed, town, on);
          const { at } = await db.read(office.scope, (reader) => queryOne<{ at: string }>(reader, 'select clock_timestamp()::text as at'));
          history.push({ at, stretches: believed });
        }
        await db.read(office.scope, async (reader) => {
          const townOn = async (on: CalendarDate, knownAt: string | null) => (await companiesById(reader, [id], { on, knownAt })).get(id)?.town;
          for (const on of DAYS) {
            const expected = ({ stretches }: { stretches: Stretch[] }) => stretches.find(({ from, until }) => from <= on && on < until)?.town;
            for (const moment of history) expect(await townOn(day(on), moment.at)).toBe(expected(moment));
            expect(await townOn(day(on), null)).toBe(expected({ stretches: believed }));
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});
