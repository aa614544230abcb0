import { newId } from '@ketenregie/kernel';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { type ChainVerdict, type Scope, systemScope, type TenantDb, verifyChain } from './index.js';

let database: TestDatabase;
let db: TenantDb;

/** A tenant with a log of its own: every kind of value that an event holds. */
async function plant(events: number): Promise<Scope> {
  const scope = systemScope(newId(), 'operator');
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [scope.tenantId, `t-${scope.tenantId}`]);
    await writer.query(`insert into tenant (name, kind) values ('Kantoor', 'office')`);
    const clientId = newId();
    await writer.query(`insert into client (id, name) values ($1, 'Client')`, [clientId]);
    for (let nr = 0; nr < events; nr += 1) {
      await writer.audit({
        action: 'company.changed', objectKind: 'company', ...(nr % 2 === 0 && { clientId, objectId: newId() }), ...(nr % 3 === 0 && { reason: `Waarom ${nr}: "é" \\ ✓` }),
        payload: { clientNumber: nr, rsin: nr / 3, kvkNumber: 1e21, endedOn: new Date(0), name: { b: [1, null, 'x'], a: nr % 2 === 0 }, town: undefined },
      });
    }
  });
  return scope;
}

const verdictOf = (scope: Scope): Promise<ChainVerdict> => db.read(scope, verifyChain);

/** Changes the log as somebody can who is past every wall and trigger. */
async function tamper(scope: Scope, sql: string): Promise<void> {
  await database.asAdmin('set session_replication_role = replica');
  await database.asAdmin(sql.replaceAll('$tenant', `'${scope.tenantId}'`));
  await database.asAdmin('set session_replication_role = origin');
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  // Who is past the walls is past the keys too: two events of one number must show as well.
  await database.asAdmin('alter table audit_event drop constraint audit_event_tenant_id_sequence_key');
});
afterAll(() => database.drop());

describe('the chain of events', () => {
  it('holds where nobody touched it, over more than a page, and where it is empty', async () => {
    expect(await verdictOf(await plant(2_100))).toMatchObject({ events: 2_100, head: { sequence: 2_100 }, fault: null });
    expect(await verdictOf(await plant(0))).toEqual({ events: 0, head: { sequence: 0, hash: '' }, fault: null });
  });

  const of = (sequence: number): string => `where tenant_id = $tenant and sequence = ${sequence}`;
  const copyAs = (sequence: string): string =>
    `insert into audit_event (tenant_id, id, sequence, client_id, occurred_at, actor, action, object_kind, object_id, reason, payload, payload_hash, previous_hash, hash)
       select tenant_id, gen_random_uuid(), ${sequence}, client_id, occurred_at, actor, action, object_kind, object_id, reason, payload, payload_hash, previous_hash, hash from audit_event ${of(9)}`;

  it.each<[string, string, string, number]>([
    ['a payload that was changed', `update audit_event set payload = payload || '{"clientNumber":99}' ${of(4)}`, 'content-altered', 4],
    ['a reason that was changed', `update audit_event set reason = 'Anders' ${of(4)}`, 'content-altered', 4],
    ['a reason that was taken away', `update audit_event set reason = null ${of(1)}`, 'content-altered', 1],
    ['another actor', `update audit_event set actor = 'member:iemand' ${of(5)}`, 'altered', 5],
    ['another moment, by a microsecond', `update audit_event set occurred_at = occurred_at + interval '1 microsecond' ${of(5)}`, 'altered', 5],
    ['another object', `update audit_event set object_id = gen_random_uuid() ${of(3)}`, 'altered', 3],
    ['another client', `update audit_event set client_id = null ${of(3)}`, 'altered', 3],
    ['another action', `update audit_event set action = 'means.seen' ${of(6)}`, 'altered', 6],
    ['a hash that was changed', `update audit_event set hash = repeat('0', 64) ${of(6)}`, 'altered', 6],
    ['an event gone from the middle', `delete from audit_event ${of(5)}`, 'missing', 5],
    ['the first event gone', `delete from audit_event ${of(1)}`, 'missing', 1],
    ['the last event gone', `delete from audit_event ${of(10)}`, 'truncated', 10],
    ['all events gone', 'delete from audit_event where tenant_id = $tenant', 'truncated', 1],
    ['an event behind the end', copyAs('11'), 'altered', 11],
    ['two events that changed places', `update audit_event set sequence = case sequence when 4 then 5 else 4 end where tenant_id = $tenant and sequence in (4, 5)`, 'altered', 4],
    ['an event twice', copyAs('9'), 'inserted', 9],
    ['a head set back', `update audit_head set sequence = 9, hash = (select hash from audit_event ${of(9)}) where tenant_id = $tenant`, 'inserted', 10],
    ['another head', `update audit_head set hash = repeat('0', 64) where tenant_id = $tenant`, 'unlinked', 10],
  ])('shows %s', async (_, sql, kind, sequence) => {
    const [scope, beside] = [await plant(10), await plant(3)];
    await tamper(scope, sql);
    expect((await verdictOf(scope)).fault).toMatchObject({ kind, sequence });
    expect((await verdictOf(beside)).fault).toBeNull();
  });

  it('shows an event that was written anew with a hash of its own, at the one behind it', async () => {
    const [scope, other] = [await plant(10), await plant(10)];
    // The event of another tenant, whole and right in itself.
    await tamper(scope, `update audit_event a set occurred_at = b.occurred_at, payload = b.payload, reason = b.reason, payload_hash = b.payload_hash, object_id = b.object_id, client_id = b.client_id, hash = b.hash
      from audit_event b where a.tenant_id = $tenant and a.sequence = 4 and b.tenant_id = '${other.tenantId}' and b.sequence = 4`);
    expect((await verdictOf(scope)).fault).toMatchObject({ kind: 'altered', sequence: 4 });
    await tamper(scope, `delete from audit_event ${of(4)}`);
    await db.write(scope, (writer) => writer.audit({ action: 'means.recorded', objectKind: 'means' }));
    await tamper(scope, `update audit_event set sequence = 4 ${of(11)}`);
    expect((await verdictOf(scope)).fault).toMatchObject({ sequence: 4 });
  });
});
