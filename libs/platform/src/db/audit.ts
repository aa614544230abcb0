import { createHash } from 'node:crypto';
import { newId } from '@ketenregie/kernel';
import { assertKnownFields, type EventKind } from './event-kinds.js';
import type { Reader } from './reader.js';
import type { Scope } from './scope.js';

/** What a use case says of its change. `payload` holds before and after; personal data stays out of `action` and `objectKind`. */
export interface EventDraft {
  readonly action: EventKind;
  readonly objectKind: string;
  readonly objectId?: string;
  /** The client it belongs to; without it only members with all clients can read the event. */
  readonly clientId?: string;
  readonly reason?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** JSON with sorted keys and no white space: the one text of a value, so that hashes can be made again elsewhere. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(fields).sort().filter((key) => fields[key] !== undefined);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What the hash of an event covers. */
export interface CoveredEvent {
  readonly sequence: number;
  /** ISO instant in UTC to the microsecond. */
  readonly at: string;
  readonly actor: string;
  readonly tenantId: string;
  readonly clientId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly payloadHash: string;
  readonly previousHash: string;
}

/** The hash of what may be erased later: payload and reason. */
export const payloadHashOf = (payload: unknown, reason: string | null): string => sha256(canonicalJson({ payload, reason }));

/** The hash of an event, format 1. */
export const eventHashOf = (event: CoveredEvent): string => sha256(canonicalJson({ format: 1, ...event }));

/** How the time of an event is written where it is hashed. */
export const atSql = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

interface Head {
  readonly sequence: string;
  readonly hash: string;
  readonly at: string;
}

/** Locks the tenant's head of chain; the lock lasts to the end of the transaction, so appends of one tenant follow one another. */
async function lockHead(reader: Reader): Promise<Head> {
  await reader.query('insert into audit_head default values on conflict do nothing');
  const [head] = await reader.query<Head>(
    `select sequence, hash, ${atSql('now()')} as at from audit_head for update`,
  );
  if (head === undefined) throw new Error('No head of the event chain: no tenant is set');
  return head;
}

/** The payload as the database will give it back (dates as text, nothing undefined), or its hash could not be made again. */
function storedPayload({ payload = {} }: EventDraft): unknown {
  return JSON.parse(JSON.stringify(payload));
}

/**
 * Appends one event. The hash covers sequence, time, actor, tenant, client, action, object, payload hash and previous hash
 * (format 1, canonical JSON), so a changed, missing or moved event shows. The payload hash covers reason and payload: both can be
 * erased later and the chain still holds.
 */
export async function appendEvent(reader: Reader, scope: Scope, event: EventDraft): Promise<void> {
  const head = await lockHead(reader);
  const sequence = Number(head.sequence) + 1;
  assertKnownFields(event.action, event.payload ?? {});
  const payload = storedPayload(event);
  const { reason = null, clientId = null, objectId = null } = event;
  const payloadHash = payloadHashOf(payload, reason);
  const place = { sequence, at: head.at, actor: scope.actor, tenantId: scope.tenantId, clientId, previousHash: head.hash };
  const hash = eventHashOf({ ...place, action: event.action, objectKind: event.objectKind, objectId, payloadHash });
  await reader.query(
    `insert into audit_event (id, sequence, client_id, occurred_at, actor, action, object_kind, object_id, reason, payload, payload_hash, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [newId(), sequence, clientId, head.at, scope.actor, event.action, event.objectKind, objectId, reason, JSON.stringify(payload),
      payloadHash, head.hash, hash],
  );
  await reader.query('update audit_head set sequence = $1, hash = $2', [sequence, hash]);
}
