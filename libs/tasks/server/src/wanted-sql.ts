import { type BreakCode, LAPSED_BREAKS, type UnknownCode } from '@ketenregie/access-domain';
import { answersStatement } from '@ketenregie/access-server';
import { MAX_TERM_YEARS, UNUSED_MONTHS } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { asOfSql } from '@ketenregie/platform/db';
import { EXPIRING_DAYS, repairTable, SETTLES, STALLED_DAYS } from '@ketenregie/tasks-domain';

const TOO_LOW: readonly BreakCode[] = ['level-too-low'];

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** The fact of an answer `a` that a break is about, by its half: [right, means]. */
const RIGHT_OF_BREAK = `case a."breakHalf" when 'client' then a."clientHalfId" when 'office' then a."officeHalfId" when 'direct' then a."rightId" end`;
const MEANS_OF_BREAK = `case a."breakHalf" when 'means' then a."meansId" end`;

/** What somebody must do first about each answer that he may have and cannot use: the fact of its first break. */
const brokenSql = (kind: string, codes: readonly BreakCode[]): string => `select '${kind}' as kind, ${RIGHT_OF_BREAK} as authorisation_id, ${MEANS_OF_BREAK} as means_id, null::uuid as person_id,
      null::text as service_key, a."breakCode" as code, a."breakHands" as hands
    from answer a where a.may = 'yes' and a."breakCode" in (${quoted(codes)}) and a."breakHands" <> 'nobody' and coalesce(${RIGHT_OF_BREAK}, ${MEANS_OF_BREAK}) is not null`;

/** A right that still works and may not: through the person's own half, or the client's where that alone was revoked. */
const CAN_BUT_MAY_NOT = `select 'can-but-may-not', coalesce(a."officeHalfId", a."rightId", a."clientHalfId"), null::uuid, null::uuid, null::text, null::text, 'we'
    from answer a where a.can = 'yes' and a.may = 'no'`;

const SETTLING = `values ${(Object.entries(SETTLES) as [UnknownCode, string][]).map(([code, subject]) => `('${code}', '${subject}')`).join(', ')}`;

/** The first unknown that decides an answer, and what must be looked up to settle it. */
const UNKNOWN = `select 'unknown-to-settle',
      case d.subject when 'client-half' then a."clientHalfId" when 'office-half' then a."officeHalfId" when 'right' then a."rightId" end,
      case d.subject when 'means' then a."meansId" end, case d.subject when 'person' then a."personId" end, case d.subject when 'service' then a."serviceKey" end, d.code, 'we'
    from answer a cross join lateral (select s.code, s.subject from unnest(a.unknowns) with ordinality u (code, place) join settling s on s.code = u.code order by u.place limit 1) d
    where a.can = 'unknown' and a.may = 'yes'`;

/** Every right on a path that works, or may work, and ends soon; whichever of its clocks ends first. */
const expiringSql = (on: string): string => `select 'expiring', used.id, null::uuid, null::uuid, null::text, null::text, case when au.kind = 'client-half' then 'client' else 'we' end
    from answer a cross join lateral (values (a."clientHalfId"), (a."officeHalfId"), (a."rightId")) used (id)
    join authorisation au on au.id = used.id join authorisation_version v on v.authorisation_id = au.id and v.client_id = au.client_id and ${asOfSql('v', on, 'null::timestamptz')}
    where a.can <> 'no' and a.may = 'yes' and v.state <> 'unknown' and v.ends_on between ${on} and ${on} + ${EXPIRING_DAYS}
    union all
    select 'expiring', null, m.id, null, null, null, 'representative'
    from answer a join means m on m.id = a."meansId" join means_version v on v.means_id = m.id and ${asOfSql('v', on, 'null::timestamptz')}
    where a.can <> 'no' and a.may = 'yes' and v.state = 'active' and v.ends_on between ${on} and ${on} + ${EXPIRING_DAYS}`;

/** What was asked for and has not come: a request is chased after a week. Whoever left or a company that ended waits for nothing. */
const stalledSql = (on: string): string => `select 'request-stalled', au.id, null::uuid, null::uuid, null::text, null::text, case when au.kind = 'client-half' then 'client' else 'we' end
    from authorisation au join authorisation_version v on v.authorisation_id = au.id and v.client_id = au.client_id and ${asOfSql('v', on, 'null::timestamptz')}
    join company_version c on c.company_id = au.company_id and c.client_id = au.client_id and ${asOfSql('c', on, 'null::timestamptz')}
    left join in_service p on p.person_id = au.person_id
    where v.state = 'requested' and v.stated_on <= ${on} - ${STALLED_DAYS} and coalesce(c.ended_on >= ${on}, true) and (au.person_id is null or p.person_id is not null)
    union all
    select 'request-stalled', null, m.id, null, null, null, 'representative'
    from means m join means_version v on v.means_id = m.id and ${asOfSql('v', on, 'null::timestamptz')} join in_service p on p.person_id = m.person_id
    where v.state = 'requested' and v.stated_on <= ${on} - ${STALLED_DAYS}`;

