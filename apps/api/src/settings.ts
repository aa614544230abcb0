import { DomainError } from '@ketenregie/kernel';
import type { Log } from '@ketenregie/platform/logging';
import { GraphQLError } from 'graphql';

/** What this process was started with, as far as the API's parts need it. */
export class Settings {
  constructor(
    readonly isProduction: boolean,
    readonly log: Log,
  ) {}

  /** Writes what nobody expected to the log, by class and place; refusals and faults of the document are answers, not failures. */
  reportFailure(error: unknown, requestId: string): void {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (cause === undefined || cause === null || cause instanceof DomainError || cause instanceof GraphQLError) return;
    this.log.failure('graphql.failure', cause, { requestId });
  }
}
