import type { Level } from '@ketenregie/ui';
import type { AccessRightsQueryVariables } from '../generated/operations.js';

export const ACCESS_VIEWS = ['all', 'can-may-not', 'lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'expiring', 'unknown', 'complete'] as const;
export type AccessView = (typeof ACCESS_VIEWS)[number];
export const ACCESS_FORMS = ['lijst', 'rooster'] as const;
const LEVELS = ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4'] as const satisfies readonly Level[];
export type AccessForm = (typeof ACCESS_FORMS)[number];

/** The filters of the list, as they stand in the address. */
export interface AccessSearch {
  readonly status?: AccessView;
  /** A service of the catalogue. */
  readonly portaal?: string;
  /** The id of a person. */
  readonly persoon?: string;
  /** A supplier in whose register any part of the path stands. */
  readonly leverancier?: string;
  /** The lowest known level of the path. */
  readonly niveau?: Level | undefined;
  /** Only what ends on this day or later. */
  readonly vanaf?: string;
  /** Only what ends before this day. */
  readonly tot?: string;
  /** Of one company: a list, or people against portals. */
  readonly vorm?: AccessForm;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const dayOf = (value: unknown): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(textOf(value) ?? '') ? textOf(value) : undefined);

/** Reads the filters of an address; what is not understood is left out. */
export function readAccessSearch(search: Readonly<Record<string, unknown>>): AccessSearch {
  const status = ACCESS_VIEWS.find((view) => view !== 'all' && view === search['status']);
  const niveau = LEVELS.find((level) => level === search['niveau']);
  const [vanaf, tot] = [dayOf(search['vanaf']), dayOf(search['tot'])];
  const vorm = ACCESS_FORMS.find((form) => form !== 'lijst' && form === search['vorm']);
  const portaal = textOf(search['portaal']);
  const persoon = textOf(search['persoon']);
  const leverancier = textOf(search['leverancier']);
  return { ...(status && { status }), ...(portaal && { portaal }), ...(persoon && { persoon }), ...(leverancier && { leverancier }), ...(niveau && { niveau }), ...(vanaf && { vanaf }), ...(tot && { tot }), ...(vorm && { vorm }) };
}

type Filter = NonNullable<AccessRightsQueryVariables['filter']>;

/** What the API is asked for a view. "Can but may not" is no status but the two answers together. */
export function filterOf({ status = 'all', portaal, persoon, leverancier, niveau, vanaf, tot }: AccessSearch, companyId: string | null): Filter {
  const view: Filter = status === 'all' ? {} : status === 'can-may-not' ? { cans: ['yes'], mays: ['no'] } : { statuses: [status] };
  return {
    ...view,
    ...(companyId === null ? {} : { companyIds: [companyId] }),
    ...(portaal === undefined ? {} : { serviceKeys: [portaal] }),
    ...(persoon === undefined ? {} : { personIds: [persoon] }),
    ...(leverancier === undefined ? {} : { supplierKeys: [leverancier] }),
    ...(niveau === undefined ? {} : { levels: [niveau] }),
    ...(vanaf === undefined ? {} : { endsFrom: vanaf }),
    ...(tot === undefined ? {} : { endsBefore: tot }),
  };
}
