import { createHash } from 'node:crypto';
import { type CalendarDate, InvalidInputError, newId } from '@ketenregie/kernel';
import { canonicalJson, type Writer } from '@ketenregie/platform/db';

/** A right that is to be changed: another level, service, person or term. What exactly, the reason says. */
export interface DecidedChange {
  readonly authorisationId: string;
  readonly reason: string;
  /** Who decided it, where that is not who acts now: four eyes are about him. */
  readonly decidedBy?: string;
}

const MAX_REASON = 500;

/** Rights that are there and have not ended, held to the end of the transaction: two who decide follow one another. */
const STANDING = `select a.id, a.client_id as "clientId" from authorisation a
  where a.id = any($1::uuid[]) and not exists (select 1 from authorisation_version v where v.tenant_id = a.tenant_id and v.client_id = a.client_id and v.authorisation_id = a.id
    and v.superseded_at is null and v.state = 'ended' and (v.valid_from is null or v.valid_from <= $2::date) and (v.valid_until is null or v.valid_until >= $2::date))
  order by a.id for no key update of a`;

const INSERT = `with opened as (
    insert into authorisation_change (id, client_id, authorisation_id, kind, state, decided_on, decided_by, reason)
    select id, client_id, authorisation_id, 'change', 'to-do', $6::date, decided_by, reason
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) as item (id, client_id, authorisation_id, decided_by, reason)
    on conflict do nothing returning id, client_id, authorisation_id)
  , stepped as (insert into authorisation_change_step (id, client_id, change_id, state, recorded_by) select gen_random_uuid(), client_id, id, 'to-do', $7 from opened)
  select id, client_id as "clientId", authorisation_id as "authorisationId" from opened order by authorisation_id`;

interface Opened {
  readonly id: string;
  readonly clientId: string;
  readonly authorisationId: string;
}

/** One event for the whole batch, with a hash over what was opened in order of right (decision 0015). */
async function noteChanges(writer: Writer, opened: readonly Opened[], today: CalendarDate): Promise<void> {
  const [clientId, ...otherClients] = new Set(opened.map((change) => change.clientId));
  const items = opened.map(({ id, authorisationId }) => ({ authorisationId, changeId: id }));
  await writer.audit({
    action: 'authorisations.changes-decided', objectKind: 'authorisation', ...(opened.length === 1 ? { objectId: opened[0]?.authorisationId ?? '' } : {}),
    ...(clientId === undefined || otherClients.length > 0 ? {} : { clientId }),
    payload: { count: opened.length, decidedOn: today, itemsHash: createHash('sha256').update(canonicalJson(items)).digest('hex') },
  });
}

/**
 * Decides that rights are to be changed: a to-do each with its reason, and nothing else. The rights stay as they are believed to be; a change
 * is confirmed by evidence alone, and what is then true comes with the next recording (rule 4). One that is open already for a right takes
 * the new one in; a right that has ended, or is not in sight, gets none. Returns the ids of the changes it opened: three statements for any number.
 */
export async function decideChanges(writer: Writer, changes: readonly DecidedChange[], today: CalendarDate): Promise<string[]> {
  for (const { reason } of changes) if (reason.trim() === '' || reason.length > MAX_REASON) throw new InvalidInputError(`A change needs a reason of 1 to ${MAX_REASON} characters.`, 'reason');
  if (changes.length === 0) return [];
  const rights = await writer.query<{ id: string; clientId: string }>(STANDING, [changes.map(({ authorisationId }) => authorisationId), today]);
  const clientOf = new Map(rights.map(({ id, clientId }) => [id, clientId]));
  const standing = changes.filter(({ authorisationId }) => clientOf.has(authorisationId));
  const column = (valueOf: (change: DecidedChange) => string | undefined): (string | undefined)[] => standing.map(valueOf);
  const { actor } = writer.scope;
  const opened = await writer.query<Opened>(INSERT, [
    column(() => newId()), column(({ authorisationId }) => clientOf.get(authorisationId)), column(({ authorisationId }) => authorisationId),
    column(({ decidedBy }) => decidedBy ?? actor), column(({ reason }) => reason.trim()), today, actor,
  ]);
  if (opened.length > 0) await noteChanges(writer, opened, today);
  return opened.map(({ id }) => id);
}
