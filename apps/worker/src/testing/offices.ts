import { clockStandingAt, newId } from '@ketenregie/kernel';
import { makeDigests } from '@ketenregie/notices-server';
import type { TenantDb } from '@ketenregie/platform/db';
import type { TestDatabase } from '@ketenregie/platform/testing';
import { aBusyOffice, BUSY_ON } from '@ketenregie/tasks-server/testing';

/** The night before the business day: everybody's setting is there, nobody's hour has come. */
const NIGHT = '2026-11-22T23:30:00Z';

/** The business day at which the members' digests are due; their hour is seven in Amsterdam. */
export const DIGEST_DAY = BUSY_ON;

/** What CLOCK_OFFSET_MS makes of now that instant. */
export const offsetTo = (instant: string): string => String(Date.parse(instant) - Date.now());

/** Plants offices with so many members in all, each of whom is to be told something on that day. Returns the ids of the tenants. */
export async function plantOffices(database: TestDatabase, db: TenantDb, { offices, members }: { readonly offices: number; readonly members: number }): Promise<string[]> {
  const tenantIds: string[] = [];
  for (let nr = 0; nr < offices; nr += 1) {
    const { scope } = await aBusyOffice(db);
    const count = Math.floor(members / offices) + (nr < members % offices ? 1 : 0);
    const ids = Array.from({ length: count }, () => newId());
    await database.asAdmin(`insert into account (id, login, display_name, language) select id, 'm.' || id || '@office.example', 'Anna Bos', 'nl' from unnest($1::uuid[]) id`, [ids]);
    await database.asAdmin(
      `insert into member (tenant_id, id, account_id, display_name, roles, has_all_clients, is_internal) select $2, id, id, 'Anna Bos', '{office-administrator}', true, true from unnest($1::uuid[]) id`,
      [ids, scope.tenantId],
    );
    await makeDigests({ tenantDb: db, clock: clockStandingAt(NIGHT), sources: [] }, scope.tenantId);
    tenantIds.push(scope.tenantId);
  }
  return tenantIds;
}
