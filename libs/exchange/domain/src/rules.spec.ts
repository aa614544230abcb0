import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { calendarDate } from '@ketenregie/kernel';
import { messageOf } from './finding-messages.js';
import type { GridCell, GridRow, GridWorkbook } from './grid.js';
import type { KnownPerson } from './person-directory.js';
import type { Reading, ReadingContext } from './reading.js';
import { readWorkbook } from './read-workbook.js';

const people: KnownPerson[] = [
  { name: 'Sanne Jansen', initials: 'SJ' },
  { name: 'Ruud Jansen', initials: 'RJ' },
  { name: 'Bram Wintertaling', initials: 'BW', inServiceUntil: calendarDate('2026-03-31') },
  { name: 'Ilse van Ooievaarsnest', initials: 'IvO', inServiceUntil: calendarDate('2027-01-31') },
];
const context: ReadingContext = { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE, knownPeople: people };

type Value = string | number | null;
const cellOf = (value: Value, looks: Partial<GridCell> = {}): GridCell | null => (value === null || value === '' ? null : { kind: typeof value === 'number' ? 'number' : 'text', text: String(value), ...looks });
const rowsOf = (values: readonly (readonly Value[])[], looks: Partial<GridCell> = {}): GridRow[] => values.map((row, index) => ({ number: index + 1, cells: row.map((value) => cellOf(value, index === 0 ? {} : looks)) }));
const book = (...sheets: GridRow[][]): GridWorkbook => ({ file: 'lijst.xlsx', format: 'xlsx', sheets: sheets.map((rows, index) => ({ name: `Blad${index + 1}`, rows })) });

const HEADER = ['Klantnummer', 'Klantnaam', 'KvK-nummer', 'Dienst(en)', 'Ketenmachtiging', 'Niveau', 'Leverancier klant', 'Afgegeven op', 'Geldig tot', 'Gekoppelde medewerkers', 'Bijzonderheden'];
const GOOD: Record<string, Value> = { Klantnummer: 1, Klantnaam: 'A B.V.', 'KvK-nummer': '90000001', 'Dienst(en)': 'MBD-Z', Ketenmachtiging: 'ja', Niveau: 'EH3', 'Leverancier klant': 'KPN', 'Afgegeven op': '1-1-2025', 'Geldig tot': '31-12-2028', 'Gekoppelde medewerkers': 'SJ' };

function chain(...rows: Record<string, Value>[]): Reading {
  return readWorkbook(book(rowsOf([HEADER, ...rows.map((own) => HEADER.map((name) => ({ ...GOOD, ...own })[name] ?? null))])), context);
}

const categories = (reading: Reading, row = 2): string[] => reading.findings.filter((finding) => finding.row === row).map((finding) => finding.category);

