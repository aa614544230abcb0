import { broken, type UnknownCode } from '@ketenregie/access-domain';
import { ASSURANCE_LEVELS } from '@ketenregie/catalogue-domain';
import { asOfSql } from '@ketenregie/platform/db';
import { revokedRightsSql } from './decided-revokes.js';
import { bitOfBreak, bitOfUnknown, bits } from './finding-bits.js';
import { keyOf, type Statement } from './statement.js';

const LEVELS = `array[${ASSURANCE_LEVELS.map((level) => `'${level}'`).join(', ')}]`;

/** The place of a level in the order of levels, from 1; null where it is not known. */
export const levelRank = (column: string): string => `array_position(${LEVELS}, ${column})`;

/** The level at a place in the order of levels. */
export const levelAt = (rank: string): string => `(${LEVELS})[${rank}]`;

export const TOP_LEVEL = ASSURANCE_LEVELS.indexOf('EH4') + 1;

/** The day something was seen at the supplier with evidence of class A to C; null: a statement, or never. Source: `isSeenAtSupplier`. */
export const seenOnSql = (v: string): string => `case when ${v}.evidence_class <> 'D' then ${v}.seen_on end`;

/** The state of a right on a day, its dates apart. Source: `stateOnDay` of authorisations/domain. */
const stateOnDaySql = (on: string): string => `case v.state when 'active' then 'in-force' when 'ended' then
  case when ${on} >= v.stated_on or ${on} > v.ends_on then 'ended' when v.ends_on < v.stated_on then 'in-force' else 'unknown' end else v.state end`;

/** The rights that a condition on `authorisation` (alias `a`) picks, as they were known to hold: one row each. */
export function rightsSql(statement: Statement, condition: string): string {
  const { on, knownAt, takenForMany } = statement;
  return `select a.id, a.kind, a.company_id, a.intermediary_company_id, a.person_id, v.id as version_id, v.supplier_key, v.scope, v.position, v.starts_on, v.ends_on,
      ${levelRank('v.level')} as level, ${stateOnDaySql(on)} as state_on, ${seenOnSql('v')} as seen_on,
      v.state = 'active' and coalesce(v.starts_on <= ${on}, true) and coalesce(${on} <= v.ends_on, true) as is_in_force,
      a.id in (${revokedRightsSql(statement)}) as is_revoked
    from authorisation a join authorisation_version v on v.authorisation_id = a.id and v.client_id = a.client_id and ${asOfSql('v', on, knownAt)}
    ${takenForMany} where ${condition}`;
}

/** How each right reaches each service, strongest first: 0 named, 1 all, 2 whole provider, 3 merely its provider. Source: `coverageOf`. */
export const reachSql = (rights: string): string => `select found.id, found.service_no, min(found.strength) as strength from (
    select r.id, sf.service_no, 1 as strength from ${rights} r cross join service_fact sf where r.scope = 'all'
    union all
    select r.id, sf.service_no, 0 from ${rights} r join authorisation_target t on t.version_id = r.version_id join service_fact sf on sf.service_id = t.service_id
    union all
    select r.id, sf.service_no, case when t.is_whole_provider then 2 else 3 end
    from ${rights} r join authorisation_target t on t.version_id = r.version_id and t.service_id is null join service_fact sf on sf.provider_key = t.provider_key
  ) found group by found.id, found.service_no`;

/** What a kind of right is called in the breaks and unknowns. */
const CLIENT_BREAKS = {
  requested: broken('client-half', 'client-half-requested'), ended: broken('client-half', 'client-half-ended'), tooLow: broken('level', 'level-too-low', 'client'),
  past: broken('clocks', 'client-half-ended'), notYet: broken('clocks', 'client-half-not-yet'),
};
const OFFICE_BREAKS = {
  requested: broken('office-half', 'office-half-requested'), ended: broken('office-half', 'office-half-ended'), tooLow: broken('level', 'level-too-low', 'office'),
  past: broken('clocks', 'office-half-ended'), notYet: broken('clocks', 'office-half-not-yet'),
};
const RIGHT_BREAKS = {
  requested: broken('right', 'right-requested'), ended: broken('right', 'right-ended'), tooLow: broken('level', 'level-too-low', 'direct'),
  past: broken('clocks', 'right-ended'), notYet: broken('clocks', 'right-not-yet'),
};

