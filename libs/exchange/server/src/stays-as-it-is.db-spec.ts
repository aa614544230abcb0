import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import type { Changes } from './applying/changes.js';
import { findingGroups } from './findings.queries.js';
import { repairImport } from './repair-import.js';
import { stageImport } from './staging/stage-import.js';
import { REFERENCE_DAY, ROWS, makeOffice } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop(), 20_000);

const HEADER = 'Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Afgegeven op;Geldig tot;Gekoppelde medewerkers';
async function stage(scope: Scope, ...lines: string[]): Promise<string> {
  return (await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(`${[HEADER, ...lines].join('\n')}\n`), referenceOn: REFERENCE_DAY })).importId;
}
const apply = (scope: Scope, importId: string): Promise<Changes> => db.write(scope, (writer) => applyImport(writer, importId));

describe('an end that was confirmed, and a list of the office that still says yes', () => {
  const line = (from: string): string => `A B.V.;90000101;btw;ja;EH3;${from};01-01-2028;`;
  async function ended(slug: string, kvk: string, evidenceClass: string): Promise<{ scope: Scope; states: () => Promise<string[]> }> {
    const scope = await makeOffice(db, slug, kvk);
    await apply(scope, await stage(scope, line('01-01-2025')));
    await database.asAdmin(`update authorisation_version set state = 'ended', stated_on = '2026-11-20', evidence_class = $2, seen_on = '2026-11-20', seen_by = 'Ilse' where tenant_id = $1 and superseded_at is null`, [scope.tenantId, evidenceClass]);
    const states = async () => (await database.asAdmin<{ state: string }>('select state from authorisation_version where tenant_id = $1 and superseded_at is null and (valid_until is null) order by recorded_at', [scope.tenantId])).map(({ state }) => state);
    return { scope, states };
  }

  it.each(['A', 'B', 'C'])('stays ended where the evidence is of class %s', async (evidenceClass) => {
    const { scope, states } = await ended(`bewijs-${evidenceClass.toLowerCase()}`, `9000005${'ABC'.indexOf(evidenceClass)}`, evidenceClass);
    expect(await apply(scope, await stage(scope, line('01-01-2025')))).toEqual({ created: 0, updated: 0, unchanged: 2, skipped: 0 });
    expect(await states()).toEqual(['ended']);
  });

  it('yields where nobody saw the end, and to a grant that starts after it', async () => {
    const stated = await ended('gezegd', '90000055', 'D');
    expect(await apply(stated.scope, await stage(stated.scope, line('01-01-2025')))).toMatchObject({ updated: 1 });
    expect(await stated.states()).toEqual(['active']);
    const anew = await ended('opnieuw', '90000056', 'A');
    expect(await apply(anew.scope, await stage(anew.scope, line('21-11-2026')))).toMatchObject({ updated: 1 });
    expect(await anew.states()).toEqual(['active']);
  });
});

describe('a name without a number that fits two companies', () => {
  const companies = async ({ tenantId }: Scope): Promise<number> => (await database.asAdmin('select 1 from company where tenant_id = $1 and client_id <> tenant_id', [tenantId])).length;

  it('asks which is meant and makes no third; once told, the row goes to that one', async () => {
    const scope = await makeOffice(db, 'twee-namen', '90000057');
    await apply(scope, await stage(scope, 'Jansen B.V.;90000201;btw;ja;EH3;01-01-2025;01-01-2028;', 'Jansen BV;90000202;btw;ja;EH3;01-01-2025;01-01-2028;'));
    const importId = await stage(scope, 'Jansen B.V.;;loonheffingen;ja;EH3;01-01-2025;01-01-2028;');
    const group = (await db.read(scope, (reader) => findingGroups(reader, importId))).find(({ category }) => category === 'company-ambiguous');
    expect(group).toMatchObject({ severity: 'blocks', value: 'Jansen B.V.', count: 1 });
    const again = await stage(scope, 'Jansen B.V.;;loonheffingen;ja;EH3;01-01-2025;01-01-2028;');
    expect(await apply(scope, again)).toMatchObject({ created: 0, skipped: 2 });
    await db.write(scope, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: { kind: 'kvk', value: '90000202' } }));
    expect(await apply(scope, importId)).toMatchObject({ created: 1, skipped: 0 });
    expect(await companies(scope)).toBe(2);
  });

  it('asks nothing where the name fits one', async () => {
    const scope = await makeOffice(db, 'een-naam', '90000058');
    await apply(scope, await stage(scope, 'Jansen B.V.;90000201;btw;ja;EH3;01-01-2025;01-01-2028;'));
    expect(await apply(scope, await stage(scope, 'Jansen BV;;loonheffingen;ja;EH3;01-01-2025;01-01-2028;'))).toMatchObject({ created: 1, skipped: 0 });
    expect(await companies(scope)).toBe(1);
  });
});
