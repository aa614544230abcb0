import type { MessageId, ProblemCode } from '@ketenregie/messages';

/** Every code that has a text. A code that is added to the texts must be added here, and the other way round: else this does not compile. */
const PROBLEM_CODES: Readonly<Record<ProblemCode, true>> = {
  NOT_FOUND: true,
  FORBIDDEN: true,
  INVALID_INPUT: true,
  PRIVATE_TEXT: true,
  UNAUTHENTICATED: true,
  CONFLICT: true,
  TOO_MANY_ATTEMPTS: true,
  FILE_REFUSED: true,
  EMPTY_FILE_REFUSED: true,
  LARGE_FILE_REFUSED: true,
  LOCKED_FILE_REFUSED: true,
  BROKEN_FILE_REFUSED: true,
  INTERRUPTED: true,
  IDEMPOTENCY_MISMATCH: true,
  UNREACHABLE: true,
  ROUND_CLOSED: true,
  ROUND_NOT_READY: true,
  ROUND_NOT_WHOLE: true,
  ROUND_OPEN: true,
  REVIEW_EXCEPTIONS_IN_BULK: true,
  SELF_REVIEW: true,
  NOTHING_TO_KEEP: true,
  NOTHING_TO_UNDO: true,
  IMPORT_STATE: true,
  IMPORT_CHANGED_SINCE: true,
  UNDO_TOO_LATE: true,
  COMPANY_KNOWN: true,
  PERSON_KNOWN: true,
  FOUR_EYES: true,
  EVIDENCE_TOO_WEAK: true,
  CHANGE_STEP_NOT_POSSIBLE: true,
  CHANGE_DECIDED_ANEW: true,
  REVOCATION_DECIDED: true,
  AUTHORISATION_ENDED: true,
  ROUND_STARTED: true,
  PROGRAMME_NOT_ACTIVE: true,
  TERM_TOO_LONG: true,
  TERM_REVERSED: true,
  PERSON_AMBIGUOUS: true,
  INTERNAL: true,
};

/** A refusal of the API, or no answer at all. Its words come from the texts, never from the server. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  constructor(
    /** As the server said it, `COMPANY_NOT_FOUND`; `UNREACHABLE` where nothing answered. */
    readonly code: string,
    /** The input field at fault, as it was sent. */
    readonly field: string | null = null,
    /** What to report, where the cause is only in the server's own log. */
    readonly reference: string | null = null,
  ) {
    super(code);
  }
}

/** The code whose text fits: its own, else that of its family (`COMPANY_NOT_FOUND` reads as `NOT_FOUND`), else `INTERNAL`. */
export function problemCodeOf(error: unknown): ProblemCode {
  if (!(error instanceof PortalError)) return 'INTERNAL';
  const known = (Object.keys(PROBLEM_CODES) as ProblemCode[]).filter((code) => error.code === code || error.code.endsWith(`_${code}`));
  return known.find((code) => code === error.code) ?? known[0] ?? 'INTERNAL';
}

export interface Problem {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** To report with it; null where the words say all. */
  readonly reference: string | null;
}

/** What happened, why and what to do next, in the viewer's language. */
export function problemOf(error: unknown, text: (id: MessageId) => string): Problem {
  const code = problemCodeOf(error);
  const reference = error instanceof PortalError ? (error.reference ?? (code === 'INTERNAL' ? error.code : null)) : null;
  return { what: text(`problem.${code}.what`), why: text(`problem.${code}.why`), next: text(`problem.${code}.next`), reference };
}
