import { broken } from '@ketenregie/access-domain';
import { UNUSED_MONTHS } from '@ketenregie/authorisations-domain';
import { asOfSql } from '@ketenregie/platform/db';
import { bitOfBreak, bitOfUnknown, bits } from './finding-bits.js';
import { levelRank, seenOnSql, TOP_LEVEL } from './halves.js';
import type { Statement } from './statement.js';

/** The means of everybody asked about, with the last use that counts: the latest at the same supplier. Source: `unusedEndOf`. */
function heldSql({ on, knownAt, takenForMany }: Statement): string {
  return `select m.id, m.supplier_key, who.person_no, v.state, v.stated_on, v.issued_on, v.ends_on, v.variant, ${levelRank('v.level')} as level, ${seenOnSql('v')} as seen_on,
      (max(v.last_used_on) over (partition by m.person_id, m.supplier_key) + interval '${UNUSED_MONTHS} months')::date as unused_end,
      v.state = 'unknown' or (v.state in ('withdrawn', 'suspended') and ${on} < v.stated_on) as is_state_unknown
    from means m join means_version v on v.means_id = m.id and ${asOfSql('v', on, knownAt)}
    join (select distinct p.person_id, p.person_no from pair p) who on who.person_id = m.person_id ${takenForMany}`;
}

/** Each means judged by itself; its level and variant depend on the path and are judged where they meet. */
export function meansSql(statement: Statement): string {
  const { on } = statement;
  return `select h.id, h.supplier_key, h.person_no, h.level, coalesce(h.level, 0) = ${TOP_LEVEL} as is_top, h.variant = 'tax-only' as is_tax_only, h.seen_on,
      case when not h.is_state_unknown then h.ends_on end as end_on, case when not h.is_state_unknown then h.unused_end end as unused_end,
      ${bits(
        [`h.state = 'requested'`, bitOfBreak(broken('means', 'means-requested'))],
        [`h.state = 'withdrawn' and not h.is_state_unknown`, bitOfBreak(broken('means', 'means-ended'))],
        [`h.state = 'suspended' and not h.is_state_unknown`, bitOfBreak(broken('means', 'means-suspended'))],
        [`${on} > h.ends_on`, bitOfBreak(broken('clocks', 'means-ended'))],
        [`${on} > h.unused_end`, bitOfBreak(broken('clocks', 'lapsed-unused'))],
        [`${on} < h.issued_on`, bitOfBreak(broken('clocks', 'means-not-yet'))],
      )} as breaks,
      ${bits(
        ['h.is_state_unknown', bitOfUnknown('means-state-unknown')], ['h.level is null', bitOfUnknown('means-level-unknown')],
        ['h.ends_on is null', bitOfUnknown('means-end-unknown')], ['h.unused_end is null', bitOfUnknown('last-used-unknown')],
      )} as unknowns
    from (${heldSql(statement)}) h`;
}
