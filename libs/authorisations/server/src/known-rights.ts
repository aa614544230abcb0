import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import type { Holder, KnownRight } from './plan-recording.js';

/** The content of a version `v`, in the fields of the code. */
export const CONTENT_COLUMNS = `v.supplier_key as "supplierKey", v.scope, v.level, v.state, v.ended_why as "endedWhy", v.stated_on as "statedOn",
    v.starts_on as "startsOn", v.ends_on as "endsOn", v.until_precision as "untilPrecision", v.branch_number as "branchNumber", v.task, v.accountable,
    v.position, v.evidence_class as "evidenceClass", v.seen_on as "seenOn", v.seen_by as "seenBy"`;

interface KnownRow extends Omit<KnownRight, 'holder'> {
  readonly holderId: string | null;
}

/** Day $1 is the reference day; only what is still believed counts. Neighbours are looked for where nothing holds on the day. */
const KNOWN = `
  select a.id, a.client_id as "clientId", a.company_id as "companyId", a.kind, a.match_key as "matchKey",
    v.id as "holderId", v.valid_from as "validFrom", v.valid_until as "validUntil", ${CONTENT_COLUMNS}, near.previous_until as "previousUntil", near.next_from as "nextFrom"
  from authorisation a
  left join authorisation_version v on v.authorisation_id = a.id and v.superseded_at is null
    and (v.valid_from is null or v.valid_from <= $1::date) and (v.valid_until is null or v.valid_until >= $1::date)
  left join lateral (
    select max(n.valid_until) filter (where n.valid_until < $1::date) as previous_until, min(n.valid_from) filter (where n.valid_from > $1::date) as next_from
    from authorisation_version n where v.id is null and n.authorisation_id = a.id and n.superseded_at is null) near on true`;

function knownOf({ id, clientId, companyId, kind, matchKey, previousUntil, nextFrom, holderId, ...version }: KnownRow): KnownRight {
  const holder = holderId === null ? null : ({ id: holderId, ...version } as unknown as Holder);
  return { id, clientId, companyId, kind, matchKey, previousUntil, nextFrom, holder };
}

/** The rights of these companies with these match bases, with what holds on the reference day: one statement. */
export async function knownRights(reader: Reader, referenceOn: CalendarDate, wanted: { readonly companyIds: readonly string[]; readonly bases: readonly string[] }): Promise<KnownRight[]> {
  const rows = await reader.query<KnownRow>(`${KNOWN} where a.company_id = any($2::uuid[]) and split_part(a.match_key, '#', 1) = any($3::text[])`, [
    referenceOn, wanted.companyIds, wanted.bases,
  ]);
  return rows.map(knownOf);
}

/** One right with what holds on a day, or null: not there, or not in scope. */
export async function knownRight(reader: Reader, referenceOn: CalendarDate, id: string): Promise<KnownRight | null> {
  const [row] = await reader.query<KnownRow>(`${KNOWN} where a.id = $2`, [referenceOn, id]);
  return row === undefined ? null : knownOf(row);
}
