import { type KnownPersonRecord, type NewVersion, type PersonContent, type PersonFact, type PersonOutcome, planPeople } from '@ketenregie/people-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, type Writer, asOfSql, auditRecording, lockRecording } from '@ketenregie/platform/db';
import { searchTextOfPerson } from './search-text.js';
import type { Recording } from './recording.js';

const CONTENT = `v.full_name as "fullName", v.initials, v.email, v.job_title as "jobTitle", v.is_director as "isDirector",
  v.in_service_from as "inServiceFrom", v.in_service_until as "inServiceUntil"`;

interface KnownRow extends PersonContent {
  readonly personId: string;
  readonly versionId: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

async function knownRecords(reader: Reader, referenceOn: CalendarDate): Promise<KnownPersonRecord[]> {
  const rows = await reader.query<KnownRow>(
    `select p.id as "personId", v.id as "versionId", v.valid_from as "validFrom", v.valid_until as "validUntil", ${CONTENT}
     from person p left join person_version v on v.person_id = p.id and v.superseded_at is null and ${asOfSql('v', '$1::date', 'null::timestamptz')}`,
    [referenceOn],
  );
  return rows.map(({ personId, versionId, validFrom, validUntil, ...content }) => ({ id: personId, holder: versionId === null ? null : { id: versionId, validFrom, validUntil, content } }));
}

const INSERT_VERSIONS = `insert into person_version (id, person_id, valid_from, valid_until, full_name, initials, email, job_title, is_director, in_service_from, in_service_until, recorded_at, import_id, recorded_by)
  select id, "ownerId", "validFrom", "validUntil", "fullName", initials, email, "jobTitle", "isDirector", "inServiceFrom", "inServiceUntil", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "ownerId" uuid, "validFrom" date, "validUntil" date, "fullName" text, initials text, email text, "jobTitle" text,
    "isDirector" boolean, "inServiceFrom" date, "inServiceUntil" date)`;

const SEARCH_TEXTS = `update person p set search_text = item."searchText" from jsonb_to_recordset($1) as item ("ownerId" uuid, "searchText" text) where p.id = item."ownerId"`;

function flat({ content, ...version }: NewVersion<PersonContent>): object {
  return { ...version, ...content, searchText: searchTextOfPerson(content) };
}

/** Records people without an event: the use case that calls it writes its own. */
export async function applyPeople(writer: Writer, facts: readonly PersonFact[], { referenceOn, importId, recordedBy }: Recording): Promise<readonly PersonOutcome[]> {
  const at = await lockRecording(writer, 'people');
  const plan = planPeople(facts, await knownRecords(writer, referenceOn), referenceOn);
  if (plan.newIds.length > 0) await writer.query('insert into person (id, import_id) select unnest($1::uuid[]), $2', [plan.newIds, importId]);
  if (plan.supersededIds.length > 0) await writer.query('update person_version set superseded_at = $2 where id = any($1::uuid[])', [plan.supersededIds, at]);
  if (plan.versions.length > 0) {
    const items = JSON.stringify(plan.versions.map(flat));
    await writer.query(INSERT_VERSIONS, [items, at, importId, recordedBy]);
    await writer.query(SEARCH_TEXTS, [items]);
  }
  return plan.outcomes;
}

/**
 * Records the people of a list at once: a first statement creates, the same once more changes nothing, other content is a new version from
 * the reference day on. As many statements for 5,000 as for one, and one event.
 */
export async function recordPeople(writer: Writer, facts: readonly PersonFact[], recording: Recording): Promise<readonly PersonOutcome[]> {
  if (facts.length === 0) return [];
  const outcomes = await applyPeople(writer, facts, recording);
  await auditRecording(writer, { kind: 'people', source: recording, outcomes });
  return outcomes;
}
