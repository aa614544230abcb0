/**
 * What a log may say of an error: its class, its code, and where in our code it was thrown. Never its message: PostgreSQL quotes the
 * value at fault in it, a parser the line it read. A person gets the message, masked, by way of the API.
 */
export interface FailureDescription {
  readonly errorName?: string;
  readonly code?: string;
  readonly sqlState?: string;
  /** Frames of the stack: function, file and line. */
  readonly at: readonly string[];
}

const FRAME = /^\s+at (?:([\w.<>[\] ]{1,100}) )?\(?((?:file:\/\/|node:|\/)[^\s()]+:\d+:\d+)\)?$/;
const FRAMES = 8;

function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => FRAME.exec(line))
    .filter((match) => match !== null)
    .slice(0, FRAMES)
    .map(([, name, place]) => `${name ?? ''} ${(place ?? '').replace(/^.*?\/(?=(apps|libs|tools|node_modules)\/)/, '')}`.trim());
}

/** Describes whatever was thrown without saying what it said. */
export function describeFailure(thrown: unknown): FailureDescription {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown, at: [] };
  const code = (thrown as { code?: unknown }).code;
  const isSqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    errorName: thrown.constructor.name,
    ...(typeof code === 'string' ? (isSqlState ? { sqlState: code } : { code }) : {}),
    at: framesOf(thrown.stack ?? ''),
  };
}
