import { authorisationRows } from '@ketenregie/authorisations-server';
import { clockStandingAt } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { OperationContext, type Permissions } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { mayDo } from '@ketenregie/tenants-domain';
import { ReviewActsResolver, ReviewLinesResolver } from './lines.resolver.js';
import { ReviewProgrammesResolver, ReviewRoundsResolver } from './rounds.resolver.js';
import { aReviewOffice, TODAY } from './testing/a-review-office.js';
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

const permissions: Permissions = { allows: (roles, action) => mayDo(roles as never, action as never) };
let keys = 0;

function anOperation(scope: Scope, { role = 'adviser', personId = null as string | null, key = `key-of-a-spec-${(keys += 1)}` } = {}): OperationContext {
  const account = { accountId: 'a', sessionId: 's' };
  const viewer = { accountId: 'a', memberId: 'm', personId, tenantSlug: 't', roles: [role], language: 'nl', timeZone: 'Europe/Amsterdam', scope } as const;
  return new OperationContext({ requestId: 'r', account, viewer, idempotencyKey: key, db, clock: clockStandingAt('2026-11-23T09:00:00Z'), permissions });
}

async function using<Answer>(operation: OperationContext, work: (operation: OperationContext) => Promise<Answer>): Promise<Answer> {
  return work(operation).finally(() => operation.close());
}

const [programmes, rounds, lines, acts] = [new ReviewProgrammesResolver(), new ReviewRoundsResolver(), new ReviewLinesResolver(), new ReviewActsResolver()];
const planned = { name: 'Ketencontrole', every: 'quarter', scope: 'all', startsOn: TODAY, dueDays: 14, state: 'active' };

describe('the API of reviews', () => {
  it('asks the database as often for sixty lines with all their fields as for six', async () => {
    const counts: number[] = [];
    for (const size of [4, 60]) {
      const { office, roundId, ofA } = await desk.open(size);
      await desk.keep(office.anna.scope, ofA);
      const operation = anOperation(office.scope);
      const { edges, totalCount } = await lines.reviewLines({ roundId, first: 200 }, operation);
      expect(edges).toHaveLength(totalCount);
      await Promise.all(edges.map(({ node }) => lines.decisions(node as never, operation)));
      counts.push(operation.statementCount);
      await operation.close();
    }
    // The round, the page, its number, the decisions.
    expect(counts).toEqual([4, 4]);
  });

  it('asks as often for two rounds with counts and reviewers as for one', async () => {
    const { office, roundId, programmeId } = await desk.open();
    const read = (first: number) =>
      using(anOperation(office.scope), async (operation) => {
        const { edges } = await rounds.reviewRounds({ first }, operation);
        await Promise.all(edges.flatMap(({ node }) => [rounds.counts(node as never, operation), rounds.reviewers(node as never, operation), rounds.viewerCan(node as never, operation)]));
        return [edges.length, operation.statementCount];
      });
    expect(await read(50)).toEqual([1, 3]);
    await desk.close(office.carla.scope, roundId);
    const asOwner = <Answer>(work: (operation: OperationContext) => Promise<Answer>) => using(anOperation(office.scope, { role: 'owner' }), work);
    await asOwner((operation) => programmes.planReviewProgramme({ ...planned, id: programmeId, state: 'paused' }, operation));
    const second = await asOwner((operation) => programmes.planReviewProgramme({ ...planned, name: 'Tweede' }, operation));
    expect(await asOwner((operation) => rounds.startReviewRound(second.id, operation))).toMatchObject({ name: 'Tweede', state: 'planned' });
    await expect(asOwner((operation) => rounds.startReviewRound(programmeId, operation))).rejects.toMatchObject({ code: 'PROGRAMME_NOT_ACTIVE' });
    expect(await read(50)).toEqual([2, 3]);
  });

  it('plans, starts, decides, takes back and closes, once for one key', async () => {
    const { office, roundId, ofA } = await desk.open();
    const act = await using(anOperation(office.anna.scope), (operation) => lines.decideReviewLines({ ids: [...ofA], decision: 'keep' }, operation));
    expect(act).toMatchObject({ round: { id: roundId }, count: ofA.length });
    const undone = await using(anOperation(office.anna.scope), (operation) => lines.undoReviewDecisions([...ofA].slice(0, 1), operation));
    expect(await using(anOperation(office.anna.scope), (operation) => acts.lines(undone, operation))).toMatchObject([{ id: ofA[0], outcome: 'undecided' }]);
    expect(await using(anOperation(office.anna.scope), (operation) => lines.undoReviewAct(act.id, operation))).toMatchObject({ count: ofA.length - 1 });
    const close = () => using(anOperation(office.scope, { key: 'the same key' }), (operation) => rounds.closeReviewRound(roundId, operation));
    expect(await close()).toMatchObject({ id: roundId, state: 'closed' });
    expect(await close()).toMatchObject({ id: roundId, state: 'closed' });
  });

  it('says what the viewer may do, by role, by what he sees, and by the round', async () => {
    const { office, roundId } = await desk.open();
    const may = (scope: Scope, role: string) => using(anOperation(scope, { role }), async (operation) => rounds.viewerCan((await rounds.reviewRound(roundId, operation)) as never, operation));
    expect(await may(office.scope, 'adviser')).toEqual(['review.decide', 'review.close']);
    expect(await may(office.bram.scope, 'adviser')).toEqual(['review.decide']);
    expect(await may(office.scope, 'auditor')).toEqual([]);
    await desk.close(office.scope, roundId);
    expect(await may(office.scope, 'adviser')).toEqual([]);
  });

  it('marks a line about the viewer himself', async () => {
    const { office, roundId, ofBram } = await desk.open();
    const own = await using(anOperation(office.bram.scope, { personId: office.bram.personId }), async (operation) => {
      const { edges } = await lines.reviewLines({ roundId, first: 50 }, operation);
      return edges.filter(({ node }) => lines.isOwn(node as never, operation)).map(({ node }) => node.id);
    });
    expect(own).toEqual([ofBram]);
  });

  it.each<[string, object, string]>([
    ['another decision', { ids: [], decision: 'remove' }, 'decision'],
    ['undecided as a decision', { ids: [], decision: 'undecided' }, 'decision'],
    ['what is no id', { ids: ['x'], decision: 'keep' }, 'ids'],
    ['no lines', { ids: [], decision: 'keep' }, 'ids'],
  ])('refuses %s, naming the field', async (_, input, field) => {
    const office = await aReviewOffice(db);
    await expect(using(anOperation(office.scope), (operation) => lines.decideReviewLines(input as never, operation))).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  });
});
