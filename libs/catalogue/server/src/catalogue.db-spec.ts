import { type Catalogue, SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { adoptServices, allProviders, allServices, allSuppliers, catalogueRows, findService, newestVersion, publishCatalogue, servicesById, settleService } from './index.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...catalogueRows] });
  await publishCatalogue(database.ownerUrl);
});
afterAll(() => database.drop());

async function aTenant(): Promise<Scope> {
  const scope = systemScope(newId());
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [scope.tenantId, `t-${scope.tenantId}`]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', 'office')`, [scope.tenantId]);
  });
  return scope;
}

const uwvAtLevel = (level: 'EH3' | 'EH4'): Catalogue => ({
  ...SHIPPED_CATALOGUE,
  services: SHIPPED_CATALOGUE.services.map((service) => (service.key === 'uwv-verzuim' ? { ...service, requiredLevel: level } : service)),
});

describe('publishing the catalogue', () => {
  it('writes nothing where the newest version says the same, from two sides at once too', async () => {
    const published = await Promise.all([publishCatalogue(database.ownerUrl), publishCatalogue(database.ownerUrl)]);
    expect(published).toEqual([1, 1].map((version) => ({ version, isNew: false })));
    const [count] = await database.asAdmin<{ count: string }>('select count(*) from catalogue_service');
    expect(Number(count?.count)).toBe(SHIPPED_CATALOGUE.services.length);
  });

  it('is not for the app role', async () => {
    await expect(publishCatalogue(database.appUrl, uwvAtLevel('EH4'))).rejects.toThrow(/permission denied/);
    expect(await db.read(await aTenant(), newestVersion)).toBe(1);
  });
});

describe('the services of a tenant', () => {
  it('are all there before any is adopted, with providers and suppliers', async () => {
    const scope = await aTenant();
    const [services, providers, suppliers] = await db.read(scope, async (reader) => [await allServices(reader), await allProviders(reader), await allSuppliers(reader)] as const);
    expect(services).toHaveLength(SHIPPED_CATALOGUE.services.length);
    expect(services.filter(({ id }) => id !== null)).toEqual([]);
    expect(providers).toHaveLength(SHIPPED_CATALOGUE.providers.length);
    expect(suppliers.map(({ key }) => key)).toEqual(SHIPPED_CATALOGUE.suppliers.map(({ key }) => key).sort());
  });

  it('are adopted once, by two at the same time too', async () => {
    const scope = await aTenant();
    const keys = SHIPPED_CATALOGUE.services.map(({ key }) => key);
    const [first, second] = await Promise.all([db.write(scope, (writer) => adoptServices(writer, keys)), db.write(scope, (writer) => adoptServices(writer, keys.toReversed()))]);
    expect(first.size).toBe(keys.length);
    expect(new Map([...second].sort())).toEqual(new Map([...first].sort()));
  });

  it('refuse a key that the catalogue does not have, and adopt nothing then', async () => {
    const scope = await aTenant();
    await expect(db.write(scope, (writer) => adoptServices(writer, ['bd-mbdz', 'no-such-service']))).rejects.toMatchObject({ code: 'UNKNOWN_SERVICE' });
    expect(await database.asAdmin('select 1 from service where tenant_id = $1', [scope.tenantId])).toEqual([]);
  });

  it('keep the version they were adopted at, while the others follow the newest', async () => {
    const [early, late] = [await aTenant(), await aTenant()];
    await db.write(early, (writer) => adoptServices(writer, ['uwv-verzuim']));
    const before = await db.read(early, (reader) => findService(reader, 'uwv-verzuim'));
    const level = before?.requiredLevel === 'EH4' ? 'EH3' : 'EH4';
    expect(await publishCatalogue(database.ownerUrl, uwvAtLevel(level))).toEqual({ version: 2, isNew: true });
    expect(await db.read(early, (reader) => findService(reader, 'uwv-verzuim'))).toMatchObject({ version: 1, requiredLevel: before?.requiredLevel });
    expect(await db.read(late, (reader) => findService(reader, 'uwv-verzuim'))).toMatchObject({ version: 2, requiredLevel: level });
    expect(await db.read(early, allServices)).toHaveLength(SHIPPED_CATALOGUE.services.length);
  });
});

describe('settling a service', () => {
  it('counts from then on, until it is taken back, each with its event', async () => {
    const scope = await aTenant();
    const id = await db.write(scope, (writer) => settleService(writer, { serviceKey: 'bd-mbdz', requiredLevel: 'EH4', chainAllowed: 'no', reason: 'Ingelogd op 3 november' }));
    const settled = await db.read(scope, (reader) => servicesById(reader, [id]));
    expect(settled.get(id)).toMatchObject({ requiredLevel: 'EH4', isLevelSettled: true, chainAllowed: 'no', isChainSettled: true });
    await db.write(scope, (writer) => settleService(writer, { serviceKey: 'bd-mbdz', requiredLevel: null, reason: 'Vergissing' }));
    expect(await db.read(scope, (reader) => findService(reader, 'bd-mbdz'))).toMatchObject({ requiredLevel: 'EH3', isLevelSettled: false, chainAllowed: 'no' });
    expect(await database.asAdmin('select action, reason from audit_event where object_id = $1 order by sequence', [id])).toEqual([
      { action: 'service.settled', reason: 'Ingelogd op 3 november' },
      { action: 'service.settled', reason: 'Vergissing' },
    ]);
  });

  it.each([
    ['without a reason', { requiredLevel: 'EH4', reason: ' ' }, 'INVALID_INPUT'],
    ['without anything settled', { reason: 'Zomaar' }, 'INVALID_INPUT'],
    ['with a word that is no level', { requiredLevel: 'hoog', reason: 'Zomaar' }, 'INVALID_INPUT'],
    ['for a service nobody knows', { serviceKey: 'x', requiredLevel: 'EH4', reason: 'Zomaar' }, 'UNKNOWN_SERVICE'],
  ])('is refused %s', async (_, change, code) => {
    const scope = await aTenant();
    await expect(db.write(scope, (writer) => settleService(writer, { serviceKey: 'bd-mbdz', ...change } as never))).rejects.toMatchObject({ code });
  });

  it('is of one tenant alone: another neither sees, changes nor points at it, and the own one can', async () => {
    const [ours, theirs] = [await aTenant(), await aTenant()];
    const id = await db.write(ours, (writer) => settleService(writer, { serviceKey: 'bd-mbdz', requiredLevel: 'EH4', reason: 'Eigen ervaring' }));
    const change = (scope: Scope) => db.write(scope, (writer) => writer.query(`update service set chain_allowed_override = 'no' where id = $1 returning id`, [id]));
    expect((await db.read(theirs, (reader) => servicesById(reader, [id]))).size).toBe(0);
    expect(await db.read(theirs, (reader) => findService(reader, 'bd-mbdz'))).toMatchObject({ id: null, isLevelSettled: false });
    expect(await change(theirs)).toEqual([]);
    expect((await db.read(ours, (reader) => servicesById(reader, [id]))).size).toBe(1);
    expect(await change(ours)).toEqual([{ id }]);
  });
});