describe('one row of a chain list', () => {
  it.each([
    ['nothing is wrong', {}, []],
    ['only the provider', { 'Dienst(en)': 'UWV' }, ['service-not-specific']],
    ['everything', { 'Dienst(en)': 'alles' }, ['scope-wide']],
    ['a near miss', { 'Dienst(en)': 'MBD-Zz' }, ['service-unknown']],
    ['another register', { 'Dienst(en)': 'SBA IB' }, ['other-register']],
    ['no chain possible', { 'Dienst(en)': 'TenderNed' }, ['chain-not-possible']],
    ['a low level', { Niveau: 'EH2+' }, ['level-too-low']],
    ['a low level for a service without requirement', { 'Dienst(en)': 'Mijn RVO', Niveau: 'EH2+' }, []],
    ['a legacy level', { Niveau: 'EH1' }, ['level-legacy', 'level-too-low']],
    ['no level, nothing compared', { Niveau: '', 'Dienst(en)': 'UWV MGD' }, ['level-missing']],
    ['no end', { 'Geldig tot': '' }, ['end-date-missing']],
    ['said to have no end', { 'Geldig tot': 'onbepaald' }, ['end-date-indefinite']],
    ['ended yesterday', { 'Geldig tot': '22-11-2026' }, ['ended']],
    ['last valid day today', { 'Geldig tot': '23-11-2026' }, []],
    ['exactly five years', { 'Geldig tot': '1-1-2030' }, []],
    ['a day over five years', { 'Geldig tot': '2-1-2030' }, ['term-over-five-years']],
    ['five years from today without a start', { 'Afgegeven op': '', 'Geldig tot': '23-11-2031' }, []],
    ['over five years from today without a start', { 'Afgegeven op': '', 'Geldig tot': '24-11-2031' }, ['term-over-five-years']],
    ['start after end', { 'Afgegeven op': '1-2-2029' }, ['date-order']],
    ['an unreadable start', { 'Afgegeven op': 'onbepaald' }, ['date-unreadable']],
    ['a client number with too many characters', { Klantnummer: 'k'.repeat(41) }, ['cell-too-long']],
    ['a client number with as many as fit', { Klantnummer: 'k'.repeat(40) }, []],
    ['nobody linked', { 'Gekoppelde medewerkers': '' }, ['chain-without-employee']],
    ['somebody unknown', { 'Gekoppelde medewerkers': 'SJ; XX' }, ['person-unknown']],
    ['a surname of two', { 'Gekoppelde medewerkers': 'Jansen' }, ['person-ambiguous']],
    ['somebody who left', { 'Gekoppelde medewerkers': 'BW' }, ['person-left']],
    ['somebody who left, on an ended chain', { 'Gekoppelde medewerkers': 'BW', 'Geldig tot': '1-1-2026' }, ['ended']],
    ['somebody who leaves later', { 'Gekoppelde medewerkers': 'IvO' }, []],
    ['requested: no dates expected', { Ketenmachtiging: 'aangevraagd', 'Afgegeven op': '', 'Geldig tot': '', 'Gekoppelde medewerkers': '' }, []],
    ['lapsed, but ends later', { Ketenmachtiging: 'vervallen' }, ['status-conflict']],
    ['lapsed and ended', { Ketenmachtiging: 'vervallen', 'Geldig tot': '1-1-2026' }, ['ended']],
    ['a status nobody knows', { Ketenmachtiging: 'misschien' }, ['status-unreadable']],
    ['a supplier nobody knows', { 'Leverancier klant': 'KvK' }, ['supplier-unknown']],
    ['a formula', { Bijzonderheden: '=1+1' }, ['formula-cell']],
    ['no company', { Klantnaam: '', 'KvK-nummer': '', Klantnummer: '' }, ['company-missing']],
    ['no KvK', { 'KvK-nummer': '' }, ['kvk-missing']],
    ['a lost zero', { 'KvK-nummer': 901007 }, ['kvk-leading-zero-restored']],
    ['no: the company only', { Ketenmachtiging: 'nee', 'KvK-nummer': 901007, Niveau: '', 'Geldig tot': '' }, ['kvk-leading-zero-restored']],
  ])('%s', (_, own, expected) => expect(categories(chain(own))).toEqual(expected));

  it.each([
    [{ Ketenmachtiging: 'nee' }, 0], [{ Ketenmachtiging: 'aangevraagd' }, 1], [{}, 1], [{ Klantnaam: 'Z'.repeat(201) }, 0],
  ])('gives for %j so many authorisations: %i', (own, count) => expect(chain(own).authorisations).toHaveLength(count));

  it.each([[{ 'KvK-nummer': 'volgt' }, true], [{ Klantnaam: '', 'KvK-nummer': '' }, true], [{ 'KvK-nummer': '' }, false]])('blocks %j: %s', (own, blocked) => expect(chain(own).authorisations[0]?.blocked).toBe(blocked));

  it('reads a struck row as ended and a grey one as uncertain', () => {
    const values = [HEADER, HEADER.map((name) => GOOD[name] ?? null)];
    const struck = readWorkbook(book(rowsOf(values, { isStruck: true })), context);
    expect([struck.authorisations[0]?.status, categories(struck)]).toEqual(['ended', ['row-struck-through']]);
    expect(readWorkbook(book(rowsOf(values, { isGrey: true })), context).authorisations[0]?.ambiguous).toBe(true);
  });

  it('says of a file without a column nothing about it', () => {
    const reading = readWorkbook(book(rowsOf([['Klant', 'KvK', 'Dienst'], ['A B.V.', '90000001', 'MBD-Z']])), context);
    expect([reading.authorisations[0]?.status, reading.findings]).toEqual(['unknown', []]);
  });
});