/** A right recorded as lasting longer than any register grants: its end is a slip, and what really ends sooner would be seen by nobody. */
const overlongSql = (on: string): string => `select 'term-too-long', au.id, null::uuid, null::uuid, null::text, 'term-over-five-years', 'we'
    from authorisation au join authorisation_version v on v.authorisation_id = au.id and v.client_id = au.client_id and ${asOfSql('v', on, 'null::timestamptz')}
    join company_version c on c.company_id = au.company_id and c.client_id = au.client_id and ${asOfSql('c', on, 'null::timestamptz')}
    left join in_service p on p.person_id = au.person_id
    where v.state = 'active' and v.ends_on > (coalesce(v.starts_on, ${on}) + interval '${MAX_TERM_YEARS} years')::date
      and coalesce(c.ended_on >= ${on}, true) and (au.person_id is null or p.person_id is not null)`;

/** A means that works although its holder left. One that nobody used for 24 months works no more. */
const leaverSql = (on: string): string => `select 'leaver-with-live-means', null::uuid, m.id, null::uuid, null::text, null::text, 'we'
    from means m join means_version v on v.means_id = m.id and ${asOfSql('v', on, 'null::timestamptz')}
    join person_version p on p.person_id = m.person_id and ${asOfSql('p', on, 'null::timestamptz')}
    where p.in_service_until < ${on} and v.state in ('active', 'suspended') and coalesce(v.ends_on >= ${on}, true)
      and coalesce((v.last_used_on + interval '${UNUSED_MONTHS} months')::date >= ${on}, true)`;

/** The one login that keeps all rights of a person at a supplier alive; the later use at the same supplier counts. */
const loginSql = (on: string): string => `select 'log-in-round' as kind, 'we' as hands, 'login:' || m.person_id || ':' || m.supplier_key as subject_key, 'lapsed-unused' as code,
      null::uuid as client_id, null::uuid as company_id, null::uuid as authorisation_id, m.person_id, null::uuid as means_id, null::text as service_key, m.supplier_key,
      (select count(*)::int from answer a where a."meansId" = any(array_agg(m.id)) and a.can <> 'no') as affected_count, (max(v.last_used_on) + interval '${UNUSED_MONTHS} months')::date as ends_on, 'login' as way
    from means m join means_version v on v.means_id = m.id and ${asOfSql('v', on, 'null::timestamptz')} join in_service p on p.person_id = m.person_id
    group by m.person_id, m.supplier_key
    having bool_or(v.state = 'active' and coalesce(v.ends_on >= ${on}, true)) and (max(v.last_used_on) + interval '${UNUSED_MONTHS} months')::date between ${on} and ${on} + ${EXPIRING_DAYS}`;

/** What each subject is, and its own dates. */
const describedSql = (on: string): string => `select g.kind, g.hands, coalesce('authorisation:' || g.authorisation_id, 'means:' || g.means_id, 'person:' || g.person_id, 'service:' || g.service_key) as subject_key, g.code,
      au.client_id, au.company_id, g.authorisation_id, coalesce(g.person_id, au.person_id, m.person_id) as person_id, g.means_id, g.service_key, coalesce(av.supplier_key, m.supplier_key) as supplier_key,
      g.affected_count, case g.kind when 'request-stalled' then null else coalesce(av.ends_on, mv.ends_on) end as ends_on, g.hands as way
    from (select f.kind, f.authorisation_id, f.means_id, f.person_id, f.service_key, min(f.code) as code, min(f.hands) as hands, count(*)::int as affected_count from found f
      where coalesce(f.authorisation_id::text, f.means_id::text, f.person_id::text, f.service_key) is not null
      group by f.kind, f.authorisation_id, f.means_id, f.person_id, f.service_key) g
    left join authorisation au on au.id = g.authorisation_id
    left join authorisation_version av on av.authorisation_id = au.id and av.client_id = au.client_id and ${asOfSql('av', on, 'null::timestamptz')}
    left join means m on m.id = g.means_id
    left join means_version mv on mv.means_id = m.id and ${asOfSql('mv', on, 'null::timestamptz')}`;

export interface WantedStatement {
  /** `with ... ` up to and including the part `wanted`. */
  readonly withSql: string;
  readonly values: unknown[];
  /** The day, as a SQL expression. */
  readonly on: string;
}

/** Everything that asks for an action on a day, from the answers and the recorded facts, one row a task: the part `wanted` of one statement. */
export function wantedStatement(today: CalendarDate): WantedStatement {
  const answers = answersStatement({}, { on: today, knownAt: null });
  const values = [...answers.values, JSON.stringify(repairTable(today, EXPIRING_DAYS)), today];
  const on = `$${values.length}::date`;
  const dates = `$${values.length - 1}::jsonb`;
  const found = [brokenSql('lapsed', LAPSED_BREAKS), brokenSql('level-too-low', TOO_LOW), CAN_BUT_MAY_NOT, UNKNOWN, expiringSql(on), stalledSql(on), overlongSql(on), leaverSql(on)];
  const withSql = `with answer as materialized (${answers.sql}),
  settling (code, subject) as (${SETTLING}),
  in_service as materialized (select p.person_id from person_version p where ${asOfSql('p', on, 'null::timestamptz')} and coalesce(p.in_service_from <= ${on}, true) and coalesce(p.in_service_until >= ${on}, true)),
  repair as materialized (select * from jsonb_to_recordset(${dates}) as r ("endsOn" date, way text, "repairableUntil" date, "dueOn" date)),
  found as materialized (${found.join('\n    union all ')}),
  wanted as materialized (select w.*, r."repairableUntil" as repairable_until, r."dueOn" as due_on
    from (${describedSql(on)} union all ${loginSql(on)}) w left join repair r on r."endsOn" = w.ends_on and r.way = w.way and w.kind in ('expiring', 'log-in-round'))`;
  return { withSql, values, on };
}
