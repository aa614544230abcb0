import type { Column } from './column.js';
import type { ColumnMeaning } from './header.js';
import type { FileKind } from './reading.js';

/** What the columns of a sheet make it, or null where they fit no kind. A matrix is told by its portal columns, see matrix-columns. */
export function guessKind(columns: readonly Column[]): FileKind | null {
  const meanings = new Set(columns.map((column) => column.meaning));
  const has = (...some: ColumnMeaning[]): boolean => some.some((meaning) => meanings.has(meaning));
  if (has('services', 'provider')) return kindOfRights(has);
  const hasUser = has('persons', 'name', 'firstName', 'lastName', 'email', 'userId');
  if (has('level', 'tokenType', 'lastUsed') && hasUser && !has('kvk')) return 'means';
  if (has('company', 'kvk', 'clientNumber', 'legalForm', 'rsin') && (has('company', 'name') || has('kvk'))) return 'clients';
  if (has('inServiceFrom', 'inServiceUntil', 'initials', 'email', 'function', 'lastName') && hasUser) return 'staff';
  return null;
}

/** Lists of rights: a console's own lists carry a provider column beside the service. */
function kindOfRights(has: (...some: ColumnMeaning[]) => boolean): FileKind {
  if (has('intermediary', 'recordId')) return 'chain-authorisations';
  if (has('provider') && has('persons') && has('company', 'kvk') && !has('clientNumber', 'supplier', 'task')) return 'employee-authorisations';
  const isOwnHouse = has('task', 'responsible') || !has('company', 'kvk', 'clientNumber', 'name');
  return isOwnHouse && has('persons', 'task', 'responsible', 'level', 'validUntil') ? 'secretary-overview' : 'accountant-chains';
}
