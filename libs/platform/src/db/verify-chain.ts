import { atSql, type CoveredEvent, eventHashOf, payloadHashOf } from './audit.js';
import type { Reader } from './reader.js';

/**
 * What is wrong at a place of a chain. `missing`: events are gone from the middle. `truncated`: events are gone from the end. `inserted`: more events than the
 * head knows, or one twice. `altered`: one was changed. `content-altered`: its payload or reason was. `unlinked`: it does not go on from the one before,
 * so one of the two was written anew.
 */
export type ChainFault = 'missing' | 'truncated' | 'inserted' | 'altered' | 'content-altered' | 'unlinked';

export interface ChainVerdict {
  readonly events: number;
  /** The last event that the head knows; noted elsewhere, it shows later that the whole chain was not rewritten. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** The first bad place, or null. */
  readonly fault: { readonly kind: ChainFault; readonly sequence: number; readonly at: string | null; readonly action: string | null } | null;
}

interface EventRow extends CoveredEvent {
  readonly id: string;
  readonly reason: string | null;
  readonly payload: unknown;
  readonly hash: string;
}

const PAGE = 1000;

const EVENTS = `select id, sequence::int as sequence, ${atSql('occurred_at')} as at, actor, tenant_id as "tenantId", client_id as "clientId", action, object_kind as "objectKind",
    object_id as "objectId", reason, payload, payload_hash as "payloadHash", previous_hash as "previousHash", hash
  from audit_event where (sequence, id) > ($1::bigint, $2::uuid) order by sequence, id limit ${PAGE}`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

type Place = Pick<EventRow, 'sequence' | 'hash'>;

/** Everything is made again from the columns; of the stored hashes only the result is looked at. */
function faultOf({ id: _id, reason, payload, hash, ...covered }: EventRow, previous: Place): ChainFault | null {
  if (covered.sequence === previous.sequence) return 'inserted';
  if (covered.sequence > previous.sequence + 1) return 'missing';
  if (payloadHashOf(payload, reason) !== covered.payloadHash) return 'content-altered';
  if (eventHashOf(covered) !== hash) return 'altered';
  return covered.previousHash === previous.hash ? null : 'unlinked';
}

/** Whether the end is the one that the head knows. */
function endFault(last: Place, head: Place): ChainFault | null {
  if (last.sequence < head.sequence) return 'truncated';
  if (last.sequence > head.sequence) return 'inserted';
  return last.hash === head.hash ? null : 'unlinked';
}

/**
 * Recomputes the event chain of the tenant in scope, oldest first, and says where it first breaks. Read in one snapshot, a page at a time. A chain that was
 * rewritten whole, its head too, shows only against a head noted elsewhere.
 */
export async function verifyChain(reader: Reader): Promise<ChainVerdict> {
  const [known] = await reader.query<{ sequence: number; hash: string }>('select sequence::int as sequence, hash from audit_head');
  const head = known ?? { sequence: 0, hash: '' };
  let previous: Place = { sequence: 0, hash: '' };
  let reached: { readonly sequence: number; readonly id: string } = { sequence: 0, id: NOBODY };
  let events = 0;
  for (;;) {
    const page = await reader.query<EventRow>(EVENTS, [reached.sequence, reached.id]);
    for (const event of page) {
      const kind = faultOf(event, previous);
      events += 1;
      if (kind !== null) return { events, head, fault: { kind, sequence: kind === 'missing' ? previous.sequence + 1 : event.sequence, at: event.at, action: event.action } };
      previous = event;
      reached = event;
    }
    if (page.length < PAGE) break;
  }
  const kind = endFault(previous, head);
  return { events, head, fault: kind === null ? null : { kind, sequence: kind === 'truncated' ? previous.sequence + 1 : previous.sequence, at: null, action: null } };
}
