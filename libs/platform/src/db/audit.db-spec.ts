import { createHash } from 'node:crypto';
import { newId } from '@ketenregie/kernel';
import { type TestDatabase, createTestDatabase } from '../testing/index.js';
import { type EventDraft, type Scope, type TenantDb, systemScope } from './index.js';

let database: TestDatabase;
let db: TenantDb;
const scope = systemScope(newId());
const other = systemScope(newId());
const clientId = newId();

async function plantTenant(each: Scope): Promise<void> {
  await db.write(each, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [each.tenantId, `t-${each.tenantId}`]);
    await writer.query(`insert into tenant (name, kind) values ('Kantoor', 'office')`);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  await plantTenant(scope);
  await plantTenant(other);
  await db.write(scope, (writer) => writer.query(`insert into client (id, name) values ($1, 'Client')`, [clientId]));
});
afterAll(() => database.drop());

interface EventRow {
  readonly sequence: number;
  readonly at: string;
  readonly [column: string]: unknown;
}

const EVENTS = `select sequence::int as sequence, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, tenant_id as "tenantId",
    client_id as "clientId", action, object_kind as "objectKind", object_id as "objectId", reason, payload, payload_hash as "payloadHash", previous_hash as "previousHash", hash
  from audit_event where tenant_id = $1 order by sequence`;

/** The format in other words than the product's: what an auditor would write from the columns' comments. */
const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');

function faultsOf({ hash, payload, reason, ...row }: EventRow, expected: { readonly sequence: number; readonly previousHash: unknown }): string[] {
  const faults: string[] = [];
  if (row.sequence !== expected.sequence) faults.push('missing');
  if (row['previousHash'] !== expected.previousHash) faults.push('unlinked');
  if (hashOf({ payload, reason }) !== row['payloadHash']) faults.push('payload');
  if (hashOf({ format: 1, ...row }) !== hash) faults.push('altered');
  return faults;
}

/** The first bad place of a chain and what is wrong there, or null. */
async function firstFault(tenantId: string): Promise<string | null> {
  const rows = await database.asAdmin<EventRow>(EVENTS, [tenantId]);
  let previous: Pick<EventRow, 'sequence' | 'hash'> = { sequence: 0, hash: '' } as never;
  for (const row of rows) {
    const faults = faultsOf(row, { sequence: previous.sequence + 1, previousHash: previous['hash'] });
    if (faults.length > 0) return `${previous.sequence + 1}: ${faults.join(', ')}`;
    previous = row as never;
  }
  const [head] = await database.asAdmin<{ sequence: number; hash: string }>('select sequence::int as sequence, hash from audit_head where tenant_id = $1', [tenantId]);
  return head?.sequence === previous.sequence && head.hash === previous['hash'] ? null : `${previous.sequence + 1}: cut off`;
}

const event = (nr: number): EventDraft => ({
  action: 'company.changed',
  objectKind: 'company',
  objectId: newId(),
  ...(nr % 2 === 0 ? { clientId, reason: `Vertrek van één collega ${nr}` } : {}),
  payload: { clientNumber: nr, before: { town: null, name: [1, { y: 2, x: undefined }] }, after: 'ë "€" \\ 𝄞', rsin: 0.1, legalForm: 1e21 },
});

/** One writer of many: each event in a transaction of its own, every fifth taken back after it was appended. */
async function appendMany(each: Scope, count: number): Promise<number> {
  let kept = 0;
  for (let nr = 0; nr < count; nr += 1) {
    const isTakenBack = nr % 5 === 4;
    const work = db.write(each, async (writer) => {
      await writer.audit(event(each === scope ? nr : 1));
      if (isTakenBack) throw new Error('on purpose');
    });
    await work.then(() => (kept += 1), () => undefined);
  }
  return kept;
}

