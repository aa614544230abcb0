import { InvalidInputError, newId, readDay, readId, readWord } from './index.js';

const SORTS = ['name', 'ends-on'] as const;

describe('typed input', () => {
  it.each<[string, () => unknown, string]>([
    ['no id', () => readId("1' or true", 'companyId'), 'companyId'],
    ['an id in capitals', () => readId(newId().toUpperCase()), 'id'],
    ['nothing for an id', () => readId(''), 'id'],
    ['a day that is none', () => readDay('2026-02-30', 'endsOn'), 'endsOn'],
    ['a day written as people do', () => readDay('23-11-2026', 'endsOn'), 'endsOn'],
    ['another word', () => readWord(SORTS, 'Name', 'sort'), 'sort'],
  ])('refuses %s, naming the field', (_, read, field) => {
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });

  it('and gives back what may be', () => {
    const id = newId();
    expect([readId(id), readDay('2026-11-23', 'endsOn'), readWord(SORTS, 'ends-on', 'sort')]).toEqual([id, '2026-11-23', 'ends-on']);
  });
});
