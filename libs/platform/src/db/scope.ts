import { isId } from '@ketenregie/kernel';

/**
 * Whose data a transaction may touch. It says *whose data* and nothing else: what a role may do is policy in the domain.
 * An `actor` is `member:<id>`, `operator` or `system`, as it stands in the tenant's log.
 */
export interface Scope {
  readonly tenantId: string;
  readonly actor: string;
  /** Sees all clients of the tenant; otherwise only `clientIds`. */
  readonly hasAllClients: boolean;
  readonly clientIds: readonly string[];
  /** Of the tenant's own staff: opens people, means and the tenant's own companies. */
  readonly isInternal: boolean;
}

/** The scope of the product itself and of its operator: all clients of one tenant. */
export function systemScope(tenantId: string, actor: 'system' | 'operator' = 'system'): Scope {
  return { tenantId, actor, hasAllClients: true, clientIds: [], isInternal: true };
}

/** The settings that the walls read, in the form of one statement; all of them local to the transaction. */
export function scopeSettings(scope: Scope): { readonly sql: string; readonly values: readonly string[] } {
  return {
    sql: `select set_config('app.tenant_id', $1, true), set_config('app.all_clients', $2, true),
      set_config('app.client_ids', $3, true), set_config('app.internal', $4, true)`,
    values: [scope.tenantId, scope.hasAllClients ? 'on' : '', `{${scope.clientIds.join(',')}}`, scope.isInternal ? 'on' : ''],
  };
}

/**
 * Opens a READ ONLY snapshot in a scope, as one message. Its settings are literals there, since a message of several statements takes no values: each is an
 * id or a word of ours, and what is neither is refused. Where the opening fails no setting stands, and the walls let nothing through.
 */
export function scopeOpening(scope: Scope): string {
  const wrong = [scope.tenantId, ...scope.clientIds].find((id) => !isId(id));
  if (wrong !== undefined) throw new Error('A scope is made of ids');
  const { sql, values } = scopeSettings(scope);
  return `begin isolation level repeatable read read only; ${sql.replace(/\$(\d)/g, (_, nr: string) => `'${values[Number(nr) - 1] ?? ''}'`)}`;
}
