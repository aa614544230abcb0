import { personNameKey, whoIsNamed } from './index.js';

describe('a name', () => {
  it.each([
    ['Jan de Vries', 'JAN  DE VRIES', true],
    ['dr. Jan de Vries', 'Jan de Vries', true],
    ['José Müller', 'Jose Muller', true],
    ['Anna Bos - Smit', 'Anna Bos-Smit', true],
    ['J. de Vries', 'Jan de Vries', false],
  ])('%j and %j: same is %s', (one, other, isSame) => expect(personNameKey(one) === personNameKey(other)).toBe(isSame));
});

describe('who is named', () => {
  const members = [
    { id: 'anna', names: ['Anna Bos', 'A. Bos'] },
    { id: 'jan', names: ['Jan de Vries', 'Jan de Vries'] },
    { id: 'other jan', names: ['Dhr. Jan de Vries'] },
    { id: 'nameless', names: [''] },
  ];
  it.each([
    ['anna', 'anna bos', 'one of his names, however it is written'],
    ['anna', 'Mevr. A. Bos', 'another of them'],
    [null, 'Jan de Vries', 'a name that two have: nobody can tell which is meant'],
    [null, 'Bert Smit', 'a name that nobody has'],
    [null, '', 'an empty name'],
    [null, null, 'no name'],
  ])('is %s by %j: %s', (id, name, _) => expect(whoIsNamed(members)(name)?.id ?? null).toBe(id));
});
