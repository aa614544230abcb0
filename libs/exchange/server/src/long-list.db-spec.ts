import type { TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import type { Changes } from './applying/changes.js';
import { stageImport } from './staging/stage-import.js';
import { REFERENCE_DAY, ROWS, makeOffice } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop());

const FILLERS = 2_100;
const many = (line: (at: number) => string): string[] => Array.from({ length: FILLERS }, (_, at) => line(at));

/** Lists longer than what is read of them at once, whose last rows say more of what the first rows name. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  clients: [
    'Klantnummer;Naam;KvK-nummer;RSIN;Rechtsvorm',
    ...[';Jansen B.V.;;;BV', 'K1;Jansen B.V.;;;BV', 'K2;Smit B.V.;;;BV'],
    ...many((at) => `V${at};Vulling ${at} B.V.;${90_100_000 + at};;BV`),
    ...[';Jansen B.V.;;992700012;BV', 'K1;Jansen B.V.;90000011;;BV', 'K2;Smit B.V.;90000022;;BV'],
  ],
  staff: [
    'Naam;E-mail;Functie',
    ...['Jan de Vries;;', 'Anna Bos;anna@kantoor.example;'],
    ...many((at) => `Vul ${at} Persoon;vul${at}@kantoor.example;chef`),
    ...['Jan de Vries;jan1@kantoor.example;chef', 'Jan de Vries;jan2@kantoor.example;chef', 'Anna Bos;anna2@kantoor.example;chef'],
  ],
};

describe('a list longer than what is read of it at once', () => {
  it.each(['clients', 'staff'] as const)('changes nothing when it is brought again: %s', async (kind) => {
    const scope = await makeOffice(db, kind, kind === 'clients' ? '90000031' : '90000032');
    const bring = async (): Promise<Changes> => {
      const bytes = Buffer.from((LISTS[kind] ?? []).join('\n'));
      const { importId } = await stageImport(db, scope, { name: 'lijst.csv', bytes, kind, referenceOn: REFERENCE_DAY });
      return db.write(scope, (writer) => applyImport(writer, importId));
    };
    expect((await bring()).created).toBeGreaterThan(FILLERS);
    expect(await bring()).toMatchObject({ created: 0, updated: 0 });
  });
});
