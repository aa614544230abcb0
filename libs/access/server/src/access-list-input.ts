import { CANS, MAYS, RIGHT_STATUSES } from '@ketenregie/access-domain';
import { ASSURANCE_LEVELS } from '@ketenregie/catalogue-domain';
import { InvalidInputError, isId, parseCalendarDate } from '@ketenregie/kernel';
import type { AccessListFilter } from './list/access-page.js';
import type { AccessCompanyInput, AccessListInput } from './access.model.js';
import type { CompanyAddress } from './subjects.queries.js';

interface Typed {
  readonly field: string;
  readonly isOne: (text: string) => boolean;
}

/** The words of a filter, all of a closed set or all ids; refuses others with INVALID_INPUT. */
function checked<Word extends string>(words: readonly string[] | null | undefined, { field, isOne }: Typed): readonly Word[] | undefined {
  const wrong = words?.find((word) => !isOne(word));
  if (wrong !== undefined) throw new InvalidInputError(`${wrong.slice(0, 60)} cannot stand here.`, field);
  return (words ?? undefined) as readonly Word[] | undefined;
}

const oneOf = (set: readonly string[]) => (text: string): boolean => set.includes(text);

function dayOf(typed: string | null | undefined, field: string) {
  if (typed == null) return undefined;
  const day = parseCalendarDate(typed);
  if (day === null) throw new InvalidInputError('A day is written as YYYY-MM-DD.', field);
  return day;
}

/** A filter without the entries that were not given. */
const given = <T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** A list's filter as it was typed. */
export function listFilterOf(input: AccessListInput | null | undefined): AccessListFilter {
  if (input == null) return {};
  return given({
    personIds: checked(input.personIds, { field: 'personIds', isOne: isId }),
    companyIds: checked(input.companyIds, { field: 'companyIds', isOne: isId }),
    clientIds: checked(input.clientIds, { field: 'clientIds', isOne: isId }),
    serviceKeys: input.serviceKeys ?? undefined,
    providerKeys: input.providerKeys ?? undefined,
    statuses: checked<(typeof RIGHT_STATUSES)[number]>(input.statuses, { field: 'statuses', isOne: oneOf(RIGHT_STATUSES) }),
    cans: checked<(typeof CANS)[number]>(input.cans, { field: 'cans', isOne: oneOf(CANS) }),
    mays: checked<(typeof MAYS)[number]>(input.mays, { field: 'mays', isOne: oneOf(MAYS) }),
    levels: checked<(typeof ASSURANCE_LEVELS)[number]>(input.levels, { field: 'levels', isOne: oneOf(ASSURANCE_LEVELS) }),
    supplierKeys: input.supplierKeys ?? undefined,
    endsFrom: dayOf(input.endsFrom, 'endsFrom'),
    endsBefore: dayOf(input.endsBefore, 'endsBefore'),
  });
}

/** The company that was meant: exactly one of the three. */
export function companyAddressOf({ kvk, rsin, id }: AccessCompanyInput): CompanyAddress {
  const addresses = [kvk != null && { kvk }, rsin != null && { rsin }, id != null && { id }].filter((each) => each !== false);
  const [address] = addresses;
  if (address === undefined || addresses.length > 1) throw new InvalidInputError('Give the KvK number, the RSIN or the id.', 'company');
  return address;
}
