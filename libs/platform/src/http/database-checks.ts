import { DomainError } from '@ketenregie/kernel';
import type { TenantDb } from '../db/index.js';
import type { HealthCheck } from './health.js';

/** What a database has to be for this build. */
export interface DatabaseExpectations {
  readonly tenantDb: Pick<TenantDb, 'ping' | 'roleAttributes'>;
  /** The names of the migrations the database has. */
  appliedMigrations(): Promise<readonly string[]>;
  /** The newest migration this build knows. */
  readonly latestMigration: string;
}

/** The app role must own nothing and bypass nothing: with more rights the walls between tenants are not there. */
export async function assertAppRole(tenantDb: Pick<TenantDb, 'roleAttributes'>): Promise<void> {
  const { isSuperuser, bypassesRls, ownsTables } = await tenantDb.roleAttributes();
  if (isSuperuser || bypassesRls || ownsTables) {
    throw new DomainError('APP_ROLE_TOO_STRONG', 'The database role of the application is a superuser, bypasses row-level security or owns tables. Use a role that does none of it.');
  }
}

/**
 * Database reachable, its schema at least this build's, its role bound. A newer schema is in order: while an upgrade rolls out, the
 * older processes serve on until they are replaced.
 */
export function databaseChecks({ tenantDb, appliedMigrations, latestMigration }: DatabaseExpectations): HealthCheck[] {
  return [
    { name: 'database', check: () => tenantDb.ping() },
    {
      name: 'schema',
      check: async () => {
        if (!(await appliedMigrations()).includes(latestMigration)) throw new DomainError('SCHEMA_OUTDATED', 'The database is of an older version than this build: run migrate.');
      },
    },
    { name: 'role', check: () => assertAppRole(tenantDb) },
  ];
}
