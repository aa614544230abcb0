import { storableJson, storableText } from './storable.js';

describe('what is staged', () => {
  it.each([
    ['a NUL', 'a\0b', 'a\ufffdb'],
    ['the first half of a character', 'a\ud83d', 'a\ufffd'],
    ['the second half', '\ude00a', '\ufffda'],
    ['a whole character', 'a\u{1F600}b', 'a\u{1F600}b'],
    ['the words \\u0000', 'a\\u0000', 'a\\u0000'],
  ])('keeps a text with %s', (_, text, kept) => {
    expect(storableText(text)).toBe(kept);
    expect(JSON.parse(storableJson({ at: [text, null, 1] }))).toEqual({ at: [kept, null, 1] });
  });
});
