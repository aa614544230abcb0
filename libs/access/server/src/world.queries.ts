import { type AccessWorld, answer, type Answer, type LeadDays, type MeansFacts } from '@ketenregie/access-domain';
import type { Change, Right } from '@ketenregie/authorisations-domain';
import { asOfSql, prepared, queryOne, type Reader } from '@ketenregie/platform/db';
import type { Moment } from './moment.js';
import { changeStateSql, isChangeKnownSql } from './sql/decided-revokes.js';
import { Statement } from './sql/statement.js';
import { type Asked, type AskedService, findSubjects, type Subjects } from './subjects.queries.js';

/** No lead time is recorded anywhere yet: each counts as not known. */
export const NO_LEAD_DAYS_KNOWN: LeadDays = { we: null, client: null, representative: null };

const TARGETS = `(select coalesce(jsonb_agg(case when t.service_id is not null then jsonb_build_object('serviceKey', s.catalogue_key)
    else jsonb_build_object('providerKey', t.provider_key, 'isWholeProvider', t.is_whole_provider) end), '[]')
  from authorisation_target t left join service s on s.id = t.service_id where t.version_id = v.id)`;

/** A version of a right (alias `v` of `a`) as a fact. */
export const RIGHT_FACT = `jsonb_build_object('id', a.id, 'kind', a.kind, 'companyId', a.company_id, 'intermediaryCompanyId', a.intermediary_company_id,
      'personId', a.person_id, 'state', v.state, 'statedOn', v.stated_on, 'startsOn', v.starts_on, 'endsOn', v.ends_on, 'endKind', v.until_precision,
      'level', v.level, 'scope', v.scope, 'targets', ${TARGETS}, 'supplierKey', v.supplier_key, 'ordinal', v.position,
      'evidenceClass', v.evidence_class, 'seenOn', v.seen_on, 'seenBy', v.seen_by)`;

/** A version of a means (alias `v` of `m`) as a fact. */
export const MEANS_FACT = `jsonb_build_object('id', m.id, 'supplierKey', m.supplier_key, 'level', v.level, 'variant', v.variant, 'state', v.state,
      'statedOn', v.stated_on, 'issuedOn', v.issued_on, 'endsOn', v.ends_on, 'lastUsedOn', v.last_used_on,
      'evidenceClass', v.evidence_class, 'seenOn', v.seen_on, 'seenBy', v.seen_by)`;

/** A change (alias `ch`) in a state as a fact. Every change is named as the domain names it; the row says `grant-anew` of what was granted before. */
export const changeFact = (state: string): string => `jsonb_build_object('rightId', ch.authorisation_id, 'kind', case ch.kind when 'grant-anew' then 'grant' else ch.kind end,
      'state', ${state}, 'decidedOn', ch.decided_on)`;

/** The rights of a company that its clients granted, and those of one person at it. */
function rightsSql({ on, knownAt }: Statement, ids: { readonly company: string; readonly person: string }): string {
  return `select a.id, ${RIGHT_FACT} as fact
    from authorisation a join authorisation_version v on v.authorisation_id = a.id and v.client_id = a.client_id and ${asOfSql('v', on, knownAt)}
    where a.company_id = ${ids.company} and (a.kind = 'client-half' or a.person_id = ${ids.person})`;
}

function meansSql({ on, knownAt }: Statement, person: string): string {
  return `select ${MEANS_FACT} as fact
    from means m join means_version v on v.means_id = m.id and ${asOfSql('v', on, knownAt)} where m.person_id = ${person}`;
}

function changesSql(statement: Statement): string {
  return `select ${changeFact(changeStateSql(statement))} as fact
    from authorisation_change ch where ch.authorisation_id in (select id from his_right) and ${isChangeKnownSql(statement)}`;
}

/** All facts between a company and a person. */
export interface Facts {
  readonly rights: readonly Right[];
  readonly means: readonly MeansFacts[];
  readonly changes: readonly Change[];
}

/** The statement that reads all facts between a company and a person (null: not known, so there are none). */
export function factsStatement({ companyId, personId }: { readonly companyId: string | null; readonly personId: string | null }, moment: Moment) {
  const statement = new Statement(moment);
  const ids = { company: statement.place(companyId, 'uuid'), person: statement.place(personId, 'uuid') };
  const listOf = (rows: string): string => `(select coalesce(jsonb_agg(f.fact), '[]') from (${rows}) f)`;
  const sql = `with his_right as materialized (${rightsSql(statement, ids)})
    select ${listOf('select fact from his_right')} as rights, ${listOf(meansSql(statement, ids.person))} as means, ${listOf(changesSql(statement))} as changes`;
  return { sql, values: statement.values };
}

function worldOf(facts: Facts, { company, person, service, on }: Pick<Subjects, 'company' | 'person'> & { service: AskedService | null; on: Moment['on'] }): AccessWorld {
  const ofKind = (kind: Right['kind']): readonly Right[] => facts.rights.filter((right) => right.kind === kind);
  return {
    on, company, person, service,
    clientHalves: ofKind('client-half'),
    officeHalves: ofKind('office-half'),
    directRights: ofKind('direct'),
    means: facts.means,
    changes: facts.changes,
    leadDays: NO_LEAD_DAYS_KNOWN,
    blockers: [],
  };
}

/** The facts of a question, in one statement. */
async function loadFacts(reader: Reader, { company, person }: Subjects, moment: Moment): Promise<Facts> {
  const { sql, values } = factsStatement({ companyId: company?.id ?? null, personId: person?.id ?? null }, moment);
  return queryOne<Facts>(reader, prepared(sql), values);
}

/** The answer about one service, and about whom and what it is. */
export interface Answered extends Pick<Subjects, 'company' | 'person'>, Moment {
  /** As it was asked where it is not known. */
  readonly serviceKey: string;
  readonly service: AskedService | null;
  readonly answer: Answer;
}

/** What was asked, answered: one answer where a service was named, one a service where a provider was. */
export interface AccessAnswers {
  readonly isProvider: boolean;
  readonly answers: readonly Answered[];
}

/** What subjects and facts say, wherever they were read. */
export function answersOf(subjects: Subjects, facts: Facts, { asked, moment }: { readonly asked: Asked; readonly moment: Moment }): AccessAnswers {
  const { company, person, services, isProvider } = subjects;
  const answers = services.map((service): Answered => {
    const world = worldOf(facts, { company, person, service, on: moment.on });
    return { ...moment, company, person, service, serviceKey: service?.key ?? asked.service.trim(), answer: answer(world) };
  });
  return { isProvider, answers };
}

/**
 * Can and may somebody log in for a company at a service on a day, as known at an instant? Two statements, however much is recorded.
 * Nobody and nothing known is a break and no error; throws PersonAmbiguousError where a name has two owners.
 */
export async function answerAccess(reader: Reader, asked: Asked, moment: Moment): Promise<AccessAnswers> {
  const subjects = await findSubjects(reader, asked, moment);
  return answersOf(subjects, await loadFacts(reader, subjects, moment), { asked, moment });
}
