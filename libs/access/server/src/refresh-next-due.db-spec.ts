import { type CalendarDate, calendarDate, clockStandingAt } from '@ketenregie/kernel';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { recordMeans, recordPeople } from '@ketenregie/people-server';
import { createTenant, tenantRows } from '@ketenregie/tenants-server';
import { refreshNextDue } from './refresh-next-due.job.js';

let database: TestDatabase;
let tenantDb: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  tenantDb = await database.open({ rows: tenantRows });
});
afterAll(() => database.drop());

const today = calendarDate('2026-11-23');
const context = () => ({ tenantDb, clock: clockStandingAt('2026-11-23T09:00:00Z'), log: silentLog });

async function officeWith(slug: string, ends: readonly (CalendarDate | null)[]): Promise<string> {
  const { id } = await createTenant(tenantDb, { slug, name: slug, kind: 'office', kvkNumber: '90000011' }, async () => undefined);
  const recording = { referenceOn: today, importId: null, recordedBy: 'system' };
  await tenantDb.write(systemScope(id), async (writer) => {
    const [person] = await recordPeople(writer, [{ position: 0, fullName: 'Anna Bos', initials: null, email: null, jobTitle: null, isDirector: false, inServiceFrom: null, inServiceUntil: null, isAuthoritative: true }], recording);
    const means = ends.map((endsOn, position) => ({
      ...{ position, personId: person?.personId ?? '', supplierKey: 'kpn', supplierReference: `U${position}`, level: 'EH3' as const, variant: 'standard' as const },
      ...{ state: 'active' as const, statedOn: today, issuedOn: null, endsOn, lastUsedOn: null, method: null },
    }));
    await recordMeans(writer, means, recording);
  });
  return id;
}

const dueOf = async (tenantId: string): Promise<string | null> =>
  (await database.asAdmin<{ due: string | null }>(`select to_char(next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as due from tenant_directory where id = $1`, [tenantId]))[0]?.due ?? null;

describe('the next due instant of a tenant', () => {
  it('is the soonest last valid day ahead, by Amsterdam; what has passed and what is unknown do not count', async () => {
    const tenantId = await officeWith('een', [calendarDate('2026-11-22'), calendarDate('2027-02-01'), calendarDate('2026-12-31'), null]);
    await refreshNextDue.handler({ tenantId }, context());
    expect(await dueOf(tenantId)).toBe('2026-12-30T23:00');
  });

  it('is the same when the job runs three times at once, and nobody else’s changes', async () => {
    const tenantId = await officeWith('twee', [calendarDate('2027-01-15')]);
    const other = await officeWith('drie', [calendarDate('2027-03-01')]);
    await Promise.all([1, 2, 3].map(() => refreshNextDue.handler({ tenantId }, context())));
    expect([await dueOf(tenantId), await dueOf(other)]).toEqual(['2027-01-14T23:00', null]);
  });

  it('is none where nothing ends', async () => {
    const tenantId = await officeWith('vier', [null]);
    await refreshNextDue.handler({ tenantId }, context());
    expect(await dueOf(tenantId)).toBeNull();
  });
});
