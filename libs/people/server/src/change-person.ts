import type { PersonContent } from '@ketenregie/people-domain';
import { type CalendarDate, InvalidInputError, NotFoundError, newId, successionOf } from '@ketenregie/kernel';
import { type Writer, asOfSql, lockRecording } from '@ketenregie/platform/db';
import { searchTextOfPerson } from './search-text.js';
import { applyPeople } from './record-people.js';

/** What may be typed of a person; what is left out stays as it is, null takes it away. */
export type PersonChange = Partial<Pick<PersonContent, 'fullName' | 'initials' | 'email' | 'jobTitle' | 'inServiceFrom' | 'inServiceUntil'>>;

function assertPerson({ fullName, email, inServiceFrom, inServiceUntil }: PersonContent): void {
  if (fullName.trim() === '' || fullName.length > 200) throw new InvalidInputError('A name has 1 to 200 characters.', 'fullName');
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) throw new InvalidInputError('This is no e-mail address.', 'email');
  if (inServiceFrom !== null && inServiceUntil !== null && inServiceUntil < inServiceFrom) throw new InvalidInputError('The last day of service lies before the first.', 'inServiceUntil');
}

/** Records one person typed by hand; one who is known by address or name is changed instead. Returns his id. */
export async function recordPerson(writer: Writer, person: Omit<PersonContent, 'isDirector'>, today: CalendarDate): Promise<string> {
  assertPerson({ ...person, isDirector: false });
  const facts = [{ ...person, position: 0, isDirector: false, isAuthoritative: true }];
  const [outcome] = await applyPeople(writer, facts, { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
  if (outcome === undefined) throw new Error('Recording a person gave no outcome');
  await writer.audit({ action: 'person.recorded', objectKind: 'person', objectId: outcome.personId, payload: { outcome: outcome.outcome } });
  return outcome.personId;
}

/** Changes what is believed of a person from today on. Returns his id; refuses one who is not there. */
export async function changePerson(writer: Writer, { id, change }: { readonly id: string; readonly change: PersonChange }, today: CalendarDate): Promise<string> {
  const at = await lockRecording(writer, 'people');
  const [held] = await writer.query<PersonContent & { versionId: string; validFrom: CalendarDate | null; validUntil: CalendarDate | null }>(
    `select v.id as "versionId", v.valid_from as "validFrom", v.valid_until as "validUntil", v.full_name as "fullName", v.initials, v.email, v.job_title as "jobTitle",
       v.is_director as "isDirector", v.in_service_from as "inServiceFrom", v.in_service_until as "inServiceUntil"
     from person_version v where v.person_id = $2 and ${asOfSql('v', '$1::date', 'null::timestamptz')}`,
    [today, id],
  );
  if (held === undefined) throw new NotFoundError('The person');
  const { versionId, validFrom, validUntil, ...known } = held;
  const content = { ...known, ...change, email: (change.email === undefined ? known.email : change.email)?.toLowerCase() ?? null };
  assertPerson(content);
  const { before, after } = successionOf({ validFrom, validUntil }, today);
  await writer.query('update person_version set superseded_at = $2 where id = $1', [versionId, at]);
  const stretches = [...(before === null ? [] : [{ ...before, content: known }]), { ...after, content }];
  for (const stretch of stretches) await insertVersion(writer, id, { ...stretch, at });
  await writer.query('update person set search_text = $2 where id = $1', [id, searchTextOfPerson(content)]);
  await writer.audit({ action: 'person.changed', objectKind: 'person', objectId: id, payload: { before: known, after: content } });
  return id;
}

interface Stretch {
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly content: PersonContent;
  readonly at: string;
}

async function insertVersion(writer: Writer, personId: string, { validFrom, validUntil, content, at }: Stretch): Promise<void> {
  await writer.query(
    `insert into person_version (id, person_id, valid_from, valid_until, full_name, initials, email, job_title, is_director, in_service_from, in_service_until, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [newId(), personId, validFrom, validUntil, content.fullName, content.initials, content.email, content.jobTitle, content.isDirector, content.inServiceFrom, content.inServiceUntil, at, writer.scope.actor],
  );
}
