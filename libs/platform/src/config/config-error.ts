import { DomainError } from '@ketenregie/kernel';

/** A variable of the environment that cannot be used. Names the variable, never repeats its value: it may hold a password. */
export class ConfigError extends DomainError {
  constructor(variable: string, reason: string) {
    super('CONFIGURATION_INVALID', `${variable}: ${reason}`, variable);
  }
}
