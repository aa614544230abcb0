import type { CalendarDate } from '@ketenregie/kernel';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '@ketenregie/catalogue-domain';
import { type Reader, asOfSql } from '@ketenregie/platform/db';
import type { Outcome, PreviousLine, ReviewedTarget, ReviewFacts } from '@ketenregie/reviews-domain';
import type { RecordedRound } from './round.row.js';
import { standingSql } from './standing.js';

type StoredFacts = Omit<ReviewFacts, 'targets' | 'requiredLevel' | 'isOutOfService' | 'origin'>;

interface RightRow extends StoredFacts {
  readonly id: string;
  readonly clientId: string;
  /** Null: it was not known then. */
  readonly versionId: string | null;
  readonly targets: readonly (ReviewedTarget & { readonly required: AssuranceLevel | null })[] | null;
  readonly accountable: string | null;
  readonly inServiceUntil: CalendarDate | null;
  readonly isImported: boolean;
  readonly previousFacts: ReviewFacts | null;
  readonly previousOutcome: Outcome | null;
}

/** A right that was looked at for a round. */
export interface ScannedRight {
  readonly id: string;
  readonly clientId: string;
  /** Null: it was not known at the moment of the round. */
  readonly versionId: string | null;
  readonly facts: ReviewFacts;
  readonly accountable: string | null;
  readonly previous: PreviousLine | null;
}

const AS_OF = (v: string): string => asOfSql(v, '$1::date', '$2::timestamptz');

const NEWEST = 'order by v.recorded_at desc, v.id limit 1';

const TARGETS = `select jsonb_agg(jsonb_build_object('serviceKey', s.catalogue_key, 'providerKey', coalesce(s.provider_key, t.provider_key), 'isWholeProvider', t.is_whole_provider,
      'nameNl', coalesce(c.name_nl, p.name_nl, t.provider_key), 'nameEn', coalesce(c.name_en, p.name_en, t.provider_key),
      'required', coalesce(c.required_level, s.required_level_override)) order by s.catalogue_key nulls last, t.provider_key, t.id) as items
    from authorisation_target t
    left join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
    left join catalogue_service c on c.version = s.adopted_version and c.key = s.catalogue_key
    left join lateral (select p.name_nl, p.name_en from catalogue_provider p where p.key = t.provider_key order by p.version desc limit 1) p on true
    where t.tenant_id = v.tenant_id and t.version_id = v.id`;

/**
 * The next rights after $3, in order of id, as they were known at the moment of the round ($1 day, $2 instant). Each looks up what it needs
 * by index, the client named too: without it the planner takes the index by client and walks all of it. Alias `v` is the version, null where the right was not known then.
 */
const SCAN = `select a.id, a.client_id as "clientId", a.kind, a.company_id as "companyId", a.intermediary_company_id as "intermediaryCompanyId", a.third_party_name as "thirdPartyName",
    a.person_id as "personId", v.id as "versionId", v.supplier_key as "supplierKey", v.scope, v.level, v.state, v.stated_on as "statedOn", v.starts_on as "startsOn", v.ends_on as "endsOn",
    v.until_precision as "untilPrecision", v.branch_number as "branchNumber", v.task, v.evidence_class as "evidenceClass", case when v.evidence_class <> 'D' then v.seen_on end as "seenOn",
    v.import_id is not null as "isImported", target.items as targets, company.accountable, person.in_service_until as "inServiceUntil",
    exists (select 1 from authorisation_change ch where ch.tenant_id = a.tenant_id and ch.client_id = a.client_id and ch.authorisation_id = a.id
      and ch.kind = 'revoke' and ch.state <> 'withdrawn' and ch.created_at <= $2::timestamptz) as "isRevokeDecided",
    previous.facts as "previousFacts", previous.outcome as "previousOutcome"
  from (select * from authorisation where id > $3::uuid and kind = any($4::text[]) and ($5::uuid is null or client_id = $5::uuid) order by id limit $6) a
  left join lateral (select * from authorisation_version v where v.tenant_id = a.tenant_id and v.client_id = a.client_id and v.authorisation_id = a.id and ${AS_OF('v')} ${NEWEST}) v on true
  left join lateral (${TARGETS}) target on true
  left join lateral (select v.accountable from company_version v where v.tenant_id = a.tenant_id and v.client_id = a.client_id and v.company_id = a.company_id and ${AS_OF('v')} ${NEWEST}) company on true
  left join lateral (select v.in_service_until from person_version v where v.tenant_id = a.tenant_id and v.person_id = a.person_id and ${AS_OF('v')} ${NEWEST}) person on true
  left join lateral (select l.facts, standing.outcome from review_line l ${standingSql('l')}
    where l.tenant_id = a.tenant_id and l.round_id = $7::uuid and l.authorisation_id = a.id) previous on true
  order by a.id`;

function scannedOf(row: RightRow, on: CalendarDate): ScannedRight {
  const { id, clientId, versionId, targets, accountable, inServiceUntil, isImported, previousFacts, previousOutcome, ...stored } = row;
  const required = (targets ?? []).flatMap((target) => target.required ?? []);
  const facts: ReviewFacts = {
    ...stored,
    targets: (targets ?? []).map(({ required: _, ...target }) => target),
    requiredLevel: ASSURANCE_LEVELS.findLast((level) => required.includes(level)) ?? null,
    isOutOfService: inServiceUntil !== null && inServiceUntil < on,
    origin: isImported ? 'import' : 'typed',
  };
  const previous = previousFacts === null || previousOutcome === null ? null : { facts: previousFacts, outcome: previousOutcome };
  return { id, clientId, versionId, facts, accountable, previous };
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The next rights of a round's query after where it is, at most `limit`: one statement. */
export async function scanRights(reader: Reader, round: RecordedRound, limit: number): Promise<ScannedRight[]> {
  const { populationOn, knownAt, reached, query, previousRoundId } = round;
  const rows = await reader.query<RightRow>(SCAN, [populationOn, knownAt, reached ?? BEFORE_ALL, query.kinds, query.clientId, limit, previousRoundId]);
  return rows.map((row) => scannedOf(row, populationOn));
}
