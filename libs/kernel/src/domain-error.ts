/**
 * The base of every refusal that a person may see: a stable code, a safe message (no row data, no SQL), the field at fault if there is one.
 * Whatever is thrown and is not a DomainError is masked by the API's formatter.
 */
export class DomainError extends Error {
  constructor(
    /** Stable and upper-case, `COMPANY_NOT_FOUND`; the portal has a text for each. */
    readonly code: string,
    message: string,
    /** The input field at fault, as the caller named it. */
    readonly field?: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Not there, or not yours: one answer for both, so that nobody learns which. */
export class NotFoundError extends DomainError {
  constructor(what: string) {
    super('NOT_FOUND', `${what} was not found.`);
  }
}

/** The member's role does not allow this action. */
export class ForbiddenError extends DomainError {
  constructor(action: string) {
    super('FORBIDDEN', `Your role does not allow: ${action}.`);
  }
}

/** Input that cannot be accepted, with the field and the reason. */
export class InvalidInputError extends DomainError {
  constructor(message: string, field?: string) {
    super('INVALID_INPUT', message, field);
  }
}

/** Closes a switch over a closed set: a new member that is not handled does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
