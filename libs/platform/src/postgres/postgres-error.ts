import { DomainError } from '@ketenregie/kernel';

/** The embedded PostgreSQL cannot run here. The message says why and what to do, in one or two lines. */
export class PostgresUnavailableError extends DomainError {
  constructor(reason: string) {
    super('POSTGRES_UNAVAILABLE', `The embedded PostgreSQL cannot run here: ${reason}`);
  }
}

/** What always helps where the embedded server does not run. */
export const USE_OWN_SERVER = 'Start Ketenregie as an ordinary user, or set DATABASE_URL to a PostgreSQL server (16 or later) of your own.';
