import type { TypedDocument } from '@ketenregie/portal-kit';
import type { Page } from '../portal.js';

/** One entry of the audit trail. */
export interface LogbookEvent {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  /** Who did it, by name. */
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly reason: string | null;
  /** JSON of what is recorded with it: before and after, or the facts. */
  readonly payload: string;
}

export interface LogbookFilter {
  readonly companyId?: string;
  readonly actor?: string;
  readonly objectKind?: string;
  readonly from?: string;
}

export const LogbookDocument: TypedDocument<{ readonly auditEvents: Page<LogbookEvent> }, { readonly filter: LogbookFilter; readonly first: number; readonly after: string | null }> = `query LogbookEvents($filter: AuditFilter, $first: Int!, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { id sequence at actor action objectKind objectId reason payload } } }
}`;