type Unknowns = readonly (readonly [condition: string, code: UnknownCode])[];

const IS_PROVIDER_ONLY = 'rc.strength = 3';

/** What is open about each kind; that an office half merely names the provider depends on the client half and is judged where they meet. */
const CLIENT_UNKNOWNS: Unknowns = [
  ['r.state_on = \'unknown\'', 'client-half-state-unknown'], [IS_PROVIDER_ONLY, 'client-half-service-unknown'], ['r.level is null', 'client-half-level-unknown'],
  ['r.starts_on is null', 'client-half-start-unknown'], ['r.ends_on is null', 'client-half-end-unknown'],
];
const OFFICE_UNKNOWNS: Unknowns = [
  ['r.state_on = \'unknown\'', 'office-half-state-unknown'], ['r.level is null', 'office-half-level-unknown'],
  ['r.starts_on is null or r.ends_on is null', 'office-half-dates-unknown'],
];
const RIGHT_UNKNOWNS: Unknowns = [
  ['r.state_on = \'unknown\'', 'right-state-unknown'], [IS_PROVIDER_ONLY, 'right-service-unknown'], ['r.level is null', 'right-level-unknown'],
  ['r.starts_on is null', 'right-start-unknown'], ['r.ends_on is null', 'right-end-unknown'],
];

const KINDS = {
  'client-half': { breaks: CLIENT_BREAKS, unknowns: CLIENT_UNKNOWNS, isTop: `coalesce(r.level, 0) = ${TOP_LEVEL}` },
  'office-half': { breaks: OFFICE_BREAKS, unknowns: OFFICE_UNKNOWNS, isTop: `coalesce(r.level, ${TOP_LEVEL}) = ${TOP_LEVEL}` },
  direct: { breaks: RIGHT_BREAKS, unknowns: RIGHT_UNKNOWNS, isTop: `coalesce(r.level, 0) = ${TOP_LEVEL}` },
} as const;

interface HalvesSource {
  readonly kind: keyof typeof KINDS;
  readonly rights: string;
  readonly reach: string;
  /** The number that joins it to the question: of the pair, or of the company for a client half. */
  readonly no: 'pair_no' | 'company_no';
}

/** Each right of a kind at each service it reaches, judged by itself: its breaks, its unknowns, and what it adds to end, level and proof. */
export function halvesSql({ on }: Statement, { kind, rights, reach, no }: HalvesSource): string {
  const { breaks, unknowns, isTop } = KINDS[kind];
  return `select r.id, ${keyOf(`r.${no}`, 'rc.service_no')} as key, r.intermediary_company_id, r.position, r.seen_on, r.is_revoked, r.level, ${isTop} as is_top,
      rc.strength = 0 as is_named, ${IS_PROVIDER_ONLY} as is_provider_only, case when r.state_on <> 'unknown' then r.ends_on end as end_on,
      ${bits(
        [`r.state_on = 'requested'`, bitOfBreak(breaks.requested)], [`r.state_on = 'ended'`, bitOfBreak(breaks.ended)],
        ['r.level < sf.required', bitOfBreak(breaks.tooLow)], [`${on} > r.ends_on`, bitOfBreak(breaks.past)], [`${on} < r.starts_on`, bitOfBreak(breaks.notYet)],
      )} as breaks,
      ${bits(...unknowns.map(([condition, code]) => [condition, bitOfUnknown(code)] as const))} as unknowns
    from ${rights} r join ${reach} rc on rc.id = r.id join service_fact sf on sf.service_no = rc.service_no where r.kind = '${kind}'`;
}
