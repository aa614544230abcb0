/** One of the words that the portal knows; `otherwise` for a word of a newer API. */
export function wordOf<Word extends string>(words: readonly Word[], given: string, otherwise: Word): Word {
  return words.find((word) => word === given) ?? otherwise;
}
