import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import type { Reading, ReadingContext } from '@ketenregie/exchange-domain';
import { ReadingTotals, readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { readCsvStream } from './read-csv-stream.js';
import { readFileBytes } from './read-file.js';

const FIXTURES = fileURLToPath(new URL('../../../domain/fixtures/', import.meta.url));
const context: ReadingContext = { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE };

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readInPieces(bytes: Buffer, size: number): Promise<Reading> {
  const { card, readings } = await readCsvStream(pieces(bytes, size), { file: 'a.csv', context });
  const totals = new ReadingTotals();
  for await (const some of readings) for (const reading of some) totals.take(reading);
  return totals.under(card());
}

describe('readCsvStream', () => {
  it.each([7, 1000, 70_000])('gives in pieces of %i bytes what the whole file gives', async (size) => {
    const bytes = readFileSync(`${FIXTURES}accountant-chains.csv`);
    const whole = readWorkbook(await readFileBytes(bytes, 'a.csv'), context);
    expect(await readInPieces(bytes, size)).toEqual(whole);
  });

  it('cuts no character in two', async () => {
    const { people } = await readInPieces(Buffer.from('Naam;Initialen;E-mail\n🚜 Zoë Œuvre;ZŒ;z@k.example\n'), 1);
    expect(people).toMatchObject([{ name: '🚜 Zoë Œuvre' }]);
  });

  it('reads a list that lies on its side as the whole file is read', async () => {
    const bytes = Buffer.from('KvK-nummer;90000101;90000102;90000103\nBedrijf;Alfa B.V.;Beta B.V.;Gamma B.V.\nBelastingdienst;x;x;\nUWV;x;;x\n');
    expect(await readInPieces(bytes, 5)).toEqual(readWorkbook(await readFileBytes(bytes, 'a.csv'), context));
  });

  it('refuses a text without a cell, and one that is no list', async () => {
    await expect(readInPieces(Buffer.from(';;\n;;\n'), 3)).rejects.toMatchObject({ code: 'EMPTY_FILE_REFUSED' });
    await expect(readInPieces(Buffer.from('zomaar een zin\nen nog een\n'), 3)).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'kind' });
  });
});
