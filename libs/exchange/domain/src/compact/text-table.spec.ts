import { RowLists } from './row-lists.js';
import { TextTable } from './text-table.js';
import { PairTable } from './pair-table.js';

describe('TextTable', () => {
  it('numbers texts in the order in which they come, each once, and gives them back', () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => (at % 3 === 0 ? `Bedrijf ${at} B.V.` : at % 3 === 1 ? `Œuvre 🚜 ${at}` : `Zoë ${at}`));
    const table = new TextTable();
    expect(texts.map((text) => table.numberOf(text))).toEqual(texts.map((_, at) => at));
    expect(texts.map((text) => table.numberOf(text))).toEqual(texts.map((_, at) => at));
    expect(texts.map((_, at) => table.textOf(at))).toEqual(texts);
    expect([table.size, table.find('Bedrijf 1 B.V.')]).toEqual([5_000, -1]);
  });

  it.each(['', 'a', 'ab', '\u00ff', '\u0100', '\ud83d', 'a\0b', 'x'.repeat(100_000), 'œ'.repeat(70_000)])('holds %# and nothing near it', (text) => {
    const table = new TextTable();
    table.numberOf('before');
    expect(table.numberOf(text)).toBe(1);
    table.numberOf('behind');
    expect([table.textOf(1), table.textOf(2)]).toEqual([text, 'behind']);
    expect([table.find(`${text}a`), table.find(`${text}\0`)]).toEqual([-1, -1]);
  });

  it('tells a letter of two bytes from the two letters of its bytes', () => {
    const table = new TextTable();
    table.numberOf('\u6162');
    expect(table.find('ba')).toBe(-1);
  });
});

describe('PairTable', () => {
  it('numbers pairs in the order in which they come, and knows which way round they are', () => {
    const table = new PairTable();
    for (let at = 0; at < 3_000; at += 1) expect(table.add(at % 50, at)).toBe(at);
    for (let at = 0; at < 3_000; at += 1) expect(table.find(at % 50, at)).toBe(at);
    expect([table.find(51, 1), table.find(2_999, 49), table.find(-1, 0), table.size]).toEqual([-1, -1, -1, 3_000]);
  });
});

describe('RowLists', () => {
  it('keeps the rows of each thing in order, and not the same twice in a row', () => {
    const lists = new RowLists();
    lists.start(2);
    lists.start(3);
    for (const [thing, row] of [[0, 2], [1, 4], [0, 9], [1, 4], [0, 5]] as const) lists.add(thing, row);
    expect([lists.listOf(0), lists.listOf(1), lists.firstOf(1)]).toEqual([[2, 9, 5], [3, 4], 3]);
  });
});
