import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import type { KnownPerson, Reading, ReadingContext } from '@ketenregie/exchange-domain';
import { readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { leaksOf, scoreReading } from './testing/score-reading.js';
import { readFileBytes } from './read-file.js';

const FIXTURES = fileURLToPath(new URL('../../../domain/fixtures/', import.meta.url));
const context: ReadingContext = { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE };

async function read(file: string, own: Partial<ReadingContext> = {}): Promise<Reading> {
  return readWorkbook(await readFileBytes(readFileSync(FIXTURES + file), file), { ...context, ...own });
}

async function staff(): Promise<KnownPerson[]> {
  const { people } = await read('staff.csv');
  return people.map(({ name, initials, email, validUntil }) => ({ name, initials, email: email ?? null, inServiceUntil: validUntil ?? null }));
}

const expectationOf = (file: string): Record<string, unknown> => JSON.parse(readFileSync(`${FIXTURES}${file}.expected.json`, 'utf8')) as Record<string, unknown>;

describe('the sample files', () => {
  it.each([
    ['staff.csv', 'staff'],
    ['clients.csv', 'clients'],
    ['supplier-export-1-means.csv', 'means'],
    ['accountant-chains.xlsx', 'accountant-chains'],
    ['accountant-chains.csv', 'accountant-chains'],
    ['secretary-overview.xlsx', 'secretary-overview'],
    ['matrix.xlsx', 'matrix'],
    ['supplier-export-2-authorisations.xlsx', 'employee-authorisations'],
    ['supplier-export-3-chains.csv', 'chain-authorisations'],
  ])('reads %s as %s, exactly as expected', async (file, kind) => {
    const reading = await read(file, file === 'staff.csv' ? {} : { knownPeople: await staff() });
    const expected = expectationOf(file);
    const actual = JSON.parse(JSON.stringify(reading)) as Record<string, unknown>;
    if (process.env['WRITE_READINGS']) writeFileSync(`${process.env['WRITE_READINGS']}/${file}.json`, JSON.stringify(actual, null, 1));
    expect(reading.kind).toBe(kind);
    expect(leaksOf(expected, actual)).toEqual([]);
    const scores = scoreReading(expected, actual);
    expect(scores).toEqual(Object.fromEntries(Object.keys(scores).map((section) => [section, { f1: 1, missing: [], extra: [] }])));
  });
});
