import type { Moment } from '../moment.js';

/** How much a statement is about: some companies, the rows of a page, or a whole tenant. */
export type About = 'few' | 'page' | 'many';

const TAKEN_FOR: Readonly<Record<About, string>> = {
  few: '',
  page: `cross join json_array_elements_text('[1]') as taken_for_many`,
  many: `cross join string_to_table('1', ',') as taken_for_many`,
};

/** One statement in the making: each value gets its place, and the moment's two are there from the start. */
export class Statement {
  readonly values: unknown[] = [];
  /** The day asked, as a SQL expression. */
  readonly on: string;
  /** The instant up to which recordings count; the word `null` itself where all count, so that the planner sees it. */
  readonly knownAt: string;

  /**
   * One row, which the planner takes for a hundred or a thousand; nothing where the statement is about few. The planner guesses one row of any part
   * behind the walls' settings, and joins such parts in nested loops: good for few rows, and minutes for a whole tenant. Crossed with this, they
   * are joined by hash.
   */
  readonly takenForMany: string;

  constructor({ on, knownAt }: Moment, about: About = 'few') {
    this.takenForMany = TAKEN_FOR[about];
    this.on = this.place(on, 'date');
    this.knownAt = knownAt === null ? 'null::timestamptz' : this.place(knownAt, 'timestamptz');
  }

  /** Takes a value and returns its place, cast to a type. */
  place(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A condition that a column is one of some values; always true without values. */
  isOneOf(column: string, values: readonly string[] | undefined, type: 'uuid' | 'text'): string {
    return values === undefined ? 'true' : `${column} = any(${this.place(values, `${type}[]`)})`;
  }
}

/** The number of a question or of a client's side of it from two numbers, so that parts are joined by one whole number. */
export const keyOf = (no: string, serviceNo: string): string => `(${no} * 65536::bigint + ${serviceNo})`;
