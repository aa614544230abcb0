import { addDays, calendarDate } from '@ketenregie/kernel';
import { type Reader, type Scope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { type AccessListFilter, type AccessPage, type AccessRow, accessPage } from '../index.js';
import { largeCompanyId, loadLarge } from '../testing/load-large.js';

const ON = calendarDate('2026-11-23');

let database: TestDatabase;
let db: TenantDb;
let otherProcess: TenantDb;
let scope: Scope;
let neighbour: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  [db, otherProcess] = [await database.open(), await database.open()];
  scope = await loadLarge(database, db, { companies: 12, people: 5 });
  neighbour = await loadLarge(database, db, { companies: 12, people: 5 });
});
afterAll(() => database.drop());

interface Look {
  readonly filter?: AccessListFilter;
  readonly first?: number;
  readonly after?: string | null;
  readonly on?: typeof ON;
}

const lookOf = (reader: Reader, { filter = {}, first = 10, after = null, on = ON }: Look = {}): Promise<AccessPage> => accessPage(reader, filter, { on, knownAt: null, page: { first, after } });
const look = (asked: Look = {}, by: Scope = scope): Promise<AccessPage> => db.read(by, (reader) => lookOf(reader, asked));
const rowsOf = ({ edges }: AccessPage): AccessRow[] => edges.map(({ node }) => node);
const own = (): Scope => ({ ...scope, actor: 'member:limited', hasAllClients: false, clientIds: [largeCompanyId(3).replace('00000002', '00000001')] });

/** A first look that nothing remembers: a warning of its own length makes a list of its own. */
let fresh = 1000;
const anew = (filter: AccessListFilter, by = scope): Promise<AccessPage> => db.read(by, (reader) => accessPage(reader, filter, { on: ON, knownAt: null, page: { first: 1000, warnDays: (fresh += 1) } }));

describe('a page that is looked at again', () => {
  it('reads its rows alone, and shows what the first look would', async () => {
    const pages: AccessPage[] = [];
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const page = await look({ after, first: 7 });
      pages.push(page);
      [after, hasNext] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    const whole = await anew({});
    // The words apart that the length of the warning gives.
    const withoutStatus = (rows: AccessRow[]): unknown[] => rows.map(({ status: _s, ...row }) => row);
    expect(withoutStatus(pages.flatMap(rowsOf))).toEqual(withoutStatus(rowsOf(whole)));
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([whole.totalCount]));
    expect(whole.totalCount).toBeGreaterThan(100);
  });

  it('takes two statements each time: the version of the facts, and the rows', async () => {
    for (const asked of [{ filter: { levels: ['EH3'] } }, { filter: { levels: ['EH3'] } }, { filter: { levels: ['EH3'], statuses: ['lapsed'] } }] as const) {
      const snapshot = db.snapshot(scope);
      await lookOf(snapshot, asked);
      expect(snapshot.statementCount).toBe(2);
      await snapshot.close();
    }
  });

  it('goes on behind a row that is gone', async () => {
    const [before, rest] = [await look({ first: 5 }), await look({ first: 1000 })];
    const last = rowsOf(before).at(-1);
    const end = (state: 'gone' | 'back') => otherProcess.write(scope, (writer) => writer.query('update company_version set superseded_at = $2 where company_id = $1', [last?.companyId, state === 'gone' ? '2100-01-01' : null]));
    await end('gone');
    const after = await look({ first: 1000, after: before.pageInfo.endCursor });
    expect(rowsOf(after)).toEqual(rowsOf(rest).slice(5).filter(({ companyId }) => companyId !== last?.companyId));
    await end('back');
  });
});

describe('a page after a change', () => {
  const lapse = (by: TenantDb, supersede: string): Promise<unknown> => by.write(scope, (writer) => writer.query(`update means_version set state = '${supersede}'`));

  it('shows it at the next look, whichever process made it, while a snapshot goes on showing what it showed', async () => {
    const open = db.snapshot(scope);
    const before = await lookOf(open);
    await lapse(otherProcess, 'withdrawn');
    expect((await look()).viewCounts).toEqual([{ view: 'lapsed', count: before.totalCount }]);
    expect(await lookOf(open)).toEqual(before);
    await open.close();
    await lapse(otherProcess, 'active');
    expect(await look()).toEqual(before);
  });

  it('does not show one that was taken back', async () => {
    const before = await look();
    const writing = db.write(scope, async (writer) => {
      await writer.query(`update means_version set state = 'withdrawn'`);
      expect((await lookOf(writer)).viewCounts).toEqual([{ view: 'lapsed', count: before.totalCount }]);
      throw new Error('on purpose');
    });
    await expect(writing).rejects.toThrow('on purpose');
    expect(await look()).toEqual(before);
  });

  it('is of its day', async () => {
    const later = addDays(ON, 2000);
    expect((await look({ on: later })).viewCounts.map(({ view }) => view)).toEqual(['lapsed']);
    expect((await look()).viewCounts.length).toBeGreaterThan(2);
  });
});

describe('a page of somebody else', () => {
  it('has his rows and his counts alone, whoever looked before', async () => {
    const [all, his] = [await look({ first: 1000 }), await look({ first: 1000 }, own())];
    expect(his.totalCount).toBe(rowsOf(all).filter(({ clientId }) => own().clientIds.includes(clientId)).length);
    expect(rowsOf(his)).toEqual(rowsOf(all).filter(({ clientId }) => own().clientIds.includes(clientId)));
    expect(his.totalCount).toBeGreaterThan(5);
    expect(await look({ first: 1000 })).toEqual(all);
    expect((await look({}, { ...own(), isInternal: false })).totalCount).toBe(0);
  });

  it('is found neither by a cursor of ours nor under our filter in another tenant', async () => {
    const [ours, after] = [await look({ first: 1000 }), (await look({ first: 3 })).pageInfo.endCursor];
    const theirs = await look({ first: 1000, after }, neighbour);
    expect(theirs.totalCount).toBe(ours.totalCount);
    await db.write(neighbour, (writer) => writer.query(`update means_version set state = 'withdrawn'`));
    expect(rowsOf(await look({ first: 1000, after }, neighbour)).every(({ status }) => status === 'lapsed')).toBe(true);
    expect(await look({ first: 1000 })).toEqual(ours);
  });
});
