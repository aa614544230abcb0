import type { Question } from './ask-page.js';

/** The question, as it stands in the address: an answer is a link. */
export interface AskSearch {
  readonly wie?: string;
  readonly voor?: string;
  readonly bij?: string;
  readonly op?: string;
  /** Only what was known at the end of this day counts. */
  readonly bekend?: string;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function dayOf(value: unknown): string | null {
  const day = textOf(value);
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** Reads the question of an address. A day that is none, and a missing one, is `today`; the open company is asked about unless another is named. */
export function readQuestion(search: Readonly<Record<string, unknown>>, today: string): Question {
  return { person: textOf(search['wie']), company: textOf(search['voor']), service: textOf(search['bij']), on: dayOf(search['op']) ?? today, knownOn: dayOf(search['bekend']) ?? '' };
}

/** The address parts of a question. */
export function searchOf({ person, company, service, on, knownOn }: Question): AskSearch {
  return { ...(person === null ? {} : { wie: person }), ...(company === null ? {} : { voor: company }), ...(service === null ? {} : { bij: service }), ...(on === '' ? {} : { op: on }), ...(knownOn === '' ? {} : { bekend: knownOn }) };
}

/** The instant that a day ends in Amsterdam, no matter the season: an hour late in winter counts what was recorded that night too. */
export function knownAtOf(knownOn: string): string | null {
  return knownOn === '' ? null : `${knownOn}T23:00:00Z`;
}
