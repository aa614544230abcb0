import { type KnownPersonRecord, type PeoplePlan, type PersonContent, type PersonFact, type PersonOutcome, planPeople } from '@ketenregie/people-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, type RecordingSource, type Writer, asOfSql, auditRecording, lockRecording } from '@ketenregie/platform/db';
import { searchTextOfPerson } from './search-text.js';
import { type Recording, recordedOnly } from './recording.js';

const CONTENT = `v.full_name as "fullName", v.initials, v.email, v.job_title as "jobTitle", v.is_director as "isDirector",
  v.in_service_from as "inServiceFrom", v.in_service_until as "inServiceUntil"`;

interface KnownRow extends PersonContent {
  readonly personId: string;
  readonly versionId: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/** Lateral, so that each person looks his version up by index: in the middle of an import no statistics tell the planner how many there are. */
const KNOWN = `select p.id as "personId", v.id as "versionId", v.valid_from as "validFrom", v.valid_until as "validUntil", ${CONTENT}
  from person p left join lateral (select * from person_version b where b.person_id = p.id and b.superseded_at is null
    and ${asOfSql('b', '$1::date', 'null::timestamptz')} order by b.recorded_at desc, b.id limit 1) v on true`;

function recordOf({ personId, versionId, validFrom, validUntil, ...content }: KnownRow): KnownPersonRecord {
  return { id: personId, holder: versionId === null ? null : { id: versionId, validFrom, validUntil, content } };
}

/** Everybody: a name in any spelling may mean anybody. */
async function knownRecords(reader: Reader, referenceOn: CalendarDate): Promise<KnownPersonRecord[]> {
  return (await reader.query<KnownRow>(KNOWN, [referenceOn])).map(recordOf);
}

/** One person with what holds on a day, or null: not there, or not in sight. */
export async function knownPerson(reader: Reader, on: CalendarDate, id: string): Promise<KnownPersonRecord | null> {
  const [row] = await reader.query<KnownRow>(`${KNOWN} where p.id = $2`, [on, id]);
  return row === undefined ? null : recordOf(row);
}

const INSERT_VERSIONS = `insert into person_version (id, person_id, valid_from, valid_until, full_name, initials, email, job_title, is_director, in_service_from, in_service_until, recorded_at, import_id, recorded_by)
  select id, "ownerId", "validFrom", "validUntil", "fullName", initials, email, "jobTitle", "isDirector", "inServiceFrom", "inServiceUntil", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "ownerId" uuid, "validFrom" date, "validUntil" date, "fullName" text, initials text, email text, "jobTitle" text,
    "isDirector" boolean, "inServiceFrom" date, "inServiceUntil" date)`;

const SEARCH_TEXTS = 'update person set search_text = $1::jsonb ->> id::text where id = any($2::uuid[])';

/** What is written, and told by whom at which instant. */
export interface PeopleWriting extends RecordingSource {
  readonly at: string;
}

/** Writes a plan: at most four statements, however long it is. */
export async function writePeople(writer: Writer, plan: Omit<PeoplePlan, 'outcomes'>, { at, importId, recordedBy }: PeopleWriting): Promise<void> {
  if (plan.newIds.length > 0) await writer.query('insert into person (id, import_id) select unnest($1::uuid[]), $2', [plan.newIds, importId]);
  if (plan.supersededIds.length > 0) await writer.query('update person_version set superseded_at = $2 where id = any($1::uuid[])', [plan.supersededIds, at]);
  if (plan.versions.length === 0) return;
  const items = JSON.stringify(plan.versions.map(({ content, ...version }) => ({ ...version, ...content })));
  await writer.query(INSERT_VERSIONS, [items, at, importId, recordedBy]);
  // What is found is who somebody is by what is believed last, whichever version a late list added.
  const latest = plan.versions.filter(({ validUntil }) => validUntil === null);
  const texts = Object.fromEntries(latest.map(({ ownerId, content }) => [ownerId, searchTextOfPerson(content)]));
  await writer.query(SEARCH_TEXTS, [JSON.stringify(texts), Object.keys(texts)]);
}

/** Records people without an event: the use case that calls it writes its own. */
export async function applyPeople(writer: Writer, facts: readonly PersonFact[], { referenceOn, ...source }: Recording): Promise<readonly PersonOutcome[]> {
  const at = await lockRecording(writer, 'people');
  const plan = planPeople(facts, await knownRecords(writer, referenceOn), referenceOn);
  await writePeople(writer, plan, { ...source, at });
  return plan.outcomes;
}

/**
 * Records the people of a list at once: a first statement creates, the same once more changes nothing, other content is a new version from
 * the reference day on; a name that fits two is skipped. As many statements for 5,000 as for one, and one event. Rows of one list belong in one call.
 */
export async function recordPeople(writer: Writer, facts: readonly PersonFact[], recording: Recording): Promise<readonly PersonOutcome[]> {
  if (facts.length === 0) return [];
  const outcomes = await applyPeople(writer, facts, recording);
  await auditRecording(writer, { kind: 'people', source: recording, outcomes: recordedOnly(outcomes) });
  return outcomes;
}
