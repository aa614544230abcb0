import { recordOwnCompany } from '@ketenregie/companies-server';
import { TENANT_KINDS, type TenantKind } from '@ketenregie/tenants-domain';
import { createTenant, listTenantSummaries } from '@ketenregie/tenants-server';
import { rows } from '../rows.js';
import { type OptionValues, UsageError, type Verb, required } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

function kindOf(values: OptionValues): TenantKind {
  const kind = TENANT_KINDS.find((known) => known === required(values, 'kind'));
  if (kind === undefined) throw new UsageError(`--kind is one of: ${TENANT_KINDS.join(', ')}`);
  return kind;
}

function create(values: OptionValues): (database: OpenDatabase) => Promise<object> {
  const tenant = { slug: required(values, 'slug'), name: required(values, 'name'), kind: kindOf(values), kvkNumber: required(values, 'kvk') };
  return async ({ tenantDb, clock }) => {
    const created = await createTenant(tenantDb, tenant, (writer, company) => recordOwnCompany(writer, company, clock.today()));
    return { ...created, name: tenant.name, kind: tenant.kind, kvk: tenant.kvkNumber };
  };
}

/** `tenants`: lists the tenants, or makes one with `tenants create`. */
export const tenants: Verb = {
  usage: '[create --slug S --name N --kind office|holding --kvk K] [--json]',
  options: { slug: { type: 'string' }, name: { type: 'string' }, kind: { type: 'string' }, kvk: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, io, { withDatabase }) {
    const [action, ...rest] = positionals;
    if (rest.length > 0 || (action !== undefined && action !== 'create')) throw new UsageError('tenants takes nothing, or create');
    if (action === 'create') {
      const created = await withDatabase(rows, create(values));
      io.answer(values['json'] === true ? JSON.stringify(created) : `Created ${required(values, 'slug')}.`);
      return;
    }
    const list = await withDatabase(rows, ({ tenantDb }) => listTenantSummaries(tenantDb));
    if (values['json'] === true) io.answer(JSON.stringify(list));
    else for (const { slug, name, kind, kvk } of list) io.answer(`${slug}  ${name}  ${kind}  ${kvk ?? ''}`);
  },
};
