import { Injectable } from '@nestjs/common';
import { TenantDb } from '@ketenregie/platform/db';
import { Identification, type SignedIn, type Viewer } from '@ketenregie/platform/graphql';
import { resolveViewer } from './resolve-viewer.js';
import { findSession } from './sessions.js';

/** Who asks, by the session cookie; behind the platform's port. */
@Injectable()
export class SessionIdentification extends Identification {
  constructor(private readonly db: TenantDb) {
    super();
  }

  accountOf(sessionToken: string): Promise<SignedIn | null> {
    return findSession(this.db, sessionToken);
  }

  viewerIn(account: SignedIn, tenantSlug: string): Promise<Viewer | null> {
    return resolveViewer(this.db, account, tenantSlug);
  }
}
