import type { LogbookEventsQuery } from '../generated/operations.js';

/** One entry of the audit trail. */
export type LogbookEvent = LogbookEventsQuery['auditEvents']['edges'][number]['node'];
