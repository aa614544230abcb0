import { clockStandingAt } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { OperationContext, type Permissions } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { mayDo } from '@ketenregie/tenants-domain';
import { AuthorisationFieldsResolver, AuthorisationTargetResolver, AuthorisationsResolver } from './authorisations.resolver.js';
import { findChange } from './changes.queries.js';
import { ChangesResolver } from './changes.resolver.js';
import { authorisationRows, recordAuthorisations } from './index.js';
import { type Office, REFERENCE_ON, aFact, anOffice } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
});
afterAll(() => database.drop());

const permissions: Permissions = { allows: (roles, action) => mayDo(roles as never, action as never) };

function anOperation(scope: Scope, role = 'adviser', idempotencyKey = `key-${Math.random()}`): OperationContext {
  const account = { accountId: 'a', sessionId: 's' };
  const viewer = { accountId: 'a', memberId: 'm', personId: null, tenantSlug: 't', roles: [role], language: 'nl', timeZone: 'Europe/Amsterdam', scope } as const;
  return new OperationContext({ requestId: 'r', account, viewer, idempotencyKey, db, clock: clockStandingAt('2026-11-23T09:00:00Z'), permissions });
}

const record = (office: Office, size: number) =>
  db.write(office.scope, (writer) => recordAuthorisations(writer, Array.from({ length: size }, (_, at) => aFact(office, { task: `Taak ${at}`, position: at })), { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));

const [rights, fields, targets, changes] = [new AuthorisationsResolver(), new AuthorisationFieldsResolver(), new AuthorisationTargetResolver(), new ChangesResolver()];

async function wholePage(office: Office): Promise<OperationContext> {
  const operation = anOperation(office.scope);
  const { edges, totalCount } = await rights.authorisations({ first: 200 }, operation);
  expect(edges).toHaveLength(totalCount);
  await Promise.all(edges.map(async ({ node }) => {
    const parent = node as never;
    const [found] = await Promise.all([fields.targets(parent, operation), fields.changes(parent, operation), fields.viewerCan(parent, operation)]);
    await Promise.all(found.map((target) => targets.service(target, operation)));
  }));
  await operation.close();
  return operation;
}

describe('the API of rights', () => {
  it('asks the database as often for a hundred rights with all their fields as for one', async () => {
    const counts: number[] = [];
    for (const size of [1, 10, 100]) {
      const office = await anOffice(db);
      await record(office, size);
      counts.push((await wholePage(office)).statementCount);
    }
    // The page, its number, the targets, the changes, the services.
    expect(counts).toEqual([5, 5, 5]);
  });

  it('says what the viewer may do, by role and by what was decided', async () => {
    const office = await anOffice(db);
    const [outcome] = await record(office, 1);
    const authorisationId = outcome?.authorisationId ?? '';
    const may = async (role: string) => {
      const operation = anOperation(office.scope, role);
      const right = (await rights.authorisation({ id: authorisationId }, operation)) as never;
      return fields.viewerCan(right, operation).finally(() => operation.close());
    };
    expect(await may('adviser')).toEqual(['authorisation.record', 'authorisation.decide']);
    expect(await may('assistant')).toEqual(['authorisation.record']);
    expect(await may('auditor')).toEqual([]);
    const operation = anOperation(office.scope);
    await changes.decideRevocation({ authorisationId, reason: 'Uit dienst' }, operation);
    await operation.close();
    expect(await may('adviser')).toEqual(['authorisation.record']);
  });

  it.each([
    [false, ['asked', 'carried-out', 'confirmed', 'failed', 'withdrawn', 'partly']],
    [true, ['asked', 'carried-out', 'failed', 'withdrawn', 'partly']],
  ])('offers who decided to confirm it himself only without four eyes (%s)', async (needsFourEyes, expected) => {
    const office = await anOffice(db, { needsFourEyes });
    const [outcome] = await record(office, 1);
    const operation = anOperation(office.scope);
    const decided = await changes.decideRevocation({ authorisationId: outcome?.authorisationId ?? '', reason: 'Uit dienst' }, operation);
    const parent = (await findChange(operation.reader, decided.id)) as never;
    expect([...(await changes.nextStates(parent, operation))].sort()).toEqual([...expected].sort());
    expect(changes.isOwnDecision(parent, operation)).toBe(true);
    await operation.close();
    const colleague = anOperation({ ...office.scope, actor: 'member:other' });
    expect(await changes.nextStates(parent, colleague)).toContain('confirmed');
    expect(await changes.nextStates(parent, anOperation(office.scope, 'auditor'))).toEqual([]);
    await colleague.close();
  });

  it('decides once for one idempotency key', async () => {
    const office = await anOffice(db);
    const [outcome] = await record(office, 1);
    const decide = async () => {
      const operation = anOperation(office.scope, 'adviser', 'the same key');
      return changes.decideRevocation({ authorisationId: outcome?.authorisationId ?? '', reason: 'Uit dienst' }, operation).finally(() => operation.close());
    };
    expect((await decide()).id).toBe((await decide()).id);
  });
});
