import { refreshSearch } from '@ketenregie/companies-server';
import { DomainError } from '@ketenregie/kernel';
import { type Reader, type Writer, lockRecording } from '@ketenregie/platform/db';
import { lockImport } from './import-run.js';
import { UNDO_DAYS } from './imports.queries.js';

interface Versioned {
  readonly kind: 'company' | 'person' | 'means' | 'authorisation';
  readonly table: string;
  readonly owner: string;
  /** All columns that are copied when what was believed before is believed again. */
  readonly columns: string;
}

const VERSIONED: readonly Versioned[] = [
  { kind: 'company', table: 'company_version', owner: 'company_id', columns: 'client_id, company_id, name, other_names, legal_form, town, group_name, accountable, ended_on' },
  { kind: 'person', table: 'person_version', owner: 'person_id', columns: 'person_id, full_name, initials, email, job_title, is_director, in_service_from, in_service_until' },
  { kind: 'means', table: 'means_version', owner: 'means_id', columns: 'means_id, level, variant, state, stated_on, issued_on, ends_on, last_used_on, method, evidence_class, seen_on, seen_by' },
  {
    kind: 'authorisation',
    table: 'authorisation_version',
    owner: 'authorisation_id',
    columns:
      'client_id, authorisation_id, supplier_key, scope, level, state, ended_why, stated_on, starts_on, ends_on, until_precision, branch_number, task, accountable, position, evidence_class, seen_on, seen_by',
  },
];

/** Something an import brought that was changed afterwards. */
export interface ChangedSince {
  readonly objectId: string;
  readonly kind: Versioned['kind'];
  readonly name: string;
  readonly changedAt: string;
}

const NAME: Readonly<Record<Versioned['kind'], string>> = {
  company: `(select n.name from company_version n where n.company_id = t.id and n.superseded_at is null limit 1)`,
  person: `(select n.full_name from person_version n where n.person_id = t.id and n.superseded_at is null limit 1)`,
  means: `(select n.full_name from means m join person_version n on n.person_id = m.person_id and n.superseded_at is null where m.id = t.id limit 1)`,
  authorisation: `(select n.name from authorisation a join company_version n on n.company_id = a.company_id and n.superseded_at is null where a.id = t.id limit 1)`,
};

/**
 * What an import touched of one kind, with the instant it first did so and the last instant that something else recorded of it. One pass over the
 * versions of the tenant: whoever compares each version of the import with the others, without an index by owner, goes through all of them for each.
 */
const touchedBy = ({ table, owner }: Versioned): string => `
  select v.${owner} as id, min(v.recorded_at) filter (where v.import_id = $1) as first, max(v.recorded_at) filter (where v.import_id is distinct from $1) as other,
    (array_agg(coalesce(v.superseded_at, v.recorded_at) order by v.recorded_at desc) filter (where v.import_id = $1))[1] as at
  from ${table} v group by v.${owner}`;

/** What an import brought and somebody or something changed since: an undo leaves it as it is now, and only when told to. */
export async function changedSince(reader: Reader, importId: string): Promise<ChangedSince[]> {
  const found: ChangedSince[] = [];
  for (const versioned of VERSIONED) {
    const { kind } = versioned;
    const rows = await reader.query<ChangedSince>(
      `select t.id as "objectId", '${kind}' as kind, coalesce(${NAME[kind]}, '') as name, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedAt"
       from (${touchedBy(versioned)}) t where t.other > t.first order by t.id`,
      [importId],
    );
    found.push(...rows);
  }
  return found;
}

/**
 * Takes back what an import brought of one kind of thing: its versions are superseded, and what it had superseded is recorded anew, as from
 * now; the recorded axis is never rewritten. Things changed since are left alone. Answers whom it touched.
 */
async function undoKind(writer: Writer, versioned: Versioned, { importId, at }: { importId: string; at: string }): Promise<readonly string[]> {
  const { table, owner, columns } = versioned;
  const touched = await writer.query<{ id: string }>(`select t.id from (${touchedBy(versioned)}) t where t.first is not null and (t.other > t.first) is not true`, [importId]);
  if (touched.length === 0) return [];
  const owners = touched.map(({ id }) => id);
  await writer.query(`update ${table} set superseded_at = $2 where import_id = $1 and superseded_at is null and ${owner} = any($3::uuid[])`, [importId, at, owners]);
  const restored = await writer.query<{ old_id: string; id: string }>(
    `select old.id as old_id, gen_random_uuid() as id from (
       select v.id, v.superseded_at, v.import_id, min(v.recorded_at) filter (where v.import_id = $1) over (partition by v.${owner}) as first
       from ${table} v where v.${owner} = any($2::uuid[])) old
     where old.import_id is distinct from $1 and old.superseded_at = old.first`,
    [importId, owners],
  );
  if (restored.length === 0) return owners;
  const pairs = [restored.map(({ id }) => id), restored.map(({ old_id: oldId }) => oldId)];
  await writer.query(
    `insert into ${table} (id, ${columns}, valid_from, valid_until, recorded_at, recorded_by)
     select pair.id, ${columns.split(', ').map((column) => `o.${column}`).join(', ')}, o.valid_from, o.valid_until, $3, $4
     from unnest($1::uuid[], $2::uuid[]) as pair (id, old_id) join ${table} o on o.id = pair.old_id`,
    [...pairs, at, writer.scope.actor],
  );
  if (table === 'authorisation_version') await writer.query(COPY_TARGETS, pairs);
  return owners;
}

const COPY_TARGETS = `insert into authorisation_target (id, client_id, version_id, service_id, provider_key, is_whole_provider)
  select gen_random_uuid(), t.client_id, pair.id, t.service_id, t.provider_key, t.is_whole_provider
  from unnest($1::uuid[], $2::uuid[]) as pair (id, old_id) join authorisation_target t on t.version_id = pair.old_id`;

/**
 * Undoes an applied import within 30 days. Where things were changed since, it refuses (IMPORT_CHANGED_SINCE) unless told to keep those as they
 * are now. What only this import knew is invisible afterwards.
 */
export async function undoImport(writer: Writer, { importId, keepsChanged }: { readonly importId: string; readonly keepsChanged: boolean }): Promise<string> {
  await lockImport(writer, importId, 'applied');
  for (const kind of ['companies', 'people', 'means', 'authorisations']) await lockRecording(writer, kind);
  const at = await lockRecording(writer, 'undo');
  const [late] = await writer.query(`select 1 from import where id = $1 and applied_at < now() - interval '${UNDO_DAYS} days'`, [importId]);
  if (late !== undefined) throw new DomainError('UNDO_TOO_LATE', `An import can be undone for ${UNDO_DAYS} days.`);
  const since = await changedSince(writer, importId);
  if (since.length > 0 && !keepsChanged) throw new DomainError('IMPORT_CHANGED_SINCE', `${since.length} things were changed since; look at them first.`);
  for (const versioned of VERSIONED) {
    const touched = await undoKind(writer, versioned, { importId, at });
    if (versioned.kind === 'company') await refreshSearch(writer, touched);
  }
  await writer.query(`update import set state = 'undone', undone_at = now() where id = $1`, [importId]);
  await writer.audit({ action: 'import.undone', objectKind: 'import', objectId: importId, payload: { kept: since.length } });
  await writer.announce('refresh-next-due', { tenantId: writer.scope.tenantId });
  return importId;
}
