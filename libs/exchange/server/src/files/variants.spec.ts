import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import type { GridWorkbook, KnownPerson, Reading, ReadingContext } from '@ketenregie/exchange-domain';
import { readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import fc from 'fast-check';
import { scoreReading } from './testing/score-reading.js';
import { readFileBytes } from './read-file.js';

const FIXTURES = fileURLToPath(new URL('../../../domain/fixtures/', import.meta.url));
const context: ReadingContext = { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE };

const open = (file: string): Promise<GridWorkbook> => readFileBytes(readFileSync(FIXTURES + file), file);
const expectationOf = (file: string): Record<string, unknown> => JSON.parse(readFileSync(`${FIXTURES}${file}.expected.json`, 'utf8')) as Record<string, unknown>;

async function knownPeople(): Promise<KnownPerson[]> {
  const { people } = readWorkbook(await open('staff.csv'), context);
  return people.map(({ name, initials, email, validUntil }) => ({ name, initials, email: email ?? null, inServiceUntil: validUntil ?? null }));
}

async function readText(text: string, own: Partial<ReadingContext> & { encoding?: BufferEncoding } = {}): Promise<Reading> {
  return readWorkbook(await readFileBytes(Buffer.from(text, own.encoding ?? 'utf8'), 'lijst.csv'), { ...context, ...own });
}

const categoriesOf = (reading: Reading, row: number): string[] => reading.findings.filter((finding) => finding.row === row).map((finding) => finding.category);

describe('the same lists with their columns in any order', () => {
  it.each(['staff.csv', 'clients.csv', 'supplier-export-1-means.csv', 'accountant-chains.xlsx', 'accountant-chains.csv', 'secretary-overview.xlsx', 'supplier-export-3-chains.csv'])('%s', async (file) => {
    const workbook = await open(file);
    const people = file === 'staff.csv' ? [] : await knownPeople();
    const [first, ...others] = workbook.sheets;
    const width = Math.max(...(first?.rows ?? []).map((row) => row.cells.length));
    const order = fc.shuffledSubarray(Array.from({ length: width }, (_, index) => index), { minLength: width });
    fc.assert(
      fc.property(order, (columns) => {
        const rows = (first?.rows ?? []).map((row) => ({ ...row, cells: columns.map((index) => row.cells[index] ?? null) }));
        const reading = readWorkbook({ ...workbook, sheets: [{ name: first?.name ?? '', rows }, ...others] }, { ...context, knownPeople: people });
        const scores = scoreReading(expectationOf(file), JSON.parse(JSON.stringify(reading)) as Record<string, unknown>);
        return Object.values(scores).every((score) => score.f1 === 1);
      }),
      { numRuns: 4 },
    );
  });
});

describe('other offices write other lists', () => {
  it('reads English headers, tabs and UTF-16', async () => {
    const text = '\ufeffClient no.\tClient name\tCoC number\tServices\tChain authorisation\tAssurance level\tExpiry date\r\n7\tJansen B.V.\t90000001\tMBD-Z\tyes\tEH3\t31/12/2028\r\n';
    const reading = await readText(text, { encoding: 'utf16le' });
    expect(reading).toMatchObject({ kind: 'accountant-chains', encoding: 'utf-16le', separator: '\t' });
    expect(reading.authorisations[0]).toMatchObject({ row: 2, status: 'active', level: 'EH3', validUntil: '2028-12-31', company: { kvk: '90000001' }, targets: [{ service: 'bd-mbdz' }] });
  });

  it('reads UTF-16 without a mark, and big endian', async () => {
    const bytes = Buffer.from('Naam;E-mail;Initialen\nZoë Jansen;z@k.example;ZJ\n', 'utf16le');
    const little = readWorkbook(await readFileBytes(bytes, 'a.csv'), context);
    const big = readWorkbook(await readFileBytes(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(bytes).swap16()]), 'a.csv'), context);
    expect([little.people[0]?.name, big.people[0]?.name]).toEqual(['Zoë Jansen', 'Zoë Jansen']);
  });

  it('reads a UTF-8 mark, a sep line, titles above the header and empty columns behind it', async () => {
    const text = '\ufeffsep=,\nOverzicht ketenmachtigingen,,,,,,\nbijgewerkt 1-10-2026,,,,,,\n,,,,,,\nBedrijf,KvK nr,Portalen,Machtiging geregeld,Niveau,Einddatum,,\n"Jansen, de Wit & Co B.V.",9000 0001,"UWV WGP\nMBD-Z",ja,substantieel,eind 2027,,\nTotaal,,1,,,,,\n';
    const reading = await readText(text);
    expect(reading).toMatchObject({ kind: 'accountant-chains', headerRow: 4, separator: ',' });
    expect(reading.authorisations).toHaveLength(1);
    expect(reading.authorisations[0]).toMatchObject({ row: 5, company: { name: 'Jansen, de Wit & Co B.V.' }, level: 'EH3', validUntil: '2027-12-31', untilPrecision: 'year' });
    expect(reading.authorisations[0]?.targets.map((target) => target.service)).toEqual(['uwv-werkgeversportaal', 'bd-mbdz']);
    expect(categoriesOf(reading, 5)).toEqual(['kvk-normalised', 'level-by-eidas-name', 'date-approximate']);
    expect(reading.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([[1, 'title'], [2, 'title'], [6, 'total']]);
  });

  it('counts records, not lines', async () => {
    const reading = await readText('Naam;KvK-nummer;Klantnummer\n"Jansen\nB.V.";90000001;1\n\nPieters B.V.;90000002;2\n');
    expect(reading.companies.map(({ name, row }) => [name, row])).toEqual([['Jansen B.V.', 2], ['Pieters B.V.', 4]]);
  });

  it('reads staff by first name, infix and surname, and knows who left without a date', async () => {
    const reading = await readText('Personeelsnummer;Achternaam;Tussenvoegsel;Voornaam;E-mailadres;Datum in dienst;Datum uit dienst\n1;Vuursteen;de;Pieter;P@k.example;1-7-2012;\n2;Jansen;;Sanne;s@k.example;2020;uit dienst\n3;Bos;;Jan;;1-1-20;30-06-2026\n');
    expect(reading.kind).toBe('staff');
    expect(reading.people.map(({ name, left, validFrom, validUntil }) => [name, left, validFrom, validUntil])).toEqual([
      ['Pieter de Vuursteen', false, '2012-07-01', null],
      ['Sanne Jansen', true, '2020-12-31', null],
      ['Jan Bos', true, '2020-01-01', '2026-06-30'],
    ]);
  });

  it('reads a Dutch console list of means, with never used and a blocked means', async () => {
    const reading = await readText('Gebruiker;E-mailadres;Type middel;Betrouwbaarheidsniveau;Status;Uitgegeven op;Geldig tot;Laatst gebruikt\nJansen, Sanne;S.J@k.example;App;EH3;Geblokkeerd;1-2-2024;1 februari 2027;nooit\n');
    expect(reading).toMatchObject({ kind: 'means', means: [{ person: 'Sanne Jansen', email: 's.j@k.example', level: 'EH3', status: 'suspended', validUntil: '2027-02-01', lastUsed: null }] });
    expect(reading.findings).toEqual([]);
  });

  it('tells columns by what stands in them where the header does not', async () => {
    const reading = await readText('Onderneming;Kolom2;Waar;Geregeld?;EH;Wanneer\nJansen B.V.;90000001;MBD-Z;ja;EH3;31-12-2028\nBos B.V.;90000002;UWV WGP;nee;EH3;1-1-2029\n');
    expect(reading.kind).toBe('accountant-chains');
    expect(reading.authorisations).toMatchObject([{ row: 2, status: 'active', company: { kvk: '90000001' }, level: 'EH3', validUntil: '2028-12-31' }]);
  });

  it('reads a person with all persons of the staff list, in the order of the cell', async () => {
    const reading = await readText('Klant;KvK;Dienst;Ketenmachtiging;Medewerkers\nA B.V.;90000001;btw;ja;"Vuursteen, P. de; RJ & S. Jansen"\n', { knownPeople: await knownPeople() });
    expect(reading.authorisations[0]?.persons).toEqual(['Pieter de Vuursteen', 'Ruud Jansen', 'Sanne Jansen']);
  });
});

