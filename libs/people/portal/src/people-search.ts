export const SERVICE_VIEWS = ['all', 'in', 'left'] as const;
export type ServiceView = (typeof SERVICE_VIEWS)[number];

/** The filters of the list of employees, as they stand in the address. */
export interface PeopleSearch {
  readonly zoek?: string;
  readonly dienst?: ServiceView;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readPeopleSearch(search: Readonly<Record<string, unknown>>): PeopleSearch {
  const { zoek } = search;
  const dienst = SERVICE_VIEWS.find((view) => view !== 'all' && view === search['dienst']);
  return { ...(typeof zoek === 'string' && zoek !== '' ? { zoek } : {}), ...(dienst === undefined ? {} : { dienst }) };
}
