/** So many texts are remembered: the columns of a list hold few different ones, and a column that holds more gains nothing. */
const MOST = 5_000;
/** After so many different texts it is plain whether they come again. */
const TRIED = 200;

/** A function of one text that answers from memory what it answered before. For functions that depend on nothing else. */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
  const answers = new Map<string, Result>();
  let isWorthIt = true;
  let hits = 0;
  return (text) => {
    if (!isWorthIt) return work(text);
    const known = answers.get(text);
    if (known !== undefined) {
      hits += 1;
      return known;
    }
    const answer = work(text);
    if (answers.size < MOST) answers.set(text, answer);
    if (answers.size % TRIED === 0 && hits < answers.size) {
      // A column of names or numbers: hardly one comes twice, and looking costs more than it saves.
      isWorthIt = false;
      answers.clear();
    }
    return answer;
  };
}
