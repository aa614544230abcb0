import { calendarDate, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import { cursorOf } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { auditEventPage, auditFilterOf, changeTenantSettings, createTenant, tenantRows, tenantSettings } from './index.js';

let database: TestDatabase;
let db: TenantDb;
let scope: Scope;
const clientId = newId();

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: tenantRows });
  const { id } = await createTenant(db, { slug: 'noord', name: 'Noord', kind: 'office', kvkNumber: '90000011' }, async () => undefined);
  scope = systemScope(id);
  await db.write(scope, async (writer) => {
    await writer.query('insert into client (id, name) values ($1, $2)', [clientId, 'Klant A']);
    await writer.audit({ action: 'company.changed', objectKind: 'company', objectId: clientId, clientId, payload: { before: { town: 'Ede' }, after: { town: 'Epe' } } });
    await writer.audit({ action: 'service.settled', objectKind: 'service', objectId: newId(), reason: 'gezien' });
  });
});
afterAll(() => database.drop());

const page = (by: Scope, typed: Parameters<typeof auditFilterOf>[0] = {}, first = 50) =>
  db.read(by, (reader) => auditEventPage(reader, { filter: auditFilterOf(typed), first, after: null }));
const actionsOf = async (...asked: Parameters<typeof page>): Promise<string[]> => (await page(...asked)).edges.map(({ node }) => node.action);

describe('the log of a tenant', () => {
  it('is told newest first, page after page, with its exact length', async () => {
    const first = await page(scope, {}, 2);
    expect(first.edges.map(({ node }) => node.action)).toEqual(['service.settled', 'company.changed']);
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true]);
    const rest = await db.read(scope, (reader) => auditEventPage(reader, { filter: {}, first: 2, after: [first.edges.at(-1)?.node.id ?? ''] }));
    expect(rest.edges.map(({ node }) => node.action)).toEqual(['tenant.created']);
  });

  it('is filtered by kind, by how the action begins, by actor, by object and by day', async () => {
    expect(await actionsOf(scope, { objectKind: 'company' })).toEqual(['company.changed']);
    expect(await actionsOf(scope, { action: 'service.' })).toEqual(['service.settled']);
    expect(await actionsOf(scope, { actor: 'operator' })).toEqual(['tenant.created']);
    expect(await actionsOf(scope, { companyId: clientId })).toEqual(['company.changed']);
    expect(await actionsOf(scope, { from: '2999-01-01' })).toEqual([]);
    expect(await actionsOf(scope, { until: calendarDate('1999-01-01') })).toEqual([]);
    expect(() => auditFilterOf({ from: 'gisteren' })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'from' }));
    expect(() => auditFilterOf({ objectId: "' or 1=1 --" })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'objectId' }));
  });

  it('shows a member of one client the entries of that client, and of another none', async () => {
    const limited = (clients: readonly string[]): Scope => ({ ...scope, hasAllClients: false, clientIds: clients });
    expect(await actionsOf(limited([clientId]))).toEqual(['company.changed']);
    expect((await page(limited([newId()]))).totalCount).toBe(0);
  });

  it('numbers the entries for who sees all of them; to others the gaps would count what they do not see', async () => {
    const numbers = async (by: Scope) => (await page(by)).edges.map(({ node }) => node.sequence);
    expect(await numbers({ ...scope, hasAllClients: false, clientIds: [clientId] })).toEqual([null]);
    expect(await numbers(scope)).toEqual([3, 2, 1]);
  });

  it('gives a place in the list that tells no number either, and a place that is not in sight leads nowhere', async () => {
    const [newest] = (await page(scope)).edges;
    const after = (by: Scope, id: string) => db.read(by, (reader) => auditEventPage(reader, { filter: {}, first: 9, after: [id] }));
    expect(newest?.cursor).toBe(cursorOf([newest?.node.id ?? '']));
    const limited = { ...scope, hasAllClients: false, clientIds: [clientId] };
    expect([await after(limited, newest?.node.id ?? ''), (await after(scope, newest?.node.id ?? '')).edges.length]).toEqual([await after(limited, newId()), 2]);
  });
});

describe('the settings of a tenant', () => {
  it('are changed one by one, and the log says what was and what is', async () => {
    await db.write(scope, (writer) => changeTenantSettings(writer, { notCheckedAfterMonths: 6 }));
    expect(await db.read(scope, tenantSettings)).toMatchObject({ name: 'Noord', language: 'nl', notCheckedAfterMonths: 6, needsFourEyes: false });
    const [entry] = (await page(scope)).edges;
    expect(JSON.parse(entry?.node.payload ?? '')).toMatchObject({ before: { notCheckedAfterMonths: 12 }, after: { notCheckedAfterMonths: 6 } });
  });

  it.each([[{ name: '  ' }], [{ language: 'fr' as 'nl' }], [{ notCheckedAfterMonths: 0 }], [{ notCheckedAfterMonths: 61 }]])('refuse %j, and stay', async (change) => {
    await expect(db.write(scope, (writer) => changeTenantSettings(writer, change))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await db.read(scope, tenantSettings)).toMatchObject({ name: 'Noord', language: 'nl', notCheckedAfterMonths: 6 });
  });
});
