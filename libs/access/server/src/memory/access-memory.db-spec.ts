import { randomSource } from '@ketenregie/access-domain/testing';
import { addDays, calendarDate, newId } from '@ketenregie/kernel';
import { openTenantDb, type Scope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { type AccessAnswers, AccessMemory, answerAccess, type Asked, type Moment } from '../index.js';
import { fillMemory, fromMemory } from '../testing/fill-memory.js';
import { largeCompanyId, largePersonId, loadLarge } from '../testing/load-large.js';

const ON = calendarDate('2026-11-23');
const SEED = Number(process.env['ACCESS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const TURNS = Number(process.env['ACCESS_TURNS'] ?? 30);
const random = randomSource(SEED);
const [COMPANIES, PEOPLE] = [6, 4];

let database: TestDatabase;
let db: TenantDb;
let otherProcess: TenantDb;
let scope: Scope;
let neighbour: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  [db, otherProcess] = [await database.open(), await database.open()];
  scope = await loadLarge(database, db, { companies: COMPANIES, people: PEOPLE });
  neighbour = await loadLarge(database, db, { companies: COMPANIES, people: PEOPLE });
  await db.write(scope, plantOwnRights);
});
afterAll(() => database.drop());

/** Direct rights of everybody at our own company, which staff of one client see, and its rights they do not. */
async function plantOwnRights(writer: Writer): Promise<void> {
  await writer.query(`insert into authorisation (id, client_id, kind, company_id, person_id, match_key) select id, tenant_id, 'direct', $1, id, id::text from person`, [largeCompanyId(0)]);
  await writer.query(
    `insert into authorisation_version (id, client_id, authorisation_id, scope, level, state, stated_on, recorded_by)
     select id, client_id, id, 'all', 'EH4', 'active', '2026-01-01', 'system' from authorisation where kind = 'direct'`);
}

const number = (below: number): number => random.pick(Array.from({ length: below }, (_, nr) => nr));
const clientId = (nr: number): string => largeCompanyId(nr).replace('00000002', '00000001');
const person = (): string => largePersonId(1 + number(PEOPLE));
const company = (): string => largeCompanyId(number(COMPANIES + 1));
const day = (): string => addDays(ON, number(60) - 30);

/** A fact changes in one of the ways in which facts change: a version replaced, a version from a day on, a decision, a setting. */
const CHANGES: Readonly<Record<string, (writer: Writer) => Promise<unknown>>> = {
  'a right is replaced': (writer) => newVersionOfRight(writer, null),
  'a right is another from a day on': (writer) => newVersionOfRight(writer, day()),
  'a revoke is decided': (writer) => writer.query(
    `insert into authorisation_change (id, client_id, authorisation_id, kind, decided_on, decided_by, reason)
     select gen_random_uuid(), client_id, id, 'revoke', $2, 'system', 'left' from authorisation where company_id = $1 order by random() limit 1 on conflict do nothing`, [company(), day()]),
  'a decision is withdrawn': (writer) => writer.query(`update authorisation_change set state = 'withdrawn' where id = (select min(id::text)::uuid from authorisation_change)`),
  'a person is called otherwise': (writer) => writer.query('update person_version set full_name = $2, email = $3 where person_id = $1', [person(), random.pick(['Ö. Jansen', 'Persoon Één', 'ADA B.']), random.pick(['ada@example.test', 'b@example.test'])]),
  'a person leaves': (writer) => writer.query('update person_version set in_service_until = $2 where person_id = $1', [person(), day()]),
  'a person is another from a day on': (writer) => writer.query(
    `with old as (update person_version set valid_until = $2::date - 1 where person_id = $1 and valid_until is null and valid_from is null returning tenant_id)
     insert into person_version (id, person_id, full_name, recorded_by, valid_from) select gen_random_uuid(), $1, 'Nieuwe Naam', 'system', $2::date from old`, [person(), addDays(ON, 31 + number(5))]),
  'a company ends': (writer) => writer.query('update company_version set ended_on = $2 where company_id = $1', [company(), random.pick([null, day()])]),
  'a company goes to another client': (writer) => writer.query('update company set client_id = $2 where id = $1', [largeCompanyId(1 + number(COMPANIES)), clientId(1 + number(COMPANIES))]),
  'a company gets a number': (writer) => writer.query('update company set rsin = $2 where id = $1', [company(), String(100_000_000 + number(900))]),
  'a company is forgotten': (writer) => writer.query('update company_version set superseded_at = now() where company_id = $1 and superseded_at is null', [largeCompanyId(6)]),
  'a company is described twice': (writer) => writer.query(
    `insert into company_version (id, client_id, company_id, name, recorded_by) select gen_random_uuid(), client_id, id, 'Twee', 'system' from company where id = $1`, [company()]),
  'a means is suspended': (writer) => writer.query('update means_version set state = $2, stated_on = $3 where means_id = $1', [person(), random.pick(['active', 'suspended', 'withdrawn', 'unknown']), day()]),
  'somebody gets another means': (writer) => writer.query(
    `with made as (insert into means (id, person_id, supplier_key) values ($1, $2, 'kpn') returning id)
     insert into means_version (id, means_id, level, state, stated_on, recorded_by) select id, id, 'EH4', 'active', $3, 'system' from made`, [newId(), person(), day()]),
  'the tenant is a holding, or an office': (writer) => writer.query(`update tenant set kind = case kind when 'office' then 'holding' else 'office' end`),
  'experience is settled': (writer) => writer.query(`update service set required_level_override = $1, chain_allowed_override = $2`, [random.pick([null, 'EH2', 'EH4']), random.pick([null, 'yes', 'no'])]),
};

/** A new version of some right beside the old one (from a day on) or in its place. */
async function newVersionOfRight(writer: Writer, from: string | null): Promise<void> {
  const [old] = await writer.query<{ id: string }>(`select v.id from authorisation_version v join authorisation a on a.id = v.authorisation_id where a.company_id = $1 and v.superseded_at is null and v.valid_until is null and v.valid_from is null order by random() limit 1`, [company()]);
  if (old === undefined) return;
  const version = newId();
  await writer.query(
    `insert into authorisation_version (id, client_id, authorisation_id, supplier_key, scope, level, state, stated_on, starts_on, ends_on, recorded_by, valid_from)
     select $2, client_id, authorisation_id, supplier_key, scope, $3, $4, stated_on, starts_on, $5, 'system', $6 from authorisation_version where id = $1`,
    [old.id, version, random.pick([null, 'EH3', 'EH4']), random.pick(['active', 'active', 'requested', 'ended', 'unknown']), random.pick([null, day(), addDays(ON, 400)]), from],
  );
  await writer.query(
    `insert into authorisation_target (id, client_id, version_id, service_id, provider_key, is_whole_provider)
     select gen_random_uuid(), client_id, $2, service_id, provider_key, is_whole_provider from authorisation_target where version_id = $1`, [old.id, version]);
  await writer.query(from === null ? 'update authorisation_version set superseded_at = now() where id = $1' : 'update authorisation_version set valid_until = $2::date - 1 where id = $1', from === null ? [old.id] : [old.id, from]);
}

const servicesOf = (): Promise<readonly { readonly key: string; readonly provider: string }[]> => database.asAdmin(`select key, provider_key as provider from catalogue_service where version = (select max(version) from catalogue_version)`);

let services: Awaited<ReturnType<typeof servicesOf>> = [];

function anyQuestion(): { asked: Asked; moment: Moment } {
  const service = random.pick(services.slice(0, 12));
  return {
    asked: {
      person: random.pick([person(), person(), person(), `${person()}@example.test`, 'ada@EXAMPLE.test', ' ö.  jansen', 'persoon één', 'ADA B.', 'nieuwe naam', 'nobody', newId()]),
      company: random.pick([{ id: company() }, { id: company() }, { kvk: ` ${10_000_000 + number(COMPANIES + 2)}` }, { rsin: String(100_000_000 + number(900)) }, { id: 'none' }, { id: newId() }]),
      service: random.pick([service.key, ` ${service.key} `, service.provider, 'no-such-service']),
    },
    moment: { on: addDays(ON, number(120) - 60), knownAt: null },
  };
}

const clientScope = (isInternal: boolean): Scope => ({ ...scope, hasAllClients: false, clientIds: [clientId(1 + number(COMPANIES)), clientId(1 + number(COMPANIES))], isInternal });
const anyScope = (): Scope => random.pick([scope, scope, clientScope(true), clientScope(true), clientScope(false), { ...scope, isInternal: false }, neighbour, { ...scope, tenantId: newId() }]);

/** The tables and the memory answer alike in one and the same snapshot; how many statements the memory took. */
async function holdAgainstTables(memory: AccessMemory, by: Scope, question: { asked: Asked; moment: Moment }): Promise<number> {
  const snapshot = db.snapshot(by);
  const expected = await answerAccess(snapshot, question.asked, question.moment).catch((error: { code: string }) => error.code);
  const before = snapshot.statementCount;
  const { statements, found } = await fromMemory(memory, snapshot, question);
  expect({ by, question, found }).toEqual({ by, question, found: expected });
  return statements - before;
}

describe(`answers from memory (seed ${SEED}, ${TURNS} turns)`, () => {
  it('are those of the tables, whoever asks, whatever another process writes meanwhile, and whatever is in memory from before', async () => {
    services = await servicesOf();
    const memories: AccessMemory[] = [];
    let [fromMemoryAlone, fromTables] = [0, 0];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const fresh = new AccessMemory(db);
      const change = otherProcess.write(random.pick([scope, scope, neighbour]), async (writer) => {
        await CHANGES[random.pick(Object.keys(CHANGES))]?.(writer);
        if (number(6) === 0) throw new Error('on purpose');
      }).catch((error: Error) => expect(error.message).toMatch(/on purpose|duplicate key/));
      // At times what is read into memory is read while the change is being made.
      if (turn % 2 === 0) await change;
      for (const { tenantId } of [scope, neighbour]) await fillMemory(fresh, { db, tenantId });
      await change;
      memories.push(fresh);
      for (const memory of memories.slice(-3)) {
        for (let nr = 0; nr < 6; nr += 1) {
          if ((await holdAgainstTables(memory, anyScope(), anyQuestion())) === 1) fromMemoryAlone += 1;
          else fromTables += 1;
        }
      }
    }
    expect(fromMemoryAlone).toBeGreaterThan(TURNS * 3);
    expect(fromTables).toBeGreaterThan(TURNS);
  }, 120_000);
});