describe('rows that belong together', () => {
  it('finds a duplicate, and doubts it where the end date differs', () => {
    const reading = chain({}, { 'Gekoppelde medewerkers': 'RJ' }, { 'Geldig tot': '30-6-2029' }, { 'Dienst(en)': 'btw' });
    expect(reading.findings.map(({ row, category, relatedRow, ambiguous }) => [row, category, relatedRow, ambiguous ?? false])).toEqual([[3, 'duplicate', 2, false], [4, 'duplicate', 2, true]]);
  });

  it('keeps one company for one number, with its other name', () => {
    const reading = chain({}, { Klantnaam: 'A BV', 'Dienst(en)': 'btw' }, { Klantnaam: 'A & Partners', 'Dienst(en)': 'Vpb' });
    expect(reading.companies).toEqual([{ kvk: '90000001', rsin: null, clientNumber: '1', name: 'A B.V.', otherNames: ['A & Partners'], rows: [2, 3, 4] }]);
    expect(categories(reading, 4)).toEqual(['same-company-two-names']);
  });

  it('makes two companies of one name with two numbers, also under one client number', () => {
    const reading = chain({}, { 'KvK-nummer': '90000002' });
    expect(reading.companies.map(({ kvk }) => kvk)).toEqual(['90000001', '90000002']);
    expect(categories(reading, 3)).toEqual(['same-name-two-kvk']);
  });

  it('finds a company without number by client number and name', () => {
    expect(chain({}, { 'KvK-nummer': '', 'Dienst(en)': 'btw' }).companies).toHaveLength(1);
    expect(chain({}, { 'KvK-nummer': '', 'Dienst(en)': 'btw', Klantnummer: 2 }).companies).toHaveLength(2);
  });

  it('passes by totals, notes and a header that comes again', () => {
    const values = [HEADER, HEADER.map((name) => GOOD[name] ?? null), HEADER, [null, 'Totaal', null, '1'], ['Let op: nog na te kijken']];
    const reading = readWorkbook(book(rowsOf(values)), context);
    expect([reading.authorisations.length, reading.companies.length]).toEqual([1, 1]);
    expect(reading.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([[3, 'header'], [4, 'total'], [5, 'loose note']]);
  });

  it('names the sheet where there are several, and reads them as one file', () => {
    const rows = rowsOf([HEADER, HEADER.map((name) => GOOD[name] ?? null)]);
    const reading = readWorkbook(book(rows, rows), context);
    expect(reading.authorisations.map(({ sheet, row }) => [sheet, row])).toEqual([['Blad1', 2], ['Blad2', 2]]);
    expect(reading.companies).toHaveLength(1);
  });

  it('takes the legend of the file for its persons', () => {
    const legend = rowsOf([['SJo', 'Sien Jongsma', 'uit dienst'], ['KB', 'Kees Bos', null]]);
    const reading = readWorkbook(book(rowsOf([HEADER, HEADER.map((name) => ({ ...GOOD, 'Gekoppelde medewerkers': 'SJo+KB' })[name] ?? null)]), legend), context);
    expect([reading.authorisations[0]?.persons, categories(reading)]).toEqual([['Sien Jongsma', 'Kees Bos'], ['person-left']]);
  });
});

describe('an overview of the own companies', () => {
  const header = ['Portaal', 'Niveau', 'Medewerker', 'Einddatum', 'Opmerking'];
  const read = (...rows: Value[][]): Reading => readWorkbook(book(rowsOf([header, ...rows])), context);

  it('takes a heading for the company of the rows below it, and a note for a note', () => {
    const reading = read(['Alfa Holding B.V. (kvk 9000 0001)'], ['MBD-Z', 'EH3', 'SJ', '1-1-2028'], ['Let op: pasjes inleveren'], ['Bakkerij Bos'], ['btw', 'EH3', 'RJ', '1-1-2028'], ['Einde lijst']);
    expect(reading.kind).toBe('secretary-overview');
    expect(reading.companies.map(({ name, kvk, rows }) => [name, kvk, rows])).toEqual([['Alfa Holding B.V.', '90000001', [2, 3]], ['Bakkerij Bos', null, [5, 6]]]);
    expect(reading.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([[2, 'company heading'], [4, 'loose note'], [5, 'company heading'], [7, 'loose note']]);
  });

  it('takes a name with its KvK number in the cell beside it for a heading', () => {
    const reading = read(['Alfa B.V.', 'KvK 90000001'], ['MBD-Z', 'EH3', 'SJ', '1-1-2028'], ['Beta B.V.', 90000002], ['btw', 'EH3', 'SJ', '1-1-2028']);
    expect(reading.authorisations.map(({ company }) => company.kvk)).toEqual(['90000001', '90000002']);
  });

  it('blocks a record before the first heading', () => {
    const reading = read(['MBD-Z', 'EH3', 'SJ', '1-1-2028']);
    expect([reading.authorisations[0]?.blocked, categories(reading)]).toEqual([true, ['company-missing']]);
  });

  it('misses the person and the end, and finds the same right of the same persons twice', () => {
    const reading = read(['Alfa B.V. - 90000001'], ['MBD-Z', 'EH3', '', ''], ['btw', 'EH3', 'SJ / RJ', '1-1-2028'], ['btw', 'EH3', 'RJ; SJ', '1-1-2028'], ['btw', 'EH3', 'RJ', '1-1-2028']);
    expect([3, 4, 5, 6].map((row) => categories(reading, row))).toEqual([['end-date-missing', 'person-missing'], [], ['duplicate'], []]);
  });
});

describe('a matrix', () => {
  const values: Value[][] = [
    ['Bedrijf', 'KvK', 'MBD-Z', 'UWV WGP', 'Arboportaal'],
    ['A B.V.', '90000001', 'EH3 SJ t/m 1-1-2028', '-', 'x'],
    ['B B.V.', '90000002', 'n.v.t.', 'aangevraagd', '?'],
  ];
  const summary = (reading: Reading): unknown[] => reading.authorisations.map(({ cell, row, status, level, company }) => [cell, row, status, level, company.kvk]);

  it('gives an authorisation for each cell that says something', () => {
    const reading = readWorkbook(book(rowsOf(values)), context);
    expect([reading.kind, summary(reading)]).toEqual(['matrix', [['C2', 2, 'active', 'EH3', '90000001'], ['E2', 2, 'active', null, '90000001'], ['D3', 3, 'requested', null, '90000002'], ['E3', 3, 'unknown', null, '90000002']]]);
    expect(reading.findings.filter(({ cell }) => cell === 'E1').map(({ category }) => category)).toEqual(['service-unknown']);
  });

  it('is read the other way round too, with the cells where people see them', () => {
    const turned = (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? null));
    const reading = readWorkbook(book(rowsOf(turned)), context);
    expect([reading.kind, summary(reading)]).toEqual(['matrix', [['B3', 3, 'active', 'EH3', '90000001'], ['B5', 5, 'active', null, '90000001'], ['C4', 4, 'requested', null, '90000002'], ['C5', 5, 'unknown', null, '90000002']]]);
  });
});

describe('findings', () => {
  it('say in a Dutch sentence where, what and what to do', () => {
    expect(chain({ 'Geldig tot': '?' }).findings.map(messageOf)[0]).toBe('Rij 2, kolom einddatum: de datum is niet te lezen of bestaat niet: "?"; vul een datum in als 31-12-2028.');
  });

  it('offer the nearest service, and apply it never', () => {
    const reading = chain({ 'Dienst(en)': 'UWV werkgeversportal' });
    expect([reading.findings[0]?.suggestion, reading.authorisations[0]?.targets]).toEqual(['UWV Werkgeversportaal', [{ text: 'UWV werkgeversportal', provider: null, service: null }]]);
  });

  it('come with the columns as they were understood', () => {
    expect(chain({}).sheets[0]?.columns[2]).toEqual({ index: 2, letter: 'C', header: 'KvK-nummer', meaning: 'kvk', samples: ['90000001'] });
  });
});
