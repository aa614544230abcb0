import { parse } from 'graphql';
import { assertStorable, isStorable } from './storable-text.js';

const PLAIN = parse('{ a }');

describe('a text', () => {
  it.each([
    ['a NUL', 'a\0b', false],
    ['the first half of a character', '\ud83d', false],
    ['the second half', 'a\ude00', false],
    ['a whole one', '\u{1F600}', true],
    ['a line break and a tab', 'a\n\tb', true],
    ['nothing', '', true],
  ])('of %s: can be kept is %s', (_, text, is) => expect(isStorable(text)).toBe(is));
});

describe('an operation', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a variable', { name: 'a\0' }, 'name'],
    ['a field of an input', { input: { id: 'x', town: '\ud800' } }, 'town'],
    ['a member of a list', { input: { keys: ['a', 'b\0'] } }, 'keys'],
    ['a key', { input: { 'a\0': 1 } }, 'input'],
  ])('with a NUL or half a character in %s is refused by its name', (_, variables, field) => {
    expect(() => assertStorable(PLAIN, variables)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });

  it('with one in its own text is refused', () => {
    expect(() => assertStorable(parse('{ a(b: "x\\u0000") }'), {})).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('without is taken', () => {
    expect(() => assertStorable(parse('{ a(b: "\\u00e9", c: """x""") }'), { input: { list: [1, null, true, 'Zoë \u{1F600}'] } })).not.toThrow();
  });
});
