import type { TypedDocument } from '@ketenregie/portal-kit';
import type { Page } from '@ketenregie/tenants-portal';

/** One answer of the list: who, for whom, where, and how it stands. */
export interface AccessRight {
  readonly personId: string;
  readonly personName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly companyKvk: string | null;
  readonly serviceKey: string;
  readonly serviceNameNl: string;
  readonly serviceNameEn: string;
  readonly can: string;
  readonly may: string;
  readonly status: string;
  readonly endsOn: string | null;
  readonly repairableUntil: string | null;
  readonly seenOn: string | null;
}

export interface AccessVariables {
  readonly filter: { readonly statuses?: readonly string[]; readonly cans?: readonly string[]; readonly mays?: readonly string[]; readonly companyIds?: readonly string[] };
  readonly first: number;
  readonly after: string | null;
}

/** Answers over all that the viewer sees, soonest end first. */
export const AccessDocument: TypedDocument<{ readonly accessList: Page<AccessRight> }, AccessVariables> = `query AccessRights($filter: AccessListInput, $first: Int!, $after: String) {
  accessList(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { node { personId personName companyId companyName companyKvk serviceKey serviceNameNl serviceNameEn can may status endsOn repairableUntil seenOn } }
  }
}`;