const QUESTION = (nr: number): { asked: Asked; moment: Moment } => ({ asked: { person: largePersonId(1), company: { id: largeCompanyId(nr) }, service: 'belastingdienst' }, moment: { on: ON, knownAt: null } });
const ask = (memory: AccessMemory, by: Scope, nr = 2): Promise<{ statements: number; found: AccessAnswers | string }> => fromMemory(memory, db.snapshot(by), QUESTION(nr));

describe('the memory', () => {
  it('takes one statement for a tenant that is asked about often, and leaves others to the tables', async () => {
    const memory = new AccessMemory(db);
    expect((await ask(memory, scope)).statements).toBe(3);
    await memory.settled();
    expect((await ask(memory, scope)).statements).toBe(3);
    await fillMemory(memory, { db, tenantId: scope.tenantId });
    expect((await ask(memory, scope)).statements).toBe(1);
    expect((await ask(memory, neighbour)).statements).toBe(3);
    const known = { ...QUESTION(2), moment: { on: ON, knownAt: '2100-01-01T00:00:00Z' } };
    expect((await fromMemory(memory, db.snapshot(scope), known)).statements).toBe(2);
  });

  it('sees what another process wrote at the next question, and goes on as before when that was taken back', async () => {
    const memory = new AccessMemory(db);
    await fillMemory(memory, { db, tenantId: scope.tenantId });
    const open = db.snapshot(scope);
    const before = await memory.answer(open, QUESTION(2).asked, QUESTION(2).moment);
    const rename = (name: string, isKept: boolean) => otherProcess.write(scope, async (writer) => {
      await writer.query(`update company_version set name = $1`, [name]);
      if (!isKept) throw new Error('on purpose');
    });
    await expect(rename('Nooit', false)).rejects.toThrow('on purpose');
    expect(await ask(memory, scope)).toEqual({ statements: 1, found: before });
    await rename('Anders', true);
    const after = await ask(memory, scope);
    expect(after).toMatchObject({ statements: 3, found: { answers: expect.arrayContaining([expect.objectContaining({ company: expect.objectContaining({ name: 'Anders' }) as object })]) as object } });
    // The snapshot from before shows what it showed.
    expect(await memory.answer(open, QUESTION(2).asked, QUESTION(2).moment)).toEqual(before);
    await open.close();
  });

  it('does not read all the time where facts change all the time', async () => {
    const memory = new AccessMemory(db);
    await fillMemory(memory, { db, tenantId: scope.tenantId });
    await otherProcess.write(scope, (writer) => writer.query('update person set search_text = search_text'));
    for (const _ of [1, 2, 3, 4]) await ask(memory, scope);
    await memory.settled();
    expect((await ask(memory, scope)).statements).toBe(3);
  });

  it('leaves a writer to the tables: he sees his own facts, which nobody else does', async () => {
    const memory = new AccessMemory(db);
    await fillMemory(memory, { db, tenantId: scope.tenantId });
    await expect(db.write(scope, async (writer) => {
      await writer.query(`update company_version set name = 'Binnen'`);
      expect((await memory.answer(writer, QUESTION(2).asked, QUESTION(2).moment)).answers[0]?.company?.name).toBe('Binnen');
      throw new Error('on purpose');
    })).rejects.toThrow('on purpose');
    expect((await ask(memory, scope)).found).toMatchObject({ answers: expect.not.arrayContaining([expect.objectContaining({ company: expect.objectContaining({ name: 'Binnen' }) as object })]) as object });
  });

  it('that cannot read leaves all to the tables', async () => {
    const broken = await openTenantDb(database.appUrl);
    await broken.close();
    const memory = new AccessMemory(broken);
    for (const _ of [1, 2, 3, 4]) {
      expect((await ask(memory, scope)).statements).toBe(3);
      await memory.settled();
    }
  });
});
