import type { Scope } from '../db/index.js';

/** Who asks, in which tenant, with which roles and whose data: resolved once per request and never cached beyond it. */
export interface Viewer {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string | null;
  readonly tenantSlug: string;
  readonly roles: readonly string[];
  readonly language: 'nl' | 'en';
  /** IANA name of the tenant's zone: its calendar day is what "today" means to all its members. */
  readonly timeZone: string;
  readonly scope: Scope;
}

/** A signed-in account, before or beside any tenant. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
}

/** What `identity` gives the API: who holds a session, and what he is in a tenant. Null means no, without saying why. */
export abstract class Identification {
  abstract accountOf(sessionToken: string): Promise<SignedIn | null>;
  abstract viewerIn(account: SignedIn, tenantSlug: string): Promise<Viewer | null>;
}

/** What `tenants` gives the API: whether one of these roles allows an action (the role x action table). */
export abstract class Permissions {
  abstract allows(roles: readonly string[], action: string): boolean;
}
