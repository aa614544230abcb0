import { type Catalogue, type CatalogueForeignKey, type CatalogueIndex, clientColumnOf, isTenantTable } from './catalogue.js';
import type { Finding, WallRule } from './finding.js';

const describe = ({ columns, target, targetColumns }: CatalogueForeignKey): string => `(${columns.join(', ')}) -> ${target} (${targetColumns.join(', ')})`;

function finding(key: CatalogueForeignKey, rule: WallRule, detail: string): Finding {
  return { table: key.table, rule, object: `${key.table}.${key.constraint}`, detail: `${describe(key)} ${detail}` };
}

/** The column on the referring side that stands opposite `column` of the target, or undefined. */
function opposite(key: CatalogueForeignKey, column: string): string | undefined {
  return key.columns[key.targetColumns.indexOf(column)];
}

/** A plain foreign key to another tenant's row is accepted under row-level security: only a composite one refuses it. */
function carriesTenant(catalogue: Catalogue): Finding[] {
  return catalogue.foreignKeys
    .filter(({ table, target }) => isTenantTable(catalogue, table) && isTenantTable(catalogue, target))
    .filter((key) => opposite(key, 'tenant_id') !== 'tenant_id')
    .map((key) => finding(key, 'foreign-key-tenant', 'does not carry tenant_id'));
}

/** With the tenant alone in the key, a member limited to client A can point a row at client B's. */
function carriesClient(catalogue: Catalogue): Finding[] {
  return catalogue.foreignKeys.flatMap((key): Finding[] => {
    const own = clientColumnOf(catalogue, key.table);
    const theirs = clientColumnOf(catalogue, key.target);
    if (own === null || theirs === null) return [];
    if (opposite(key, theirs) !== own) return [finding(key, 'foreign-key-client', `does not carry the client (${own})`)];
    // A company moves to another client with all that hangs on it; a client itself never changes its id.
    if (key.target !== 'client' && !key.isCascadedOnUpdate) return [finding(key, 'foreign-key-cascade', 'does not follow a move to another client')];
    return [];
  });
}

/** Columns an index must lead to so that the referring rows of one row are found without reading a whole tenant or client. */
function neededColumns({ columns }: CatalogueForeignKey): readonly string[] {
  const narrow = columns.filter((column) => column !== 'tenant_id' && column !== 'client_id');
  if (narrow.length > 0) return narrow;
  return columns.includes('client_id') ? ['client_id'] : columns;
}

function supports({ columns, predicate }: CatalogueIndex, key: CatalogueForeignKey): boolean {
  const end = columns.findIndex((column) => !key.columns.includes(column));
  const leading = end === -1 ? columns : columns.slice(0, end);
  const isWhole = predicate === null || key.columns.some((column) => predicate === `(${column} IS NOT NULL)`);
  return isWhole && neededColumns(key).every((column) => leading.includes(column));
}

function hasIndex({ foreignKeys, indexes }: Catalogue): Finding[] {
  return foreignKeys
    .filter((key) => !indexes.some((index) => index.table === key.table && supports(index, key)))
    .map((key) => finding(key, 'foreign-key-index', 'has no index that supports it'));
}

/** A column that holds another row's id without a key takes any id, another tenant's too. */
function isKey({ foreignKeys, columns }: Catalogue): Finding[] {
  return columns
    .filter(({ column }) => column.endsWith('_id'))
    .filter(({ table, column }) => !foreignKeys.some((key) => key.table === table && key.columns.includes(column)))
    .map(({ table, column }): Finding => ({ table, rule: 'foreign-key-absent', object: `${table}.${column}`, detail: 'refers to a row without a foreign key' }));
}

export const foreignKeyRules = [carriesTenant, carriesClient, hasIndex, isKey];
