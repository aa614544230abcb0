/** Where a verb writes: its answer on standard output, what it tells the operator meanwhile on standard error. */
export interface Io {
  /** One line of the answer. With `--json` the answer is one JSON text and nothing else. */
  answer(line: string): void;
  /** One line about what is going on, or a reason. */
  tell(line: string): void;
}
