import { type Catalogue, isTenantTable } from './catalogue.js';
import type { Finding } from './finding.js';

/** Commands a policy must answer for, with its letter in the catalogue. */
const COMMANDS: Readonly<Record<string, string>> = { select: 'r', insert: 'a', update: 'w', delete: 'd' };

/** Rows that say what was believed or done: they are added to, closed or superseded, never deleted. */
const HISTORY = /(_version|_event|_step)$/;

function rowSecurity({ tables, policies }: Catalogue): Finding[] {
  return tables.flatMap(({ table, isSecured, isForced, appGrants }): Finding[] => {
    const found: Finding[] = [];
    if (!isSecured) found.push({ table, rule: 'row-security', object: table, detail: 'row-level security is off' });
    if (!isForced) found.push({ table, rule: 'forced', object: table, detail: 'row-level security is not forced on the owner' });
    if (!isSecured && appGrants.some((grant) => grant !== 'select')) {
      found.push({ table, rule: 'read-only', object: table, detail: `without row-level security, yet the app may ${appGrants.join(', ')}` });
    }
    const own = policies.filter((policy) => policy.table === table && policy.isPermissive);
    const open = appGrants.filter((grant) => COMMANDS[grant] !== undefined && !own.some(({ command }) => command === '*' || command === COMMANDS[grant]));
    if (open.length > 0) found.push({ table, rule: 'policy-for-command', object: table, detail: `granted without a policy: ${open.join(', ')}` });
    return found;
  });
}

function grants({ tables }: Catalogue): Finding[] {
  return tables.flatMap(({ table, appGrants, queueGrants }): Finding[] => {
    const found: Finding[] = [];
    const past = appGrants.filter((grant) => COMMANDS[grant] === undefined);
    if (past.length > 0) found.push({ table, rule: 'table-grant', object: table, detail: `the app may ${past.join(', ')}: outside row-level security` });
    if (HISTORY.test(table) && appGrants.includes('delete')) {
      found.push({ table, rule: 'history-grant', object: table, detail: 'the app may delete what was recorded' });
    }
    if (queueGrants.length > 0) found.push({ table, rule: 'queue-reach', object: table, detail: `the queue role may ${queueGrants.join(', ')}` });
    return found;
  });
}

function tenantColumn(catalogue: Catalogue): Finding[] {
  return catalogue.tables.flatMap(({ table }): Finding[] => {
    const column = catalogue.columns.find((each) => each.table === table && each.column === 'tenant_id');
    const finding = (detail: string): Finding => ({ table, rule: 'tenant-column', object: table, detail });
    if (column === undefined) return [finding('has no tenant_id')];
    const found: Finding[] = [];
    if (!column.isRequired) found.push(finding('tenant_id may be null'));
    if (!(column.default ?? '').includes(`current_setting('app.tenant_id'`)) found.push(finding('tenant_id does not default to the tenant of the scope'));
    return found;
  });
}

function comments({ tables, columns }: Catalogue): Finding[] {
  const bare = tables.filter(({ comment }) => comment === null);
  const silent = columns.filter(({ table, comment }) => isVersionTable(table) && comment === null);
  return [
    ...bare.map(({ table }): Finding => ({ table, rule: 'table-comment', object: table, detail: 'has no comment' })),
    ...silent.map(({ table, column }): Finding => ({ table, rule: 'column-comment', object: `${table}.${column}`, detail: 'has no comment' })),
  ];
}

/** Version tables carry the two time axes; the published catalogue's versions are something else. */
function isVersionTable(table: string): boolean {
  return table.endsWith('_version') && !table.startsWith('catalogue_');
}

function keys(catalogue: Catalogue): Finding[] {
  return catalogue.tables.filter(({ table }) => isTenantTable(catalogue, table)).flatMap(({ table }): Finding[] => {
    const own = catalogue.indexes.filter((index) => index.table === table);
    const wrong = own.filter(({ isUnique, columns }) => isUnique && columns[0] !== 'tenant_id');
    const found = wrong.map(({ index, isPrimary, columns }): Finding => ({
      table,
      rule: isPrimary ? 'primary-key' : 'unique-key',
      object: `${table}.${index}`,
      detail: `(${columns.join(', ')}) does not start with tenant_id: it tells what another tenant has`,
    }));
    if (!own.some(({ isPrimary }) => isPrimary)) found.push({ table, rule: 'primary-key', object: table, detail: 'has no primary key' });
    return found;
  });
}

export const tableRules = [rowSecurity, grants, tenantColumn, keys, comments];
