import { authorisationRows } from '@ketenregie/authorisations-server';
import { calendarDate } from '@ketenregie/kernel';
import { LANGUAGES } from '@ketenregie/messages';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { renderRoundReport, type RoundReport, roundReport } from './index.js';
import { aHalf, anOpenRound, aReviewOffice, record } from './testing/a-review-office.js';
import { RoundDesk } from './testing/a-round.js';

let database: TestDatabase;
let db: TenantDb;
let desk: RoundDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
  desk = new RoundDesk(db);
});
afterAll(() => database.drop());

const reportOf = (scope: Scope, roundId: string): Promise<RoundReport> => db.read(scope, (reader) => roundReport(reader, roundId, scope));

describe('the report of a round', () => {
  it('tells population, decisions with who and why, what nobody reviewed, and the hashes', async () => {
    const { office, roundId, ofA } = await desk.open();
    await desk.revoke(office.anna.scope, ofA.slice(0, 1), 'Uit dienst');
    await desk.keep(office.carla.scope, ofA.slice(0, 2));
    await desk.close(office.carla.scope, roundId);
    const report = await reportOf(office.scope, roundId);
    expect(report).toMatchObject({
      tenantName: 'Kantoor Noord', tenantKvk: '90000000', isWhole: true, closedByName: 'Carla de Wit', decisionsHash: report.round.decisionsHash,
      counts: { total: 6, keep: 1, differs: 1, undecided: 4 },
    });
    expect(report.reviewers).toEqual([
      { name: 'Anna Bos', assigned: 4, notReviewed: 2, decided: 1 }, { name: 'Bram Smit', assigned: 1, notReviewed: 1, decided: 0 }, { name: 'Carla de Wit', assigned: 1, notReviewed: 1, decided: 2 },
    ]);
    expect(report.lines).toHaveLength(6);
    expect(report.lines.find(({ id }) => id === ofA[0])).toMatchObject({ outcome: 'differs', decisions: [{ decision: 'revoke', reason: 'Uit dienst', decidedByName: 'Anna Bos' }, { decision: 'keep', decidedByName: 'Carla de Wit' }] });
  });

  it('changes its hash with any decision, taken back ones too, and not by being read', async () => {
    const { office, roundId, ofA } = await desk.open();
    const hashes = [(await reportOf(office.scope, roundId)).decisionsHash, (await reportOf(office.scope, roundId)).decisionsHash];
    await desk.keep(office.anna.scope, ofA);
    hashes.push((await reportOf(office.scope, roundId)).decisionsHash);
    await desk.undo(office.anna.scope, ofA);
    hashes.push((await reportOf(office.scope, roundId)).decisionsHash);
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('says to a limited member that it is a part, and shows nothing to another office', async () => {
    const [{ office, roundId }, twin] = [await desk.open(), await desk.open()];
    const part = await reportOf(office.bram.scope, roundId);
    expect(part).toMatchObject({ isWhole: false, decisionsHash: null, counts: { total: 2 } });
    expect(renderRoundReport(part, 'nl')).toContain('Dit overzicht is een deel');
    expect(renderRoundReport(part, 'nl')).not.toContain('Bakkerij Zon');
    await expect(reportOf(twin.office.scope, roundId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reportOf(twin.office.scope, twin.roundId)).resolves.toMatchObject({ isWhole: true });
  });

  it('asks as many statements of six lines as of sixty', async () => {
    const counts: number[] = [];
    for (const size of [4, 60]) {
      const { office, roundId, ofA } = await desk.open(size);
      await desk.keep(office.anna.scope, ofA);
      const snapshot = db.snapshot(office.scope);
      await roundReport(snapshot, roundId, snapshot.scope);
      counts.push(snapshot.statementCount);
      await snapshot.close();
    }
    expect(counts).toEqual([8, 8]);
  });
});

describe('the printed page', () => {
  it.each(LANGUAGES)('in %s is whole, escaped, and the same for the same report', async (language) => {
    const office = await aReviewOffice(db);
    await record(db, office, [aHalf(office, { scope: 'all', targets: [], endsOn: null, untilPrecision: 'none', level: null, position: 1 }), aHalf(office, { targets: [{ serviceKey: null, providerKey: 'uwv', isWholeProvider: true }], endsOn: calendarDate('2027-01-01') })]);
    const { roundId } = await anOpenRound(db, office, { name: 'Keten <b>& meer' });
    const [first] = await desk.page(office.scope, roundId);
    await desk.revoke(office.anna.scope, [first?.id ?? ''], '<script>alert(1)</script>');
    const report = await reportOf(office.scope, roundId);
    const page = renderRoundReport(report, language);
    expect(page).toBe(renderRoundReport(report, language));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('Keten &lt;b&gt;&amp; meer');
    // A register by its name, never by its key.
    const keys = report.round.sources.flatMap(({ supplierKey }) => (supplierKey === null ? [] : [supplierKey]));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect([page.includes(`<td>${report.supplierNames.get(key) ?? 'no name'}</td>`), page.includes(`<td>${key}</td>`)]).toEqual([true, false]);
    expect(page).not.toMatch(/<script|<b>|undefined|\[object|\{[a-z]+\}/);
    for (const part of [report.round.populationHash, report.decisionsHash, 'Kantoor Noord', '@page', language === 'nl' ? 'Niet beoordeeld' : 'Not reviewed']) expect(page).toContain(part);
  });
});
