import { readCookie } from './cookies.js';

describe('reading a cookie', () => {
  it.each([
    ['the only one', 'a=1', '1'],
    ['one among others', 'b=2; a=1; c=3', '1'],
    ['the first of two', 'a=1; a=2', '1'],
    ['not a longer name', 'aa=1', null],
    ['an empty value', 'a=', null],
    ['no header', undefined, null],
  ])('%s', (_, header, expected) => expect(readCookie(header, 'a')).toBe(expected));
});
