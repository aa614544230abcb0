import { asOfSql } from '@ketenregie/platform/db';
import { levelRank } from './halves.js';
import { FROM_SERVICES, SETTLED_CHAIN, SETTLED_LEVEL } from './service-facts.js';
import { type About, keyOf, type Statement } from './statement.js';

/** Which questions are answered. What is absent is no limit. */
export interface AnswersFilter {
  readonly personIds?: readonly string[];
  readonly companyIds?: readonly string[];
  readonly clientIds?: readonly string[];
  readonly serviceKeys?: readonly string[];
  readonly providerKeys?: readonly string[];
  /**
   * Every combination of the persons, companies and services named is answered, whether anything is known of it or not; all three lists are
   * needed. Otherwise a question is answered where the person has a half or a right at the company and any part of the path covers the service.
   */
  readonly isEveryCombination?: boolean;
  /** Rights for all services count for every service of the catalogue, and not only for those the tenant uses. */
  readonly isEveryService?: boolean;
}

/** The tenant uses a service that it adopted, and each of a provider that some right merely names. */
const IS_USED = `(s.id is not null or c.provider_key in (select t.provider_key from authorisation_target t where t.service_id is null))`;

const FEW_COMPANIES = 20;

/** Where few companies are asked about, nested loops by index are the quickest way. */
export const aboutOf = ({ companyIds }: AnswersFilter): About => (companyIds !== undefined && companyIds.length <= FEW_COMPANIES ? 'few' : 'many');

/** The services that questions are about. */
export function servicesSql(statement: Statement, { serviceKeys, providerKeys, isEveryService }: AnswersFilter): string {
  const isOfAll = serviceKeys !== undefined || isEveryService === true;
  return `select row_number() over (order by c.key collate "C") as service_no, c.key as service_key, c.provider_key, c.name_nl, c.name_en, s.id as service_id, ${levelRank(`coalesce(c.required_level, ${SETTLED_LEVEL})`)} as required,
      coalesce(${SETTLED_CHAIN}, c.chain_allowed) as chain_allowed, c.register_kind <> 'eherkenning' as is_other_register,
      coalesce(${SETTLED_LEVEL}, ${SETTLED_CHAIN}) is not null as is_settled
    from ${FROM_SERVICES} and ${statement.isOneOf('c.key', serviceKeys, 'text')} and ${statement.isOneOf('c.provider_key', providerKeys, 'text')}
      and ${isOfAll ? 'true' : IS_USED}`;
}

/** Everybody and every company that a question may be about, together: from their rights, or each with each. */
function namedPairsSql(statement: Statement, { personIds, companyIds, isEveryCombination }: AnswersFilter): string {
  if (isEveryCombination !== true) return 'select distinct h.person_id, h.company_id from his_right h';
  return `select person_id, company_id from unnest(${statement.place(personIds ?? [], 'uuid[]')}) person_id, unnest(${statement.place(companyIds ?? [], 'uuid[]')}) company_id`;
}

/** The pairs of somebody on the staff list and a company of the register, with what is known of both. */
export function pairsSql(statement: Statement, filter: AnswersFilter): string {
  const { on, knownAt, takenForMany } = statement;
  return `select row_number() over () as pair_no, dense_rank() over (order by named.person_id) as person_no, dense_rank() over (order by named.company_id) as company_no,
      named.person_id, named.company_id, c.client_id, c.kvk_number, cv.name as company_name, cv.ended_on, cv.ended_on < ${on} as is_company_over,
      pv.full_name as person_name, coalesce(pv.in_service_from > ${on}, false)::int + coalesce(pv.in_service_until < ${on}, false)::int * 2 as service_may_not,
      c.client_id = c.tenant_id or (select kind from tenant) = 'holding' as is_ours
    from (${namedPairsSql(statement, filter)}) named
    join company c on c.id = named.company_id and ${statement.isOneOf('c.client_id', filter.clientIds, 'uuid')}
    join company_version cv on cv.company_id = c.id and cv.client_id = c.client_id and ${asOfSql('cv', on, knownAt)}
    join person_version pv on pv.person_id = named.person_id and ${asOfSql('pv', on, knownAt)} ${takenForMany}`;
}

/** The rights of the person's side, with the number of their pair. */
export const hisOfPairsSql = ({ takenForMany }: Statement): string => `select p.pair_no, r.* from his_right r join pair p on p.person_id = r.person_id and p.company_id = r.company_id ${takenForMany}`;

/** The client halves of the companies asked about, with the number of their company. */
export const grantedSql = ({ takenForMany }: Statement): string => `select p.company_no, r.* from client_right r join (select distinct pair.company_id, pair.company_no from pair) p
  on p.company_id = r.company_id ${takenForMany}`;

/** The person's side or the client's side covers the service, so there is something to say. */
const IN_PLAY = `select h.pair_no, rc.service_no from his h join his_reach rc on rc.id = h.id
    union
    select p.pair_no, rc.service_no from pair p join granted g on g.company_no = p.company_no join client_reach rc on rc.id = g.id`;

const EVERY_COMBINATION = 'select p.pair_no, sf.service_no from pair p cross join service_fact sf';

/** The questions themselves, with what all paths of each share. */
export function triplesSql({ takenForMany }: Statement, { isEveryCombination }: AnswersFilter): string {
  const key = keyOf('q.pair_no', 'q.service_no');
  return `select ${key} as key, ${keyOf('p.company_no', 'q.service_no')} as client_key, q.pair_no, q.service_no, p.person_no, p.ended_on, p.is_company_over, p.is_ours,
      sf.provider_key, sf.required, sf.chain_allowed, sf.is_other_register, sf.is_settled,
      cf.company_no is not null as has_client_half, cf.is_in_force as is_client_in_force,
      df.pair_no is not null as has_direct, df.is_in_force as is_direct_in_force, l.key is not null as is_office_linked
    from (${isEveryCombination === true ? EVERY_COMBINATION : IN_PLAY}) q
    join pair p on p.pair_no = q.pair_no
    join service_fact sf on sf.service_no = q.service_no
    left join (select g.company_no, bool_or(g.is_in_force) as is_in_force from granted g group by g.company_no) cf on cf.company_no = p.company_no
    left join (select h.pair_no, bool_or(h.is_in_force) as is_in_force from his h where h.kind = 'direct' group by h.pair_no) df on df.pair_no = q.pair_no
    left join (select distinct oh.key from office_half oh) l on l.key = ${key} ${takenForMany}`;
}
