/**
 * Kinds of right. A *direct* right: an employee acts for his own company. A chain authorisation has two halves: the *client half*
 * (client -> intermediary, one of our own companies) and the *office half* (intermediary -> employee, for that client).
 */
export const AUTHORISATION_KINDS = ['direct', 'client-half', 'office-half'] as const;
export type AuthorisationKind = (typeof AUTHORISATION_KINDS)[number];

/** What a source or a person last said of a right. Whether it is in force on a day also depends on its dates. */
export const RIGHT_STATES = ['requested', 'active', 'ended', 'unknown'] as const;
export type RightState = (typeof RIGHT_STATES)[number];

/** `targets`: the services and providers listed; `all`: all services of all providers. */
export const RIGHT_SCOPES = ['targets', 'all'] as const;
export type RightScope = (typeof RIGHT_SCOPES)[number];

/**
 * Classes of evidence (product rule 5). A: a later supplier overview whose scope covers it; B: a letter or mail of the supplier;
 * C: a login attempt by a named person; D: a statement. A to C confirm; D is only "carried out".
 */
export const EVIDENCE_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** States of a change that was decided here (product rule 4), apart from the state of the right. */
export const CHANGE_STATES = ['to-do', 'asked', 'carried-out', 'confirmed', 'refused', 'failed', 'withdrawn', 'partly'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** How an end date was written: a day, or a period whose last day was taken; `none` = none given, `unknown` = unreadable or "indefinite". */
export const UNTIL_PRECISIONS = ['day', 'month', 'quarter', 'year', 'none', 'unknown'] as const;
export type UntilPrecision = (typeof UNTIL_PRECISIONS)[number];
