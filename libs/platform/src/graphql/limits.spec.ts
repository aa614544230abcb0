import { buildSchema, parse, validate } from 'graphql';
import { documentLimits } from './limits.js';

const schema = buildSchema('type Query { self: Query, name: String } type Mutation { change: Int, other: Int }');
const refusalsOf = (document: string): string[] => validate(schema, parse(document), [documentLimits]).map(({ message }) => message);
const nested = (levels: number): string => `${'{ self '.repeat(levels - 1)}{ name }${' }'.repeat(levels - 1)}`;
const times = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join(' ');

describe('a document', () => {
  it.each([
    ['of 13 levels', nested(13), 'levels'],
    ['of 13 levels through fragments', `{ ...F } fragment F on Query ${nested(12)}`, 'levels'],
    ['of 601 fields', `{ ${times(601, () => 'name')} }`, 'fields'],
    ['of 17 aliases', `{ self { ${times(17, (at) => `a${at}: name`)} } }`, 'aliases'],
    ['of 17 aliases by one fragment', `{ self { ${times(17, () => '...F')} } } fragment F on Query { a: name }`, 'aliases'],
    ['of 17 root fields', `{ ${times(17, () => 'name')} }`, 'root fields'],
    ['of 17 root fields by one fragment', `{ ${times(17, () => '...F')} } fragment F on Query { name }`, 'root fields'],
    ['of two mutations', 'mutation { change other }', 'exactly one'],
    ['of two mutations in a fragment', 'mutation { ...F } fragment F on Mutation { change other }', 'exactly one'],
    ['of two mutations in an inline fragment', 'mutation { ... { a: change b: change } }', 'exactly one'],
    ['of a mutation and another in a fragment', 'mutation { change ...F } fragment F on Mutation { other }', 'exactly one'],
  ])('%s is refused', (_, document, word) => expect(refusalsOf(document).join(' ')).toContain(word));

  it.each([
    ['of 12 levels', nested(12)],
    ['of 600 fields', `{ self { ${times(599, () => 'name')} } }`],
    ['of 16 aliases', `{ self { ${times(16, (at) => `a${at}: name`)} } }`],
    ['of 16 root fields', `{ ${times(16, () => 'name')} }`],
    ['of one mutation in a fragment', 'mutation { ...F } fragment F on Mutation { change }'],
  ])('%s is taken', (_, document) => expect(refusalsOf(document)).toEqual([]));

  it('of fragments that spread one another and never come to a field is refused, not walked to its end', () => {
    const chain = times(13, (at) => `fragment F${at} on Query { ${times(40, () => `...F${at + 1}`)} }`);
    expect(refusalsOf(`{ ...F0 } ${chain} fragment F13 on Query { name }`)).not.toEqual([]);
  });

  it('of fragments that go round is walked once', () => {
    expect(refusalsOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toEqual([expect.stringContaining('levels')]);
  });
});
