import type { Reader } from '../../db/index.js';

export interface CatalogueTable {
  readonly table: string;
  readonly isSecured: boolean;
  readonly isForced: boolean;
  readonly comment: string | null;
  /** What the app role and the queue role may do, from any grant to them or to everybody, columns included. */
  readonly appGrants: readonly string[];
  readonly queueGrants: readonly string[];
}

export interface CatalogueColumn {
  readonly table: string;
  readonly column: string;
  readonly isRequired: boolean;
  readonly default: string | null;
  readonly comment: string | null;
}

export interface CataloguePolicy {
  readonly table: string;
  readonly policy: string;
  /** `*`, `r`, `a`, `w` or `d`. */
  readonly command: string;
  readonly isPermissive: boolean;
  readonly using: string | null;
  readonly check: string | null;
}

export interface CatalogueIndex {
  readonly table: string;
  readonly index: string;
  readonly isPrimary: boolean;
  readonly isUnique: boolean;
  /** In order; an expression stands as ''. */
  readonly columns: readonly string[];
  readonly predicate: string | null;
}

export interface CatalogueForeignKey {
  readonly table: string;
  readonly constraint: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  readonly isCascadedOnUpdate: boolean;
}

export interface CatalogueView {
  readonly view: string;
  readonly isMaterialised: boolean;
  readonly isInvoker: boolean;
}

export interface CatalogueRole {
  readonly role: string;
  /** Attributes and memberships that a run-time role must not have, by name. */
  readonly powers: readonly string[];
  /** Tables, views, functions and schemas it owns outside its own schema bullmq. */
  readonly owns: readonly string[];
  readonly mayCreateIn: readonly string[];
}

/** What the rules look at: schema public, and the two run-time roles. */
export interface Catalogue {
  readonly tables: readonly CatalogueTable[];
  readonly columns: readonly CatalogueColumn[];
  readonly policies: readonly CataloguePolicy[];
  readonly indexes: readonly CatalogueIndex[];
  readonly foreignKeys: readonly CatalogueForeignKey[];
  readonly views: readonly CatalogueView[];
  readonly definerFunctions: readonly { readonly name: string }[];
  readonly roles: readonly CatalogueRole[];
}

const grantsOf = (role: string): string => `array(select p from unnest(array['select','insert','update','delete','truncate','references','trigger']) p
  where has_table_privilege('${role}', c.oid, p) or (p in ('select','insert','update','references') and has_any_column_privilege('${role}', c.oid, p)))`;

const TABLES = `select c.relname as table, c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced", obj_description(c.oid, 'pg_class') as comment,
    ${grantsOf('ketenregie_app')} as "appGrants", ${grantsOf('ketenregie_queue')} as "queueGrants"
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f') order by 1`;

const COLUMNS = `select c.relname as table, a.attname as column, a.attnotnull as "isRequired", pg_get_expr(d.adbin, d.adrelid) as default,
    col_description(c.oid, a.attnum) as comment
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f') order by c.relname, a.attnum`;

const POLICIES = `select c.relname as table, p.polname as policy, p.polcmd::text as command, p.polpermissive as "isPermissive",
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where c.relnamespace = 'public'::regnamespace and (p.polroles = '{0}' or 'ketenregie_app'::regrole = any (p.polroles)) order by 1, 2`;

const INDEXES = `select c.relname as table, i.relname as index, x.indisprimary as "isPrimary", x.indisunique as "isUnique", pg_get_expr(x.indpred, x.indrelid) as predicate,
    array(select coalesce(a.attname, '')::text from unnest(x.indkey::int2[]) with ordinality k(attnum, nr)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0 where k.nr <= x.indnkeyatts order by k.nr) as columns
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  where c.relnamespace = 'public'::regnamespace and x.indisvalid order by 1, 2`;

const namesOf = (keys: string, relation: string): string =>
  `array(select a.attname::text from unnest(${keys}) with ordinality k(attnum, nr) join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.attnum order by k.nr)`;

const FOREIGN_KEYS = `select c.relname as table, f.conname as constraint, t.relname as target, f.confupdtype = 'c' as "isCascadedOnUpdate",
    ${namesOf('f.conkey', 'f.conrelid')} as columns, ${namesOf('f.confkey', 'f.confrelid')} as "targetColumns"
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
  where f.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`;

const VIEWS = `select c.relname as view, c.relkind = 'm' as "isMaterialised", coalesce(c.reloptions @> array['security_invoker=true'], false) or coalesce(c.reloptions @> array['security_invoker=on'], false) as "isInvoker"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and n.nspname !~ '^(pg_|information_schema)' order by 1`;

const DEFINER_FUNCTIONS = `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname !~ '^(pg_|information_schema)' order by 1`;

const ROLES = `select r.rolname as role,
    array_remove(array[case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end, case when rolcreaterole then 'createrole' end,
      case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end], null)
      || array(select 'member of ' || m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as powers,
    array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname <> 'bullmq' and n.nspname !~ '^pg_'
      union all select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proowner = r.oid and n.nspname <> 'bullmq' and n.nspname !~ '^pg_'
      union all select n.nspname::text from pg_namespace n where n.nspowner = r.oid and n.nspname <> 'bullmq' and n.nspname !~ '^pg_') as owns,
    array(select 'schema ' || nspname from pg_namespace n where nspname !~ '^(pg_|information_schema)' and n.nspname <> 'bullmq' and has_schema_privilege(r.oid, n.oid, 'create')
      union all select 'database' where has_database_privilege(r.oid, current_database(), 'create')) as "mayCreateIn"
  from pg_roles r where r.rolname in ('ketenregie_app', 'ketenregie_queue') order by 1`;

/** Reads the catalogue of a database, as any role. */
export async function readCatalogue(reader: Reader): Promise<Catalogue> {
  return {
    tables: await reader.query<CatalogueTable>(TABLES),
    columns: await reader.query<CatalogueColumn>(COLUMNS),
    policies: await reader.query<CataloguePolicy>(POLICIES),
    indexes: await reader.query<CatalogueIndex>(INDEXES),
    foreignKeys: await reader.query<CatalogueForeignKey>(FOREIGN_KEYS),
    views: await reader.query<CatalogueView>(VIEWS),
    definerFunctions: await reader.query<{ readonly name: string }>(DEFINER_FUNCTIONS),
    roles: await reader.query<CatalogueRole>(ROLES),
  };
}

/** Whether rows of the table belong to a tenant. */
export function isTenantTable(catalogue: Catalogue, table: string): boolean {
  return catalogue.columns.some((column) => column.table === table && column.column === 'tenant_id');
}

/** The column of the inner wall, or null: `client_id`, and of the client table itself `id`. */
export function clientColumnOf(catalogue: Catalogue, table: string): string | null {
  if (table === 'client') return 'id';
  return catalogue.columns.some((column) => column.table === table && column.column === 'client_id') ? 'client_id' : null;
}