describe('what may not be kept', () => {
  const text =
    'Klant;KvK;Dienst;Ketenmachtiging;Medewerkers;Wachtwoord;BSN dga;Opmerking;Extra\n' +
    'A B.V.;90000001;btw ww: Geheim1!;ja;S. Jansen pin 4821;Welkom2025!;999992053;bel na 5 uur;BSN 999990019\n' +
    'J. Jansen h.o.d.n. X;999993033;btw;ja;;;;eenmanszaak, btw-nr NL999992144B01;\n';

  it('stands nowhere in the reading, in no column, sample or message', async () => {
    const reading = await readText(text, { knownPeople: await knownPeople() });
    const written = JSON.stringify(reading);
    for (const secret of ['Geheim1!', '4821', 'Welkom2025!', '999992053', '999990019', '999993033', '999992144']) expect(written).not.toContain(secret);
    expect(categoriesOf(reading, 2).filter((category) => category.endsWith('-in-text'))).toEqual(['secret-in-text', 'secret-in-text', 'secret-in-text', 'bsn-in-text', 'bsn-in-text']);
    expect(categoriesOf(reading, 3)).toEqual(expect.arrayContaining(['bsn-in-text', 'kvk-missing']));
  });

  it('is not kept from a title or a sheet name either', async () => {
    const reading = await readText(`Lijst, wachtwoord: Geheim1!;;;\n${text}`);
    expect(JSON.stringify(reading)).not.toContain('Geheim1!');
    expect(categoriesOf(reading, 1)).toEqual(['secret-in-text']);
  });
});

describe('what cannot be read', () => {
  it.each([['een,twee\n1,2\n'], ['zomaar een tekst\n']])('%j is no list that we know', async (text) => {
    await expect(readText(text)).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'kind' });
  });

  it.each([
    ['a.csv', '%PDF-1.7 x', /is geen spreadsheet/],
    ['a.csv', '<html><body>', /is geen spreadsheet/],
    ['a.xlsx', 'Naam;KvK\nA;1\n', /is geen spreadsheet/],
    ['a.xlsx', 'PK\u0003\u0004 kapot', /is geen spreadsheet/],
    ['a.csv', ' \n', /is leeg/],
  ])('refuses %s that starts with %j', async (file, content, reason) => {
    await expect(readFileBytes(Buffer.from(content, 'latin1'), file)).rejects.toMatchObject({ code: /leeg/.test(reason.source) ? 'EMPTY_FILE_REFUSED' : 'FILE_REFUSED', message: expect.stringMatching(reason) as string });
  });
});
