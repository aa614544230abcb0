import type { Reader, TenantDb } from '@ketenregie/platform/db';
import { queryOne, systemScope } from '@ketenregie/platform/db';
import { NotFoundError } from '@ketenregie/kernel';

export interface TenantSettings {
  readonly tenantId: string;
  readonly name: string;
  readonly kind: 'office' | 'holding';
  readonly timeZone: string;
  readonly language: 'nl' | 'en';
  readonly notCheckedAfterMonths: number;
  /** Who decided a change does not confirm it himself. */
  readonly needsFourEyes: boolean;
  readonly isExample: boolean;
}

/** The settings of the tenant in scope. */
export function tenantSettings(reader: Reader): Promise<TenantSettings> {
  return queryOne(
    reader,
    `select tenant_id as "tenantId", name, kind, time_zone as "timeZone", language, not_checked_after_months as "notCheckedAfterMonths",
       needs_four_eyes as "needsFourEyes", is_example as "isExample" from tenant`,
  );
}

/** Whether there are clients to speak of: always in an office, in a holding once it made a second (product rule 10), as far as the viewer sees them. */
export async function hasClients(reader: Reader): Promise<boolean> {
  const { has } = await queryOne<{ has: boolean }>(reader, `select t.kind = 'office' or exists (select 1 from client c where c.id <> t.tenant_id) as has from tenant t`);
  return has;
}

export interface TenantSummary {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly kvk: string | null;
}

/** All tenants with their names, for the operator: one scoped read a tenant, for no role sees over the walls. */
export async function listTenantSummaries(db: TenantDb): Promise<TenantSummary[]> {
  const summaries: TenantSummary[] = [];
  for (const { id, slug } of await db.listTenants()) {
    const row = await db.read(systemScope(id, 'operator'), (reader) =>
      queryOne<Omit<TenantSummary, 'slug'>>(
        reader,
        `select t.name, t.kind, (select c.kvk_number from company c where c.client_id = t.tenant_id order by c.created_at limit 1) as kvk from tenant t`,
      ),
    );
    summaries.push({ slug, ...row });
  }
  return summaries;
}

/** The id of the tenant with a slug; refuses an unknown one with NOT_FOUND. */
export async function tenantIdOf(db: TenantDb, slug: string): Promise<string> {
  const entry = await db.findTenant(slug);
  if (entry === null) throw new NotFoundError(`The tenant ${slug}`);
  return entry.id;
}
