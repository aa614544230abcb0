/** What the API is asked for. */
export interface LogbookFilter {
  readonly companyId?: string;
  readonly actor?: string;
  readonly objectKind?: string;
  readonly from?: string;
}

export const LOGBOOK_KINDS = ['import', 'company', 'person', 'authorisation', 'review-round', 'service', 'member', 'tenant'] as const;
export type LogbookKind = (typeof LOGBOOK_KINDS)[number];

/** The filters of the audit trail, as they stand in the address. */
export interface LogbookSearch {
  /** The id of one company. */
  readonly o?: string;
  readonly wie?: string;
  readonly soort?: LogbookKind;
  /** A calendar day. */
  readonly van?: string;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readLogbookSearch(search: Readonly<Record<string, unknown>>): LogbookSearch {
  const kind = LOGBOOK_KINDS.find((each) => each === search['soort']);
  const word = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {});
  const from = typeof search['van'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search['van']) ? { van: search['van'] } : {};
  return { ...word('o'), ...word('wie'), ...(kind === undefined ? {} : { soort: kind }), ...from };
}

/** The same filters as the API takes them. */
export function filterOf({ o, wie, soort, van }: LogbookSearch): LogbookFilter {
  return { ...(o === undefined ? {} : { companyId: o }), ...(wie === undefined ? {} : { actor: wie }), ...(soort === undefined ? {} : { objectKind: soort }), ...(van === undefined ? {} : { from: van }) };
}
