/** What the API is asked for. */
export interface LogbookFilter {
  readonly companyId?: string;
  readonly personId?: string;
  readonly actor?: string;
  readonly objectKind?: string;
  readonly from?: string;
  readonly until?: string;
}

export const LOGBOOK_KINDS = ['import', 'company', 'person', 'means', 'authorisation', 'review-round', 'review-programme', 'service', 'export', 'member', 'tenant'] as const;
export type LogbookKind = (typeof LOGBOOK_KINDS)[number];

/** The filters of the audit trail, as they stand in the address. */
export interface LogbookSearch {
  /** The id of one company. */
  readonly o?: string;
  /** The id of one person. */
  readonly m?: string;
  /** Who did it: the id of a member, `operator` or `system`. */
  readonly wie?: string;
  readonly soort?: LogbookKind;
  /** Calendar days, both inclusive. */
  readonly van?: string;
  readonly tot?: string;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readLogbookSearch(search: Readonly<Record<string, unknown>>): LogbookSearch {
  const kind = LOGBOOK_KINDS.find((each) => each === search['soort']);
  const word = (name: string, shape = /./) => (typeof search[name] === 'string' && shape.test(search[name]) ? { [name]: search[name] } : {});
  const isDay = /^\d{4}-\d{2}-\d{2}$/;
  return { ...word('o'), ...word('m'), ...word('wie'), ...(kind === undefined ? {} : { soort: kind }), ...word('van', isDay), ...word('tot', isDay) };
}

/** The same filters as the API takes them. */
export function filterOf({ o, m, wie, soort, van, tot }: LogbookSearch): LogbookFilter {
  const given = { companyId: o, personId: m, actor: wie, objectKind: soort, from: van, until: tot };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
