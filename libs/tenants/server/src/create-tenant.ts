import { DomainError, newId } from '@ketenregie/kernel';
import { type TenantDb, type Writer, systemScope } from '@ketenregie/platform/db';
import { type NewTenant, assertNewTenant } from '@ketenregie/tenants-domain';
import { ClientRow, TenantRow } from './tenant.row.js';

export interface CreatedTenant {
  readonly id: string;
  readonly slug: string;
}

/** Makes the tenant's own company in the same transaction; given by `companies`, which stands to the right of tenants. */
export type RecordOwnCompany = (writer: Writer, company: { readonly name: string; readonly kvkNumber: string }) => Promise<void>;

/**
 * Creates a tenant with the client that stands for itself (its id is the tenant's) and its first own company. In: slug, name, kind, KvK number.
 * An example is made in more than one step: it is "preparing", and nobody finds it, until it is opened.
 * Refuses a slug in use with SLUG_TAKEN. Only the operator creates tenants, so telling that a slug is taken tells nobody else.
 */
export async function createTenant(db: TenantDb, { isExample = false, ...tenant }: NewTenant & { readonly isExample?: boolean }, recordOwnCompany: RecordOwnCompany): Promise<CreatedTenant> {
  assertNewTenant(tenant);
  const id = newId();
  await db.write(systemScope(id, 'operator'), async (writer) => {
    const entered = await writer.query('insert into tenant_directory (id, slug, state) values ($1, $2, $3) on conflict (slug) do nothing returning id', [id, tenant.slug, isExample ? 'preparing' : 'active']);
    if (entered.length === 0) throw new DomainError('SLUG_TAKEN', `The slug ${tenant.slug} is in use; choose another.`, 'slug');
    await writer.insert(TenantRow, { tenantId: id, name: tenant.name, kind: tenant.kind, isExample });
    await writer.insert(ClientRow, { id, name: tenant.name, clientNumber: null });
    await recordOwnCompany(writer, { name: tenant.name, kvkNumber: tenant.kvkNumber });
    await writer.audit({ action: 'tenant.created', objectKind: 'tenant', objectId: id, payload: { kind: tenant.kind, kvkNumber: tenant.kvkNumber } });
  });
  return { id, slug: tenant.slug };
}
