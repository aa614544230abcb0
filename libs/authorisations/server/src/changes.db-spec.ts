import { calendarDate, newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { type ChangeStep, type TypedAuthorisation, authorisationRows, changesByRight, decideRevocation, recordAuthorisation, recordAuthorisations, recordChangeStep, rightsById, stepsByChange } from './index.js';
import { type Office, REFERENCE_ON, aFact, anOffice } from './testing/an-office.js';

const TODAY = calendarDate('2026-12-01');
let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
});
afterAll(() => database.drop());

async function aRight(needsFourEyes = false): Promise<{ office: Office; rightId: string; me: Scope; colleague: Scope }> {
  const office = await anOffice(db, { needsFourEyes });
  const facts = [aFact(office)];
  const [outcome] = await db.write(office.scope, (writer) => recordAuthorisations(writer, facts, { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));
  const member = (): Scope => ({ ...office.scope, actor: `member:${newId()}` });
  return { office, rightId: outcome?.authorisationId ?? '', me: member(), colleague: member() };
}

const decide = (scope: Scope, authorisationId: string, reason = 'Uit dienst') => db.write(scope, (writer) => decideRevocation(writer, { authorisationId, reason }, TODAY));
const step = (scope: Scope, change: ChangeStep) => db.write(scope, (writer) => recordChangeStep(writer, change, TODAY));
const right = (scope: Scope, id: string, on = TODAY) => db.read(scope, async (reader) => (await rightsById(reader, [id], { on, knownAt: null })).get(id));
const events = (scope: Scope, id: string) =>
  db.read(scope, (reader) => reader.query<{ action: string; reason: string | null; own: boolean | null }>(
    `select action, reason, (payload->>'isOwnDecision')::boolean as own from audit_event where object_id = $1 order by sequence`, [id]));

describe('deciding a revocation', () => {
  it('makes a to-do with its first step and its event, and leaves the right as it is', async () => {
    const { rightId, me } = await aRight();
    const before = await right(me, rightId);
    const changeId = await decide(me, rightId);
    expect(await right(me, rightId)).toEqual(before);
    expect(before?.state).toBe('active');
    const [changes, steps] = await db.read(me, async (reader) => [await changesByRight(reader, [rightId]), await stepsByChange(reader, [changeId])] as const);
    expect(changes.get(rightId)).toEqual([expect.objectContaining({ id: changeId, kind: 'revoke', state: 'to-do', decidedOn: TODAY, decidedBy: me.actor, reason: 'Uit dienst' })]);
    expect(steps.get(changeId)).toEqual([expect.objectContaining({ state: 'to-do', recordedBy: me.actor })]);
    expect(await events(me, rightId)).toEqual([{ action: 'authorisation.revocation-decided', reason: 'Uit dienst', own: null }]);
  });

  it('is refused without a reason, and twice, by two at the same time too', async () => {
    const { rightId, me, colleague } = await aRight();
    await expect(decide(me, rightId, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
    const both = await Promise.allSettled([decide(me, rightId), decide(colleague, rightId)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'REVOCATION_DECIDED' } });
  });

  it('is not for another tenant or another client, and is for the own one', async () => {
    const { office, rightId } = await aRight();
    const stranger = await anOffice(db);
    await expect(decide(stranger.scope, rightId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide(office.limitedTo(office.b.clientId), rightId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide(office.limitedTo(office.a.clientId), rightId)).resolves.toEqual(expect.any(String));
  });

  it('cannot be planted past the use case from another client or tenant either', async () => {
    const { office, rightId } = await aRight();
    const stranger = await anOffice(db);
    const plant = (scope: Scope, clientId: string) => db.write(scope, (writer) =>
      writer.query(`insert into authorisation_change (id, client_id, authorisation_id, kind, decided_on, decided_by, reason) values ($1, $2, $3, 'revoke', $4, 'x', 'x')`, [newId(), clientId, rightId, TODAY]));
    await expect(plant(stranger.scope, stranger.a.clientId)).rejects.toThrow(/foreign key/);
    await expect(plant(office.limitedTo(office.b.clientId), office.b.clientId)).rejects.toThrow(/foreign key/);
    await expect(plant(office.limitedTo(office.b.clientId), office.a.clientId)).rejects.toThrow(/row-level security/);
    await expect(plant(office.limitedTo(office.a.clientId), office.a.clientId)).resolves.toBeDefined();
  });
});

describe('the steps of a revocation', () => {
  it('end the right only when confirmed with evidence, from that day on', async () => {
    const { rightId, me, colleague } = await aRight();
    const changeId = await decide(me, rightId);
    await step(me, { changeId, state: 'asked', askedOf: 'De klant', note: 'Mail van 1 december' });
    await step(me, { changeId, state: 'carried-out', evidenceClass: 'D' });
    expect((await right(me, rightId))?.state).toBe('active');
    await step(colleague, { changeId, state: 'confirmed', evidenceClass: 'B', note: 'Brief van de leverancier' });
    expect(await right(me, rightId)).toMatchObject({ state: 'ended', endedWhy: 'Uit dienst', statedOn: TODAY, evidenceClass: 'B', seenOn: TODAY, seenBy: colleague.actor, validFrom: TODAY });
    expect(await right(me, rightId, calendarDate('2026-11-30'))).toMatchObject({ state: 'active', validUntil: '2026-11-30' });
    expect((await events(me, rightId)).map(({ action, own }) => [action, own])).toEqual([
      ['authorisation.revocation-decided', null],
      ['authorisation-change.asked', false],
      ['authorisation-change.carried-out', false],
      ['authorisation-change.confirmed', false],
    ]);
    const targets = await database.asAdmin('select t.id from authorisation_target t join authorisation_version v on v.id = t.version_id where v.authorisation_id = $1 and v.superseded_at is null', [rightId]);
    expect(targets).toHaveLength(2);
    await expect(decide(me, rightId)).rejects.toMatchObject({ code: 'AUTHORISATION_ENDED' });
  });

  it.each<[string, Partial<ChangeStep>, string]>([
    ['confirmed without evidence', { state: 'confirmed' }, 'EVIDENCE_TOO_WEAK'],
    ['confirmed by a statement', { state: 'confirmed', evidenceClass: 'D' }, 'EVIDENCE_TOO_WEAK'],
    ['refused before anybody was asked', { state: 'refused' }, 'CHANGE_STEP_NOT_POSSIBLE'],
    ['of a change that is not there', { state: 'asked', changeId: newId() }, 'NOT_FOUND'],
  ])('refuse %s', async (_, change, code) => {
    const { rightId, me } = await aRight();
    const changeId = await decide(me, rightId);
    await expect(step(me, { changeId, state: 'asked', ...change })).rejects.toMatchObject({ code });
  });

  it.each<[string, (office: Office, stranger: Office) => Scope]>([
    ['another tenant', (_, stranger) => stranger.scope],
    ['a member of another client', (office) => office.limitedTo(office.b.clientId)],
  ])('are hidden from %s, and open to the own one', async (_, scopeOf) => {
    const { office, rightId, me } = await aRight();
    const changeId = await decide(me, rightId);
    const scope = scopeOf(office, await anOffice(db));
    await expect(step(scope, { changeId, state: 'asked' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await db.read(scope, (reader) => changesByRight(reader, [rightId]))).get(rightId)).toEqual([]);
    await expect(step(office.limitedTo(office.a.clientId), { changeId, state: 'asked' })).resolves.toBe(changeId);
  });

  it('open again what was confirmed, unless it was decided anew since', async () => {
    const { office, rightId, me } = await aRight();
    const first = await decide(me, rightId);
    await step(me, { changeId: first, state: 'confirmed', evidenceClass: 'A' });
    const later = { referenceOn: calendarDate('2026-12-05'), importId: null, recordedBy: 'system' };
    await db.write(me, (writer) => recordAuthorisations(writer, [aFact(office)], later));
    const second = await db.write(me, (writer) => decideRevocation(writer, { authorisationId: rightId, reason: 'Staat er weer' }, calendarDate('2026-12-06')));
    await expect(step(me, { changeId: first, state: 'to-do' })).rejects.toMatchObject({ code: 'CHANGE_DECIDED_ANEW' });
    await step(me, { changeId: second, state: 'withdrawn' });
    await expect(step(me, { changeId: first, state: 'to-do' })).resolves.toBe(first);
  });
});

describe('four eyes', () => {
  it('flag who confirms his own decision, where the tenant does not ask for them', async () => {
    const { rightId, me } = await aRight(false);
    const changeId = await decide(me, rightId);
    await step(me, { changeId, state: 'confirmed', evidenceClass: 'A' });
    expect((await events(me, rightId)).at(-1)).toMatchObject({ action: 'authorisation-change.confirmed', own: true });
  });

  it('refuse him where it does, and let a colleague confirm', async () => {
    const { rightId, me, colleague } = await aRight(true);
    const changeId = await decide(me, rightId);
    await expect(step(me, { changeId, state: 'confirmed', evidenceClass: 'A' })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect((await right(me, rightId))?.state).toBe('active');
    await step(me, { changeId, state: 'carried-out', evidenceClass: 'D' });
    await step(colleague, { changeId, state: 'confirmed', evidenceClass: 'A' });
    expect((await right(me, rightId))?.state).toBe('ended');
  });
});

describe('a right that a person types', () => {
  const typed = (office: Office, change: Partial<TypedAuthorisation> = {}): TypedAuthorisation => {
    const { position: _, statedOn: _statedOn, untilPrecision: _until, clientId: _client, ...fact } = aFact(office, { endsOn: calendarDate('2031-12-01') });
    return { ...fact, ...change };
  };
  const type = (scope: Scope, authorisation: TypedAuthorisation) => db.write(scope, (writer) => recordAuthorisation(writer, authorisation, TODAY));

  it('is recorded for the client of its company, once, and corrected when typed anew', async () => {
    const office = await anOffice(db);
    const id = await type(office.scope, typed(office));
    expect(await type(office.scope, typed(office))).toBe(id);
    expect(await type(office.scope, typed(office, { level: 'EH4' }))).toBe(id);
    expect(await right(office.scope, id)).toMatchObject({ clientId: office.a.clientId, level: 'EH4', endsOn: '2031-12-01', untilPrecision: 'day' });
    expect((await events(office.limitedTo(office.a.clientId), id)).map(({ action }) => action)).toEqual(['authorisation.created', 'authorisation.updated']);
  });

  it.each<[string, (office: Office) => Partial<TypedAuthorisation>, string, string | undefined]>([
    ['over five years', () => ({ endsOn: calendarDate('2031-12-02') }), 'TERM_TOO_LONG', 'endsOn'],
    ['that ends before it starts', () => ({ startsOn: calendarDate('2027-01-01'), endsOn: calendarDate('2026-12-31') }), 'TERM_REVERSED', 'endsOn'],
    ['without a target', () => ({ targets: [] }), 'INVALID_INPUT', 'targets'],
    ['for an unknown service', () => ({ targets: [{ serviceKey: 'x', providerKey: null, isWholeProvider: false }] }), 'UNKNOWN_SERVICE', 'service'],
    ['at an unknown supplier', () => ({ supplierKey: 'x' }), 'INVALID_INPUT', 'supplierKey'],
    ['of a client half with a person', ({ people }) => ({ personId: people[0] }), 'INVALID_INPUT', 'personId'],
    ['of a direct right without one', () => ({ kind: 'direct', intermediaryCompanyId: null }), 'INVALID_INPUT', 'personId'],
    ['of a chain with a branch', () => ({ branchNumber: '000012345678' }), 'INVALID_INPUT', 'branchNumber'],
    ['through a client’s company', ({ b }) => ({ intermediaryCompanyId: b.companyId }), 'NOT_FOUND', undefined],
    ['for a company that is not there', () => ({ companyId: newId() }), 'NOT_FOUND', undefined],
  ])('is refused %s', async (_, change, code, field) => {
    const office = await anOffice(db);
    await expect(type(office.scope, typed(office, change(office)))).rejects.toMatchObject({ code, field });
  });

  it('points at nothing of another tenant or client, and at all that is its own', async () => {
    const [office, stranger] = [await anOffice(db), await anOffice(db)];
    const half = typed(office, { kind: 'office-half', personId: office.people[0] });
    await expect(type(office.scope, { ...half, companyId: stranger.a.companyId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(type(office.scope, { ...half, intermediaryCompanyId: stranger.ownCompanyId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(type(office.scope, { ...half, personId: stranger.people[0] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(type(office.limitedTo(office.b.clientId), half)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(type(office.limitedTo(office.a.clientId), half)).resolves.toEqual(expect.any(String));
  });
});
