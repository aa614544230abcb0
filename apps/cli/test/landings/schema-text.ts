import type { withConnection } from '@ketenregie/platform/postgres';

type Client = Parameters<Parameters<typeof withConnection>[1]>[0];

const QUERIES = [
  `select 'table ' || c.relname || ' secured ' || c.relrowsecurity || ' forced ' || c.relforcerowsecurity || ' owner ' || c.relowner::regrole::text || ' comment ' || coalesce(obj_description(c.oid, 'pg_class'), '')
     || ' grants ' || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(c.relacl) a), '')
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`,
  `select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' required ' || a.attnotnull || ' generated ' || a.attgenerated::text || ' identity ' || a.attidentity::text
     || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' comment ' || coalesce(col_description(c.oid, a.attnum), '') || ' grants ' || coalesce(a.attacl::text, '')
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`,
  `select 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' valid ' || convalidated from pg_constraint where connamespace = 'public'::regnamespace`,
  `select 'index ' || indexdef from pg_indexes where schemaname = 'public'`,
  `select 'policy ' || tablename || ' ' || policyname || ' ' || permissive || ' ' || roles::text || ' ' || cmd || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies where schemaname = 'public'`,
  `select 'trigger ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal`,
  `select 'function ' || pg_get_functiondef(oid) || coalesce(obj_description(oid, 'pg_proc'), '') from pg_proc where pronamespace = 'public'::regnamespace`,
  `select 'sequence ' || sequencename from pg_sequences where schemaname = 'public'`,
  `select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`,
];

/** All that the schema of a database says, a line each, in one order. */
export async function schemaText(client: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const query of QUERIES) lines.push(...(await client.query<Record<string, string>>(query)).rows.map((row) => Object.values(row)[0] ?? ''));
  return lines.sort();
}
