import type { ParseArgsConfig } from 'node:util';
import type { Environment } from '@ketenregie/platform/config';
import type { Io } from './io.js';
import type { WithDatabase } from './with-database.js';

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** What the operator typed after the verb, as `options` of the verb describes it. */
export interface VerbArguments {
  readonly positionals: readonly string[];
  readonly values: OptionValues;
}

export interface VerbContext {
  readonly environment: Environment;
  /** The running or just started database, for the length of the work. */
  readonly withDatabase: WithDatabase;
}

/** What one word does. Throws a UsageError for wrong use (exit 2) and a DomainError for a refusal (exit 1). */
export interface Verb {
  /** What follows the name: `FILE --tenant SLUG [--json]`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(args: VerbArguments, io: Io, context: VerbContext): Promise<void>;
}

/** One word an operator types. Its code is loaded when it is typed: loading all of them takes most of a second. */
export interface VerbEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Verb>;
}

/** Wrong use of the command line: the usage is shown with the reason. */
export class UsageError extends Error {}

/** The value of an option that must be given. */
export function required(values: OptionValues, name: string): string {
  const value = values[name];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError(`--${name} is missing`);
}

/** The value of an option that may be left out, or null. */
export function optional(values: OptionValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The one argument that must stand there, `FILE` for instance. */
export function onlyPositional({ positionals }: VerbArguments, what: string): string {
  const [only, ...others] = positionals;
  if (only === undefined) throw new UsageError(`${what} is missing`);
  if (others.length > 0) throw new UsageError(`one ${what} only, ${positionals.length} were given`);
  return only;
}
