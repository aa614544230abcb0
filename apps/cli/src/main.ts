import { parseArgs } from 'node:util';
import { DomainError } from '@ketenregie/kernel';
import type { Environment } from '@ketenregie/platform/config';
import type { Io } from './io.js';
import { systemRefusal } from './system-refusal.js';
import { UsageError, type Verb, type VerbArguments, type VerbEntry } from './verb.js';
import { verbs } from './verbs/index.js';
import type { WithDatabase } from './with-database.js';

const DONE = 0;
const REFUSED = 1;
const WRONG_USE = 2;

/** Who reads the answer may have seen enough (`... | head`): then there is nobody to tell, the work goes on to its end, and that is no failure. */
function goOnUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnUnread);

const terminal: Io = {
  answer: (line) => void process.stdout.write(`${line}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
};

function usage(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return ['Usage: npm run --silent cli -- VERB', '', ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
}

function parse(verb: Verb, args: readonly string[]): VerbArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: verb.options, allowPositionals: true });
    return { values: values as VerbArguments['values'], positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'cannot be read');
  }
}

/** Says why it did not work. The terminal is the operator's own: an unexpected error is shown whole. */
function explain(thrown: unknown, io: Io): number {
  const error = systemRefusal(thrown) ?? thrown;
  if (error instanceof UsageError) {
    io.tell(error.message);
    return WRONG_USE;
  }
  if (error instanceof DomainError) {
    io.tell(`${error.message} (${error.code})`);
    return REFUSED;
  }
  io.tell(`Something unexpected went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return REFUSED;
}

/** The opener of the database, loaded when a verb first asks. */
const opener =
  (environment: Environment, io: Io): WithDatabase =>
  async (rows, work) =>
    (await import('./with-database.js')).databaseOpener(environment, io)(rows, work);

async function runVerb({ name, load }: VerbEntry, rest: readonly string[], { environment, io }: { environment: Environment; io: Io }): Promise<void> {
  const verb = await load();
  try {
    await verb.run(parse(verb, rest), io, { environment, withDatabase: opener(environment, io) });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\nUsage: ${name} ${verb.usage}`.trimEnd());
  }
}

function verbNamed(name: string | undefined): VerbEntry {
  const verb = verbs.find((candidate) => candidate.name === name);
  if (verb !== undefined) return verb;
  throw new UsageError(name === undefined ? usage() : `There is no verb ${JSON.stringify(name)}.\n${usage()}`);
}

/** Runs one command line. Returns the exit code: 0 done, 1 refused with a reason on standard error, 2 wrong use. */
export async function main(args: readonly string[], environment: Environment = process.env, io: Io = terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    io.answer(usage());
    return DONE;
  }
  try {
    await runVerb(verbNamed(name), rest, { environment, io });
    return DONE;
  } catch (error) {
    return explain(error, io);
  }
}
