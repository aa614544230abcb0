import type { AccessRightsQueryVariables } from '../generated/operations.js';

export const ACCESS_VIEWS = ['all', 'can-may-not', 'lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'expiring', 'unknown', 'complete'] as const;
export type AccessView = (typeof ACCESS_VIEWS)[number];
export const ACCESS_FORMS = ['lijst', 'rooster'] as const;
export type AccessForm = (typeof ACCESS_FORMS)[number];

/** The filters of the list, as they stand in the address. */
export interface AccessSearch {
  readonly status?: AccessView;
  /** A service of the catalogue. */
  readonly portaal?: string;
  /** The id of a person. */
  readonly persoon?: string;
  /** Only what ends before this day. */
  readonly tot?: string;
  /** Of one company: a list, or people against portals. */
  readonly vorm?: AccessForm;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the filters of an address; what is not understood is left out. */
export function readAccessSearch(search: Readonly<Record<string, unknown>>): AccessSearch {
  const status = ACCESS_VIEWS.find((view) => view !== 'all' && view === search['status']);
  const tot = /^\d{4}-\d{2}-\d{2}$/.test(textOf(search['tot']) ?? '') ? textOf(search['tot']) : undefined;
  const vorm = ACCESS_FORMS.find((form) => form !== 'lijst' && form === search['vorm']);
  const portaal = textOf(search['portaal']);
  const persoon = textOf(search['persoon']);
  return { ...(status && { status }), ...(portaal && { portaal }), ...(persoon && { persoon }), ...(tot && { tot }), ...(vorm && { vorm }) };
}

type Filter = NonNullable<AccessRightsQueryVariables['filter']>;

/** What the API is asked for a view. "Can but may not" is no status but the two answers together. */
export function filterOf({ status = 'all', portaal, persoon, tot }: AccessSearch, companyId: string | null): Filter {
  const view: Filter = status === 'all' ? {} : status === 'can-may-not' ? { cans: ['yes'], mays: ['no'] } : { statuses: [status] };
  return {
    ...view,
    ...(companyId === null ? {} : { companyIds: [companyId] }),
    ...(portaal === undefined ? {} : { serviceKeys: [portaal] }),
    ...(persoon === undefined ? {} : { personIds: [persoon] }),
    ...(tot === undefined ? {} : { endsBefore: tot }),
  };
}
