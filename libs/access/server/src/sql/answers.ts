import { BREAK_ROWS, DECIDING, STATUS_BITS, UNKNOWN_ROWS } from './finding-bits.js';
import { halvesSql, levelAt, reachSql, rightsSql } from './halves.js';
import { meansSql } from './means.js';
import { CHAINS, DIRECTS } from './paths.js';
import type { Statement } from './statement.js';
import { type AnswersFilter, grantedSql, hisOfPairsSql, pairsSql, servicesSql, triplesSql } from './triples.js';

/** The best of a question's paths: yes, unknown, no; the latest end; the one that breaks latest; the first row. Source: `compareJudgements`. */
const RANKED = `select j.*, row_number() over (partition by j.key
      order by j.can_rank, j.ends_on desc nulls last, j.breaks & -j.breaks desc, j.path_kind,
        j.position, j.right_id nulls first, j.position2, j.right2_id nulls first, j.means_id nulls first) as place,
    bool_or(not j.is_revoked) over (partition by j.key, j.can_rank) as is_free
  from (select p.*, case when p.breaks <> 0 then 2 when p.unknowns & ${DECIDING} <> 0 then 1 else 0 end as can_rank,
      case when p.breaks = 0 then least(p.client_end, p.office_end, p.right_end, p.means_end, p.unused_end, p.company_end) end as ends_on
    from path p) j`;

const ENDS_BY = `case j.ends_on when j.client_end then 'client-half' when j.office_end then 'office-half' when j.right_end then 'right'
    when j.means_end then 'means' when j.unused_end then 'unused-24-months' when j.company_end then 'company' end`;

/** One word for the best path, in fixed precedence; of a path that works: unknown, ending soon, complete. Source: `statusOf`. */
function statusSql({ on }: Statement, warnDays: string): string {
  const ofBreaks = STATUS_BITS.map(([status, mask]) => `when j.breaks & ${mask} <> 0 then '${status}'`).join(' ');
  return `case ${ofBreaks} when j.can_rank = 1 then 'unknown' when j.ends_on <= ${on} + ${warnDays} then 'expiring' else 'complete' end`;
}

function bestSql(statement: Statement, warnDays: string): string {
  return `select p.person_id, p.company_id, sf.service_no, sf.service_key, sf.provider_key, sf.name_nl, sf.name_en, sf.required, j.level, j.breaks, j.ends_on, case when j.can_rank < 2 then j.unknowns else 0 end as unknowns,
      case j.can_rank when 0 then 'yes' when 1 then 'unknown' else 'no' end as can,
      case when p.service_may_not = 0 and j.is_free then 'yes' else 'no' end as may, p.service_may_not + (not j.is_free)::int * 4 as may_not,
      case when j.can_rank < 2 and j.unknowns <> 0 then 'as-far-as-known' when j.can_rank = 0 and j.is_seen then 'seen' else 'believed' end as certainty,
      ${ENDS_BY} as ends_by, ${statusSql(statement, warnDays)} as status, case when j.is_seen then j.seen_on end as seen_on,
      case j.path_kind when 0 then j.right_id end as client_half_id, j.right2_id as office_half_id, case j.path_kind when 1 then j.right_id end as direct_right_id,
      j.means_id, p.client_id, p.kvk_number, p.company_name, p.person_name
    from ranked j join pair p on p.pair_no = j.pair_no join service_fact sf on sf.service_no = j.service_no where j.place = 1`;
}

/**
 * The `with` of the answers to many questions at once; its last part, `best`, has one row a question. Exactly what `answer` of the domain
 * says of each, held together by the differential test.
 */
export function answersWithSql(statement: Statement, filter: AnswersFilter, warnDays: number): string {
  const his = `a.person_id is not null and a.kind <> 'client-half' and ${statement.isOneOf('a.person_id', filter.personIds, 'uuid')}
      and ${statement.isOneOf('a.company_id', filter.companyIds, 'uuid')} and ${statement.isOneOf('a.client_id', filter.clientIds, 'uuid')}`;
  const granted = `a.kind = 'client-half' and a.company_id in (select company_id from pair) and ${statement.isOneOf('a.company_id', filter.companyIds, 'uuid')}`;
  return `with service_fact as materialized (${servicesSql(statement, filter)}),
  his_right as materialized (${rightsSql(statement, his)}),
  pair as materialized (${pairsSql(statement, filter)}),
  client_right as materialized (${rightsSql(statement, granted)}),
  his as materialized (${hisOfPairsSql(statement)}),
  granted as materialized (${grantedSql(statement)}),
  his_reach as materialized (${reachSql('his')}),
  client_reach as materialized (${reachSql('granted')}),
  client_half as materialized (${halvesSql(statement, { kind: 'client-half', rights: 'granted', reach: 'client_reach', no: 'company_no' })}),
  office_half as materialized (${halvesSql(statement, { kind: 'office-half', rights: 'his', reach: 'his_reach', no: 'pair_no' })}),
  direct_right as materialized (${halvesSql(statement, { kind: 'direct', rights: 'his', reach: 'his_reach', no: 'pair_no' })}),
  held_means as materialized (${meansSql(statement)}),
  triple as materialized (${triplesSql(statement, filter)}),
  path as (${CHAINS} union all ${DIRECTS}),
  ranked as (${RANKED}),
  break (bit, code, half, hands) as (${BREAK_ROWS}),
  unknown (bit, code) as (${UNKNOWN_ROWS}),
  best as (${bestSql(statement, statement.place(warnDays, 'int'))})`;
}

/** The reasons of a row in words, in the order of the domain's. Source: `mayNotOf`. */
const MAY_NOT_COLUMN = `array_remove(array[case when b.may_not & 1 <> 0 then 'not-yet-in-service' end, case when b.may_not & 2 <> 0 then 'out-of-service' end,
    case when b.may_not & 4 <> 0 then 'revoke-decided' end], null)`;

/** One row of `best` (alias `b`) with its break and its unknowns in words; `break` is joined as `br`. */
export const ANSWER_COLUMNS = `b.person_id as "personId", b.person_name as "personName", b.company_id as "companyId", b.company_name as "companyName",
    b.kvk_number as "companyKvk", b.client_id as "clientId", b.service_key as "serviceKey", b.provider_key as "providerKey",
    b.name_nl as "serviceNameNl", b.name_en as "serviceNameEn", b.can, b.may, ${MAY_NOT_COLUMN} as "mayNot", b.certainty, b.ends_on as "endsOn", b.ends_by as "endsBy",
    ${levelAt('b.level')} as level, ${levelAt('b.required')} as "requiredLevel",
    br.code as "breakCode", br.half as "breakHalf", br.hands as "breakHands",
    array(select u.code from unknown u where u.bit & b.unknowns <> 0 order by u.bit) as unknowns,
    b.status, b.seen_on as "seenOn", b.client_half_id as "clientHalfId", b.office_half_id as "officeHalfId", b.direct_right_id as "rightId", b.means_id as "meansId"`;

export const ANSWER_JOINS = 'left join break br on br.bit = b.breaks & -b.breaks';
