interface Part {
  readonly text: string;
}

/** A sentence without its full stop where the name before it ends in one ("Blom Zorg B.V."): that closes it already. */
export function closedOnce<Said extends Part>(sentence: readonly Said[]): Said[] {
  const [beforeLast, last] = sentence.slice(-2);
  return last?.text === '.' && beforeLast?.text.endsWith('.') === true ? sentence.slice(0, -1) : [...sentence];
}