describe('the chain of events', () => {
  it('has no fork and no gap after 20 writers at once with 20 events each, some taken back', async () => {
    const kept = await Promise.all(Array.from({ length: 20 }, (_, nr) => appendMany(nr % 10 === 0 ? other : scope, 20)));
    expect(kept).toEqual(Array.from({ length: 20 }, () => 16));
    const rows = await database.asAdmin<EventRow>(EVENTS, [scope.tenantId]);
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 18 * 16 }, (_, nr) => nr + 1));
    expect(new Set(rows.map(({ previousHash }) => previousHash)).size).toBe(rows.length);
    expect([await firstFault(scope.tenantId), await firstFault(other.tenantId)]).toEqual([null, null]);
  });

  it('takes several events in one transaction, and none of them if it fails', async () => {
    const three = async (isThrown: boolean): Promise<void> =>
      db.write(scope, async (writer) => {
        for (const nr of [1, 2, 3]) await writer.audit(event(nr));
        if (isThrown) throw new Error('on purpose');
      });
    const before = (await database.asAdmin(EVENTS, [scope.tenantId])).length;
    await expect(three(true)).rejects.toThrow('on purpose');
    await three(false);
    expect((await database.asAdmin(EVENTS, [scope.tenantId])).length).toBe(before + 3);
    expect(await firstFault(scope.tenantId)).toBeNull();
  });

  it('hashes what the database gives back, whatever a use case put in', async () => {
    const payload = { name: new Date(0), town: undefined, otherNames: [undefined, new Date(0)], rsin: -0, kvkNumber: Number.NaN };
    await db.write(scope, (writer) => writer.audit({ action: 'company.changed', objectKind: 'odd', payload }));
    await db.write(scope, (writer) => writer.audit({ action: 'digest.stopped', objectKind: 'bare' }));
    expect(await firstFault(scope.tenantId)).toBeNull();
  });

  it('refuses a field that would stand there without words, and takes the same value under its name', async () => {
    const noted = (payload: Readonly<Record<string, unknown>>) => db.write(scope, (writer) => writer.audit({ action: 'company.changed', objectKind: 'company', payload }));
    for (const payload of [{ city: 'Ede' }, { before: { city: 'Ede' }, after: null }, { before: null, after: { town: 'Epe', city: 'Epe' } }]) await expect(noted(payload)).rejects.toThrow('no words for city');
    await noted({ before: { town: 'Ede' }, after: { town: 'Epe' } });
  });

  it('takes the event of a member limited to a client, who cannot append for another', async () => {
    const limited: Scope = { ...scope, actor: `member:${newId()}`, hasAllClients: false, clientIds: [newId()] };
    await db.write({ ...limited, clientIds: [clientId] }, (writer) => writer.audit(event(0)));
    await db.write(limited, (writer) => writer.audit(event(1)));
    await expect(db.write(limited, (writer) => writer.audit(event(0)))).rejects.toMatchObject({ code: '42501' });
    expect(await firstFault(scope.tenantId)).toBeNull();
  });
});

describe('an event that stands', () => {
  it.each([`update audit_event set reason = 'x'`, 'delete from audit_event', 'truncate audit_event', 'delete from audit_head'])('is out of the app\'s reach: %s', async (sql) => {
    await expect(db.write(scope, (writer) => writer.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`update audit_event set reason = 'x'`, 'delete from audit_event', 'truncate audit_event'])('is refused even to a superuser while the triggers stand: %s', async (sql) => {
    await expect(database.asAdmin(sql)).rejects.toThrow('append-only');
  });
});

describe('a chain tampered with past the triggers', () => {
  const at = (change: string): string => `update audit_event set ${change} where tenant_id = '${scope.tenantId}' and sequence = 7`;
  const tampered = [
    { name: 'a changed payload', sql: at(`payload = payload || '{"nr": 99}'`), fault: '7: payload' },
    { name: 'a payload changed with its hash', sql: at(`payload = '{}', payload_hash = '${hashOf({ payload: {}, reason: null })}', reason = null`), fault: '7: altered' },
    { name: 'a changed reason', sql: at(`reason = 'Another'`), fault: '7: payload' },
    { name: 'another actor', sql: at(`actor = 'operator'`), fault: '7: altered' },
    { name: 'another time', sql: at(`occurred_at = occurred_at - interval '1 microsecond'`), fault: '7: altered' },
    { name: 'another client', sql: at(`client_id = case when client_id is null then '${clientId}'::uuid end`), fault: '7: altered' },
    { name: 'another object', sql: at('object_id = null'), fault: '7: altered' },
    { name: 'another link', sql: at(`previous_hash = hash`), fault: '7: unlinked, altered' },
    { name: 'a deleted event', sql: `delete from audit_event where tenant_id = '${scope.tenantId}' and sequence = 7`, fault: '7: missing, unlinked' },
    { name: 'a deleted first event', sql: `delete from audit_event where tenant_id = '${scope.tenantId}' and sequence = 1`, fault: '1: missing, unlinked' },
    {
      name: 'two events in each other\'s place',
      sql: `update audit_event set sequence = -sequence + 100015 where tenant_id = '${scope.tenantId}' and sequence in (7, 8);
        update audit_event set sequence = sequence - 100000 where tenant_id = '${scope.tenantId}' and sequence > 100000`,
      fault: '7: unlinked, altered',
    },
    { name: 'a tail cut off', sql: `delete from audit_event where tenant_id = '${scope.tenantId}' and sequence > 200`, fault: '201: cut off' },
  ];

  it.each(tampered)('$name is found by computing it again', async ({ sql, fault }) => {
    await database.asAdmin('begin');
    try {
      await database.asAdmin(`alter table audit_event disable trigger user; ${sql}`);
      expect(await firstFault(scope.tenantId)).toBe(fault);
    } finally {
      await database.asAdmin('rollback');
    }
    expect(await firstFault(scope.tenantId)).toBeNull();
  });
});
