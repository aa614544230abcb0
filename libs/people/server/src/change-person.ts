import { type PersonContent, isSameButFor, versionsFor } from '@ketenregie/people-domain';
import { type CalendarDate, DomainError, InvalidInputError, NotFoundError } from '@ketenregie/kernel';
import { type Writer, lockRecording } from '@ketenregie/platform/db';
import { applyPeople, knownPerson, writePeople } from './record-people.js';

/** A person as he is typed. */
export type TypedPerson = Omit<PersonContent, 'isDirector'>;

/** What may be typed of a known person; what is left out stays as it is, null takes it away. */
export type PersonChange = Partial<TypedPerson>;

/** Somebody is recorded once: he is changed, not recorded again. */
export class PersonKnownError extends DomainError {
  constructor(field: 'email' | 'fullName') {
    super('PERSON_KNOWN', 'Somebody with this e-mail address or name is known already.', field);
  }
}

const MAX_TEXT = 200;
const TEXTS = ['initials', 'jobTitle', 'email'] as const;

function assertTexts(person: TypedPerson): void {
  if (person.fullName === '' || person.fullName.length > MAX_TEXT) throw new InvalidInputError(`A name has 1 to ${MAX_TEXT} characters.`, 'fullName');
  for (const field of TEXTS) if ((person[field]?.length ?? 0) > MAX_TEXT) throw new InvalidInputError(`${field} has at most ${MAX_TEXT} characters.`, field);
}

/** The person as he is kept; refuses what cannot be kept, naming the field. */
function readPerson<Person extends TypedPerson>(typed: Person): Person {
  const text = (value: string | null): string | null => value?.trim() || null;
  const person = { ...typed, fullName: typed.fullName.trim(), initials: text(typed.initials), jobTitle: text(typed.jobTitle), email: text(typed.email)?.toLowerCase() ?? null };
  const { email, inServiceFrom, inServiceUntil } = person;
  assertTexts(person);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) throw new InvalidInputError('This is no e-mail address.', 'email');
  if (inServiceFrom !== null && inServiceUntil !== null && inServiceUntil < inServiceFrom) throw new InvalidInputError('The last day of service lies before the first.', 'inServiceUntil');
  return person;
}

/** Records one person typed by hand and returns his id. One who is known by his address, or by his name where either has none, is refused: PERSON_KNOWN. */
export async function recordPerson(writer: Writer, typed: TypedPerson, today: CalendarDate): Promise<string> {
  const person = readPerson(typed);
  const facts = [{ ...person, position: 0, isDirector: false, isAuthoritative: false }];
  const [outcome] = await applyPeople(writer, facts, { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
  if (outcome?.outcome !== 'created' || outcome.personId === null) throw new PersonKnownError(person.email === null ? 'fullName' : 'email');
  await writer.audit({ action: 'person.recorded', objectKind: 'person', objectId: outcome.personId, payload: { ...person } });
  return outcome.personId;
}

async function assertAddressFree(writer: Writer, id: string, email: string): Promise<void> {
  const others = await writer.query('select 1 from person_version where email = $1 and person_id <> $2 and superseded_at is null', [email, id]);
  if (others.length > 0) throw new PersonKnownError('email');
}

/**
 * Changes what is believed of a person from today on. Returns his id; the same once more writes nothing. Refuses one who is not there
 * (NOT_FOUND), what cannot be kept (INVALID_INPUT), and the address of somebody else (PERSON_KNOWN).
 */
export async function changePerson(writer: Writer, { id, change }: { readonly id: string; readonly change: PersonChange }, today: CalendarDate): Promise<string> {
  const at = await lockRecording(writer, 'people');
  const person = await knownPerson(writer, today, id);
  if (person === null || person.holder === null) throw new NotFoundError('The person');
  const before = person.holder.content;
  const after = readPerson({ ...before, ...change });
  if (isSameButFor(before, after)) return id;
  if (after.email !== null && after.email !== before.email) await assertAddressFree(writer, id, after.email);
  const versions = versionsFor(id, person.holder, { content: after, referenceOn: today });
  await writePeople(writer, { newIds: [], supersededIds: [person.holder.id], versions }, { at, importId: null, recordedBy: writer.scope.actor });
  await writer.audit({ action: 'person.changed', objectKind: 'person', objectId: id, payload: { before, after } });
  return id;
}
