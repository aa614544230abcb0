/** So many texts are remembered: the columns of a list hold few different ones, and a column that holds more gains nothing. */
const MOST = 5_000;

/** A function of one text that answers from memory what it answered before. For functions that depend on nothing else. */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
  const answers = new Map<string, Result>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = work(text);
    if (answers.size < MOST) answers.set(text, answer);
    return answer;
  };
}
