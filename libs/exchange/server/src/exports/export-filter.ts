import { RIGHT_STATES, type RightState } from '@ketenregie/authorisations-domain';
import type { AuthorisationFilter } from '@ketenregie/authorisations-server';
import { type CalendarDate, InvalidInputError, readDay, readId } from '@ketenregie/kernel';

/** The filter of an address, by name; several values of one name stand behind commas. */
export type TypedFilter = Readonly<Record<string, string>>;

/** An id, or undefined where the address has none; refuses what is no id. */
export function idIn(typed: TypedFilter, field: string): string | undefined {
  const text = typed[field];
  return text === undefined ? undefined : readId(text, field);
}

/** A day, or undefined where the address has none; refuses what is no day. */
export function dayIn(typed: TypedFilter, field: string): CalendarDate | undefined {
  const text = typed[field];
  return text === undefined ? undefined : readDay(text, field);
}

/** The values of a name, or undefined where the address has none. */
export function wordsIn(typed: TypedFilter, field: string): readonly string[] | undefined {
  return typed[field]?.split(',').filter((word) => word !== '');
}

function statesIn(typed: TypedFilter): readonly RightState[] | undefined {
  const words = wordsIn(typed, 'states');
  const wrong = words?.find((word) => !(RIGHT_STATES as readonly string[]).includes(word));
  if (wrong !== undefined) throw new InvalidInputError(`${wrong.slice(0, 60)} is no state.`, 'states');
  return words as readonly RightState[] | undefined;
}

/** The filter of a list of rights, with the names that the list itself takes. */
export function rightsFilterOf(typed: TypedFilter): AuthorisationFilter {
  const fields = {
    states: statesIn(typed), levels: wordsIn(typed, 'levels'), clientId: idIn(typed, 'clientId'), companyId: idIn(typed, 'companyId'), personId: idIn(typed, 'personId'),
    supplierKey: typed['supplierKey'], serviceKey: typed['serviceKey'], providerKey: typed['providerKey'], endsOnOrAfter: dayIn(typed, 'endsOnOrAfter'), endsOnOrBefore: dayIn(typed, 'endsOnOrBefore'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
