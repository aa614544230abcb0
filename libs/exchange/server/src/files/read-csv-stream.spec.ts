import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import type { ReadingContext, RowReading } from '@ketenregie/exchange-domain';
import { readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { readCsvStream } from './read-csv-stream.js';
import { readFileBytes } from './read-file.js';

const FIXTURES = fileURLToPath(new URL('../../../domain/fixtures/', import.meta.url));
const context: ReadingContext = { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE };

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readInPieces(bytes: Buffer, size: number): Promise<{ rows: RowReading[]; companies: unknown[] }> {
  const { readings, state } = await readCsvStream(pieces(bytes, size), context);
  const rows: RowReading[] = [];
  for await (const reading of readings) rows.push(reading);
  return { rows, companies: state.register.companies() };
}

describe('readCsvStream', () => {
  it.each([7, 1000, 70_000])('gives in pieces of %i bytes what the whole file gives', async (size) => {
    const bytes = readFileSync(`${FIXTURES}accountant-chains.csv`);
    const whole = readWorkbook(await readFileBytes(bytes, 'a.csv'), context);
    const { rows, companies } = await readInPieces(bytes, size);
    expect(rows.flatMap((row) => row.authorisations)).toEqual(whole.authorisations);
    expect(rows.flatMap((row) => row.findings)).toEqual(whole.findings);
    expect(companies).toEqual(whole.companies);
  });

  it('cuts no character in two', async () => {
    const { rows } = await readInPieces(Buffer.from('Naam;Initialen;E-mail\n🚜 Zoë Œuvre;ZŒ;z@k.example\n'), 1);
    expect(rows.flatMap((row) => row.people)).toMatchObject([{ name: '🚜 Zoë Œuvre' }]);
  });
});
