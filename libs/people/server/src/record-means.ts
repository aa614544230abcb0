import { type KnownMeans, type MeansContent, type MeansFact, type MeansOutcome, type NewVersion, planMeans } from '@ketenregie/people-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, type Writer, asOfSql, auditRecording, lockRecording } from '@ketenregie/platform/db';
import { type Recording, recordedOnly } from './recording.js';

interface KnownRow extends MeansContent {
  readonly id: string;
  readonly personId: string;
  readonly supplierKey: string;
  readonly supplierReference: string | null;
  readonly versionId: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

async function knownMeans(reader: Reader, referenceOn: CalendarDate, facts: readonly MeansFact[]): Promise<KnownMeans[]> {
  const rows = await reader.query<KnownRow>(
    `select m.id, m.person_id as "personId", m.supplier_key as "supplierKey", m.supplier_reference as "supplierReference",
       v.id as "versionId", v.valid_from as "validFrom", v.valid_until as "validUntil", v.level, v.variant, v.state, v.stated_on as "statedOn",
       v.issued_on as "issuedOn", v.ends_on as "endsOn", v.last_used_on as "lastUsedOn", v.method,
       v.evidence_class as "evidenceClass", v.seen_on as "seenOn", v.seen_by as "seenBy"
     from means m left join lateral (select * from means_version b where b.means_id = m.id and b.superseded_at is null
       and ${asOfSql('b', '$1::date', 'null::timestamptz')} order by b.recorded_at desc, b.id limit 1) v on true
     where m.supplier_key = any($2::text[])`,
    [referenceOn, [...new Set(facts.map(({ supplierKey }) => supplierKey))]],
  );
  return rows.map(({ id, personId, supplierKey, supplierReference, versionId, validFrom, validUntil, ...content }) => ({
    ...{ id, personId, supplierKey, supplierReference },
    holder: versionId === null ? null : { id: versionId, validFrom, validUntil, content },
  }));
}

const INSERT_MEANS = `insert into means (id, person_id, supplier_key, supplier_reference, import_id)
  select id, "personId", "supplierKey", "supplierReference", $2
  from jsonb_to_recordset($1) as item (id uuid, "personId" uuid, "supplierKey" text, "supplierReference" text)`;

const ADD_REFERENCES = 'update means set supplier_reference = $1::jsonb ->> id::text where id = any($2::uuid[])';

const INSERT_VERSIONS = `insert into means_version (id, means_id, valid_from, valid_until, level, variant, state, stated_on, issued_on, ends_on, last_used_on, method, evidence_class, seen_on, seen_by, recorded_at, import_id, recorded_by)
  select id, "ownerId", "validFrom", "validUntil", level, variant, state, "statedOn", "issuedOn", "endsOn", "lastUsedOn", method, "evidenceClass", "seenOn", "seenBy", $2, $3, $4
  from jsonb_to_recordset($1) as item (id uuid, "ownerId" uuid, "validFrom" date, "validUntil" date, level text, variant text, state text, "statedOn" date,
    "issuedOn" date, "endsOn" date, "lastUsedOn" date, method text,
    "evidenceClass" text, "seenOn" date, "seenBy" text)`;

const flat = ({ content, ...version }: NewVersion<MeansContent>): object => ({ ...version, ...content });

/**
 * Records the means of a supplier's overview at once: a first statement creates, the same once more changes nothing, other content is a new
 * version from the reference day on. Skipped: a means of nobody known, and a user number that is another person's here. As many statements for
 * 5,000 as for one, and one event. Rows of one overview belong in one call.
 */
export async function recordMeans(writer: Writer, facts: readonly MeansFact[], recording: Recording): Promise<readonly MeansOutcome[]> {
  if (facts.length === 0) return [];
  const { referenceOn, importId, recordedBy } = recording;
  const at = await lockRecording(writer, 'means');
  const plan = planMeans(facts, await knownMeans(writer, referenceOn, facts), referenceOn);
  if (plan.means.length > 0) await writer.query(INSERT_MEANS, [JSON.stringify(plan.means), importId]);
  if (plan.referenced.length > 0) {
    const references = Object.fromEntries(plan.referenced.map(({ id, supplierReference }) => [id, supplierReference]));
    await writer.query(ADD_REFERENCES, [JSON.stringify(references), Object.keys(references)]);
  }
  if (plan.supersededIds.length > 0) await writer.query('update means_version set superseded_at = $2 where id = any($1::uuid[])', [plan.supersededIds, at]);
  if (plan.versions.length > 0) await writer.query(INSERT_VERSIONS, [JSON.stringify(plan.versions.map(flat)), at, importId, recordedBy]);
  await auditRecording(writer, { kind: 'means', source: recording, outcomes: recordedOnly(plan.outcomes) });
  return plan.outcomes;
}
