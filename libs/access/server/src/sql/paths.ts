import { broken, TAX_PROVIDER_KEY } from '@ketenregie/access-domain';
import { bitOfBreak, bitOfUnknown, bits } from './finding-bits.js';

/** What every path of a question shares: the company's end, and that another register matters too. */
const SHARED_BREAKS = bits(['t.is_company_over', bitOfBreak(broken('company', 'company-ended'))]);
const SHARED_UNKNOWNS = bits(
  ['t.is_other_register', bitOfUnknown('other-register')],
  ['m.id is null', bitOfUnknown('means-not-recorded')],
);

const LEVEL_OF_MEANS = ['m.level < t.required', bitOfBreak(broken('level', 'level-too-low', 'means'))] as const;
const VARIANT = bitOfBreak(broken('means', 'means-variant'));

const CHAIN_BREAKS = bits(
  [`t.chain_allowed = 'no'`, bitOfBreak(broken('service', 'chain-not-possible'))],
  ['ch.id is null and t.is_client_in_force', bitOfBreak(broken('client-half', 'service-not-covered'))],
  ['ch.id is null and t.is_client_in_force is not true', bitOfBreak(broken('client-half', 'no-client-half'))],
  ['oh.id is null and ch.id is not null and t.is_office_linked', bitOfBreak(broken('office-half', 'granted-to-other-intermediary'))],
  ['oh.id is null and not (ch.id is not null and t.is_office_linked)', bitOfBreak(broken('office-half', 'no-office-half'))],
  ['m.is_tax_only', VARIANT],
  LEVEL_OF_MEANS,
);

/** EH4 on every part is enough whatever is asked. Source: `isEnoughForAny`. */
const CHAIN_UNKNOWNS = bits(
  [`t.chain_allowed = 'unknown' and ch.is_named is not true`, bitOfUnknown('chain-allowed-unknown')],
  ['oh.is_provider_only and ch.is_provider_only is not true', bitOfUnknown('office-half-service-unknown')],
  ['t.required is null and not (coalesce(m.is_top, false) and coalesce(ch.is_top, true) and coalesce(oh.is_top, true))', bitOfUnknown('required-level-unknown')],
);

/** Every chain that could be taken for each question, gaps included, with all that is to be said of it. */
export const CHAINS = `select t.key, t.pair_no, t.service_no, 0 as path_kind,
    ${SHARED_BREAKS} | ${CHAIN_BREAKS} | coalesce(ch.breaks, 0) | coalesce(oh.breaks, 0) | coalesce(m.breaks, 0) as breaks,
    ${SHARED_UNKNOWNS} | ${CHAIN_UNKNOWNS} | coalesce(ch.unknowns, 0) | coalesce(oh.unknowns, 0) | coalesce(m.unknowns, 0) as unknowns,
    ch.end_on as client_end, oh.end_on as office_end, null::date as right_end, m.end_on as means_end, m.unused_end, t.ended_on as company_end,
    (ch.id is null or ch.seen_on is not null) and (oh.id is null or oh.seen_on is not null) and (m.id is null or m.seen_on is not null) and not t.is_settled as is_seen,
    least(ch.seen_on, oh.seen_on, m.seen_on) as seen_on,
    coalesce(ch.is_revoked, false) or coalesce(oh.is_revoked, false) as is_revoked,
    least(ch.level, oh.level, m.level) as level,
    coalesce(ch.position, -1) as position, ch.id as right_id, coalesce(oh.position, -1) as position2, oh.id as right2_id, m.id as means_id
  from triple t
  left join client_half ch on ch.key = t.client_key
  left join office_half oh on oh.key = t.key and (ch.id is null or oh.intermediary_company_id = ch.intermediary_company_id)
  left join held_means m on m.person_no = t.person_no
  where not t.is_ours or t.has_client_half`;

const DIRECT_BREAKS = bits(
  ['d.id is null and t.is_direct_in_force', bitOfBreak(broken('right', 'service-not-covered'))],
  ['d.id is null and t.is_direct_in_force is not true', bitOfBreak(broken('right', 'no-right'))],
  [`m.is_tax_only and t.provider_key <> '${TAX_PROVIDER_KEY}'`, VARIANT],
  LEVEL_OF_MEANS,
);

const DIRECT_UNKNOWNS = bits(
  ['t.required is null and not (coalesce(m.is_top, false) and coalesce(d.is_top, true))', bitOfUnknown('required-level-unknown')],
);

/** Every direct right that could be used for each question, a gap included. */
export const DIRECTS = `select t.key, t.pair_no, t.service_no, 1,
    ${SHARED_BREAKS} | ${DIRECT_BREAKS} | coalesce(d.breaks, 0) | coalesce(m.breaks, 0),
    ${SHARED_UNKNOWNS} | ${DIRECT_UNKNOWNS} | coalesce(d.unknowns, 0) | coalesce(m.unknowns, 0),
    null::date, null::date, d.end_on, m.end_on, m.unused_end, t.ended_on,
    (d.id is null or d.seen_on is not null) and (m.id is null or m.seen_on is not null) and not t.is_settled,
    least(d.seen_on, m.seen_on), coalesce(d.is_revoked, false), least(d.level, m.level),
    coalesce(d.position, -1), d.id, -1, null::uuid, m.id
  from triple t
  left join direct_right d on d.key = t.key
  left join held_means m on m.person_no = t.person_no
  where t.is_ours or t.has_direct`;
