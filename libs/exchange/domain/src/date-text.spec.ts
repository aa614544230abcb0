import { readDate } from './date-text.js';
import type { GridCell } from './grid.js';

const text = (value: string): GridCell => ({ kind: 'text', text: value });

const read = (cell: GridCell | null): unknown[] => {
  const { date, precision, remarks } = readDate(cell);
  return [date, precision, remarks.map((remark) => remark.category)];
};

describe('readDate', () => {
  it.each([
    '14-7-2028', '14-07-2028', '14/07/2028', '14.07.2028', '14 7 2028', '2028-07-14', '2028/7/14', '20280714', '14 juli 2028', '14 jul. 2028', '14-jul-2028', '14 July 2028', 'July 14, 2028',
    '14e juli 2028', 'vrijdag 14 juli 2028', 'vr 14-7-2028', 't/m 14-07-2028', 'tot en met 14 juli 2028', 'geldig tot 14-07-2028', '2028-07-14T00:00:00', '14-07-2028 00:00', '2028-07-14 12:30:00Z', '14 - 7 - 2028', '14-07-2028 (zie mail)', 'uiterlijk 14-07-2028',
  ])('reads %j as the day it is', (value) => expect(read(text(value))).toEqual(['2028-07-14', 'day', []]));

  it.each([
    ['12/05/27', '2027-05-12'],
    ['13-7-29', '2029-07-13'],
    ["14 juli '28", '2028-07-14'],
    ['14-jul-28', '2028-07-14'],
  ])('reads the two-digit year of %j', (value, day) => expect(read(text(value))).toEqual([day, 'day', ['date-two-digit-year']]));

  it.each([
    ['sept 2030', '2030-09-30', 'month'], ['mrt 2030', '2030-03-31', 'month'], ['feb 2028', '2028-02-29', 'month'], ['mei 2027', '2027-05-31', 'month'], ['eind mei 2027', '2027-05-31', 'month'],
    ['05-2027', '2027-05-31', 'month'], ['5/2027', '2027-05-31', 'month'], ['2027-05', '2027-05-31', 'month'], ['Oktober 2027', '2027-10-31', 'month'], ['May 2027', '2027-05-31', 'month'],
    ['Q2 2027', '2027-06-30', 'quarter'], ['2027 Q2', '2027-06-30', 'quarter'], ['2e kwartaal 2027', '2027-06-30', 'quarter'], ['kwartaal 4 2027', '2027-12-31', 'quarter'], ['K3-2027', '2027-09-30', 'quarter'],
    ['2027', '2027-12-31', 'year'], ['eind 2027', '2027-12-31', 'year'], ['ultimo 2027', '2027-12-31', 'year'], ['t/m 2027', '2027-12-31', 'year'],
  ])('reads %j as the last day of its period', (value, day, precision) => expect(read(text(value))).toEqual([day, precision, ['date-approximate']]));

  it('says both where a month has a two-digit year', () => expect(read(text("mei '27"))).toEqual(['2027-05-31', 'month', ['date-two-digit-year', 'date-approximate']]));
  it('reads month first only where the day cannot stand first', () => expect(read(text('05/25/2027'))).toEqual(['2027-05-25', 'day', ['date-month-first']]));

  it.each(['onbepaald', 'Onbepaalde tijd', 'voor onbepaalde tijd', 'onbeperkt', 'geen einddatum', 'doorlopend', 'tot wederopzegging', 'unlimited', '31-12-9999'])('hears in %j that there is no end', (value) =>
    expect(read(text(value))).toEqual([null, 'none', ['end-date-indefinite']]));

  it.each(['?', '31-02-2028', '31-4-2027', '13-13-2028', 'volgt', 'begin 2028', '14 juli', '2028-02-30', 'n.v.t.', '1-2-3-4', '#N/A', '00-00-0000'])('does not read %j', (value) =>
    expect(read(text(value))).toEqual([null, 'unknown', ['date-unreadable']]));

  it.each([null, text(''), text(' - ')])('finds nothing in %j', (cell) => {
    expect(read(cell)).toEqual([null, 'unknown', []]);
    expect(readDate(cell).isEmpty).toBe(true);
  });

  it('reads a real date, a number that lost its date format, and a number that is a year', () => {
    expect(read({ kind: 'date', text: '2028-07-14' })).toEqual(['2028-07-14', 'day', []]);
    expect(read({ kind: 'number', text: '46948' })).toEqual(['2028-07-14', 'day', []]);
    expect(read({ kind: 'number', text: '2028' })).toEqual(['2028-12-31', 'year', ['date-approximate']]);
  });
});
