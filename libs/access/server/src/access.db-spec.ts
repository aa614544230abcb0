import { calendarDate, clockStandingAt, newId } from '@ketenregie/kernel';
import { type Scope, type TenantDb } from '@ketenregie/platform/db';
import { OperationContext } from '@ketenregie/platform/graphql';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { AccessResolver } from './access.resolver.js';
import { AccessMemory, type AccessRow, accessPage, accessPageStatement, allThat, answerAccess, answerJson, answersStatement, type Asked, factsStatement, momentOf, whoCan } from './index.js';
import { largeCompanyId, largePersonId, loadLarge } from './testing/load-large.js';

const ON = calendarDate('2026-11-23');
const NOW = { on: ON, knownAt: null };

let database: TestDatabase;
let db: TenantDb;
let large: Scope;
let small: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  small = await loadLarge(database, db, { companies: 4, people: 3 });
  large = await loadLarge(database, db, { companies: 2000, people: 300 });
}, 60_000);
afterAll(() => database.drop());

const first = async (scope: Scope): Promise<AccessRow> => {
  const { edges } = await db.read(scope, (reader) => accessPage(reader, { cans: ['yes'], mays: ['yes'] }, { ...NOW, page: { first: 1 } }));
  const [edge] = edges;
  if (edge === undefined) throw new Error('The made tenant has nobody who can');
  return edge.node;
};
const askedOf = ({ personId, companyId, serviceKey }: AccessRow): Asked => ({ person: personId, company: { id: companyId }, service: serviceKey });

async function ask(scope: Scope, asked: Asked, knownAt: string | null = null) {
  const { answers } = await db.read(scope, (reader) => answerAccess(reader, asked, { on: ON, knownAt }));
  const [found] = answers;
  if (found === undefined) throw new Error('No answer');
  return found;
}

async function instant(): Promise<string> {
  const [row] = await database.asAdmin<{ at: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`);
  return row?.at ?? '';
}

describe('whom and what a question is about', () => {
  it('finds a person by e-mail address, by id and by full name, and a company by its number', async () => {
    const [id, company, service] = [largePersonId(2), { kvk: '10000003' }, (await first(small)).serviceKey];
    for (const person of [id, `${id}@EXAMPLE.test`, ` persoon  ${id}`]) {
      expect(await ask(small, { person, company, service })).toMatchObject({ person: { id }, company: { id: largeCompanyId(3), isOurs: false } });
    }
    expect(await ask(small, { person: id, company: { kvk: '10000000' }, service })).toMatchObject({ company: { isOurs: true } });
  });

  it('refuses a name of two people, and not their addresses', async () => {
    await db.write(small, async (writer) => {
      for (const email of ['a@example.test', 'b@example.test']) {
        const id = newId();
        await writer.query('insert into person (id) values ($1)', [id]);
        await writer.query(`insert into person_version (id, person_id, full_name, email, recorded_by) values ($1, $1, 'Jan Jansen', $2, 'system')`, [id, email]);
      }
    });
    const asked = askedOf(await first(small));
    await expect(ask(small, { ...asked, person: 'jan jansen' })).rejects.toMatchObject({ code: 'PERSON_AMBIGUOUS' });
    expect(await ask(small, { ...asked, person: 'a@example.test' })).toMatchObject({ person: { name: 'Jan Jansen' } });
  });

  it('calls what it does not know a break, never an error', async () => {
    const asked = askedOf(await first(small));
    expect(await ask(small, { ...asked, person: 'nobody@example.test' })).toMatchObject({ person: null, answer: { can: 'no', may: 'no', firstBreak: { code: 'person-unknown' } } });
    expect(await ask(small, { ...asked, company: { rsin: '123456789' } })).toMatchObject({ answer: { firstBreak: { code: 'company-unknown' } } });
    expect(await ask(small, { ...asked, company: { id: 'no id' } })).toMatchObject({ answer: { firstBreak: { code: 'company-unknown' } } });
    expect(await ask(small, { ...asked, service: 'no-such-service' })).toMatchObject({ serviceKey: 'no-such-service', answer: { firstBreak: { code: 'service-unknown' } } });
  });

  it('answers for each service of a provider, adopted or not', async () => {
    const asked = { ...askedOf(await first(small)), service: 'belastingdienst' };
    const { isProvider, answers } = await db.read(small, (reader) => answerAccess(reader, asked, NOW));
    const [count] = await database.asAdmin<{ count: number }>(`select count(*)::int from catalogue_service where provider_key = 'belastingdienst'`);
    expect(isProvider).toBe(true);
    expect(answers).toHaveLength(count?.count ?? 0);
    expect(new Set(answers.map(({ serviceKey }) => serviceKey)).size).toBe(answers.length);
  });

  it('writes an answer with exactly the keys that machines read', async () => {
    const { answer } = await ask(small, askedOf(await first(small)));
    const json = JSON.parse(JSON.stringify(answerJson(answer))) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual(['can', 'may', 'certainty', 'endsOn', 'endsBy', 'repairableUntil', 'blockedBy', 'path', 'firstBreak', 'unknowns', 'evidence']);
    const { mayNot: _, ...machines } = answer;
    expect(json).toEqual(machines);
  });
});

describe('what was known at an instant', () => {
  it('counts a decided revoke from its recording, and no more once it was withdrawn', async () => {
    const asked = askedOf(await first(small));
    const { companyId } = await first(small);
    const mayAt = async (knownAt: string | null) => {
      const [row] = (await db.read(small, (reader) => whoCan(reader, { companyId, serviceKey: asked.service }, { on: ON, knownAt }))).filter(({ personId }) => personId === asked.person);
      const { answer } = await ask(small, asked, knownAt);
      expect({ can: row?.can, may: row?.may }).toEqual({ can: answer.can, may: answer.may });
      return `${answer.can} ${answer.may}`;
    };
    const before = await instant();
    await db.write(small, (writer) =>
      writer.query(
        `insert into authorisation_change (id, client_id, authorisation_id, kind, decided_on, decided_by, reason)
         select gen_random_uuid(), client_id, id, 'revoke', $2, 'system', 'left' from authorisation where company_id = $1`,
        [companyId, ON],
      ),
    );
    const decided = await instant();
    expect([await mayAt(before), await mayAt(decided), await mayAt(null)]).toEqual(['yes yes', 'yes no', 'yes no']);
    await db.write(small, async (writer) => {
      await writer.query(`update authorisation_change set state = 'withdrawn'`);
      await writer.query(`insert into authorisation_change_step (id, client_id, change_id, state, recorded_by) select gen_random_uuid(), client_id, id, 'withdrawn', 'system' from authorisation_change`);
    });
    expect([await mayAt(before), await mayAt(decided), await mayAt(null)]).toEqual(['yes yes', 'yes no', 'yes yes']);
  });

  it('reads the version that was believed then, and nothing recorded later', async () => {
    const row = await first(small);
    const before = await instant();
    await db.write(small, async (writer) => {
      await writer.query('update authorisation_version v set superseded_at = now() from authorisation a where a.id = v.authorisation_id and a.company_id = $1', [row.companyId]);
      await writer.query(
        `insert into authorisation_version (id, client_id, authorisation_id, scope, level, state, stated_on, recorded_by)
         select gen_random_uuid(), client_id, id, 'all', 'EH3', 'ended', $2, 'system' from authorisation where company_id = $1`,
        [row.companyId, ON],
      );
    });
    expect((await ask(small, askedOf(row), before)).answer).toMatchObject({ can: 'yes' });
    expect((await ask(small, askedOf(row))).answer).toMatchObject({ can: 'no', firstBreak: { code: 'client-half-ended' } });
    expect((await ask(small, askedOf(row), '2020-01-01T00:00:00Z')).answer).toMatchObject({ firstBreak: { code: 'company-unknown' } });
  });

  it('is asked as an instant with its zone, and a day as a day', () => {
    expect(momentOf({}, ON)).toEqual(NOW);
    expect(() => momentOf({ on: '2026-02-30' }, ON)).toThrow(/YYYY-MM-DD/);
    expect(() => momentOf({ knownAt: '2026-11-23' }, ON)).toThrow(/instant/);
  });
});

describe('a list', () => {
  it.each([1, 2, 7])('has the same rows in the same order in pages of %s', async (size) => {
    const whole = await db.read(small, (reader) => accessPage(reader, {}, { ...NOW, page: { first: 200 } }));
    const found: AccessRow[] = [];
    await db.read(small, async (reader) => {
      for (let after: string | null = null, hasMore = true; hasMore; ) {
        const page = await accessPage(reader, {}, { ...NOW, page: { first: size, after } });
        expect(page.totalCount).toBe(whole.totalCount);
        found.push(...page.edges.map(({ node }) => node));
        [after, hasMore] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
    });
    expect(found).toEqual(whole.edges.map(({ node }) => node));
  });

  it('shows of each filter exactly the rows it is for, and counts them where the page is empty too', async () => {
    const list = (filter: Parameters<typeof accessPage>[1]) => db.read(small, (reader) => accessPage(reader, filter, { ...NOW, page: { first: 200 } }));
    const all = (await list({})).edges.map(({ node }) => node);
    const [row] = all;
    if (row === undefined) throw new Error('The made tenant is empty');
    const endsBefore = calendarDate('2027-06-01');
    const parts = await db.read(small, (reader) => reader.query<{ id: string; supplier: string }>('select authorisation_id as id, supplier_key as supplier from authorisation_version where superseded_at is null union select id, supplier_key from means'));
    const standsAt = ({ clientHalfId, officeHalfId, rightId, meansId }: AccessRow, key: string): boolean => parts.some(({ id, supplier }) => supplier === key && [clientHalfId, officeHalfId, rightId, meansId].includes(id));
    expect(new Set(all.map((each) => standsAt(each, 'kpn'))).size).toBe(2);
    const filters = [
      [{ personIds: [row.personId] }, (each: AccessRow) => each.personId === row.personId],
      [{ companyIds: [row.companyId] }, (each: AccessRow) => each.companyId === row.companyId],
      [{ clientIds: [row.clientId] }, (each: AccessRow) => each.clientId === row.clientId],
      [{ serviceKeys: [row.serviceKey] }, (each: AccessRow) => each.serviceKey === row.serviceKey],
      [{ providerKeys: [row.providerKey], isEveryService: false }, (each: AccessRow) => each.providerKey === row.providerKey],
      [{ statuses: ['lapsed'] }, (each: AccessRow) => each.status === 'lapsed'],
      [{ levels: ['EH2+'] }, (each: AccessRow) => each.level === 'EH2+'],
      [{ supplierKeys: ['kpn'] }, (each: AccessRow) => standsAt(each, 'kpn')],
      [{ supplierKeys: ['reconi'] }, (each: AccessRow) => standsAt(each, 'reconi')],
      [{ supplierKeys: ['nobody'] }, () => false],
      [{ endsBefore }, (each: AccessRow) => each.endsOn !== null && each.endsOn < endsBefore],
      [{ endsFrom: endsBefore }, (each: AccessRow) => each.endsOn !== null && each.endsOn >= endsBefore],
    ] as const;
    for (const [filter, isFor] of filters) {
      const page = await list(filter);
      expect(page.edges.map(({ node }) => node)).toEqual(all.filter(isFor));
      expect(page.totalCount).toBe(all.filter(isFor).length);
    }
    expect(await list({ personIds: [newId()] })).toMatchObject({ totalCount: 0, viewCounts: [], edges: [] });
  });

  it('counts each view under the same filter, whatever view is open', async () => {
    const list = (filter: Parameters<typeof accessPage>[1]) => db.read(small, (reader) => accessPage(reader, filter, { ...NOW, page: { first: 200 } }));
    const { viewCounts } = await list({ levels: ['EH3'] });
    expect(await list({ levels: ['EH3'], statuses: ['lapsed'] })).toMatchObject({ viewCounts });
    expect(viewCounts.length).toBeGreaterThan(2);
    for (const { view, count } of viewCounts) {
      const { totalCount } = await list({ levels: ['EH3'], ...(view === 'can-may-not' ? { cans: ['yes'], mays: ['no'] } : { statuses: [view] }) });
      expect([view, totalCount]).toEqual([view, count]);
    }
  });
});

describe('asked through the API', () => {
  const operationIn = (scope: Scope): OperationContext => {
    const viewer = { accountId: newId(), memberId: newId(), personId: null, tenantSlug: 'kantoor', roles: ['owner'], language: 'nl', timeZone: 'Europe/Amsterdam', scope } as const;
    return new OperationContext({ requestId: 'r', account: { accountId: viewer.accountId, sessionId: newId() }, viewer, idempotencyKey: null, db, clock: clockStandingAt('2026-11-23T12:00:00Z'), permissions: { allows: () => true } });
  };

  it('takes as many statements whatever is asked', async () => {
    const resolver = new AccessResolver(new AccessMemory(db));
    const counts: number[] = [];
    for (const service of [(await first(small)).serviceKey, 'belastingdienst']) {
      const operation = operationIn(large);
      const answers = await resolver.access({ person: largePersonId(5), company: { kvk: '10000077' }, service }, operation);
      expect(answers[0]).toMatchObject({ on: ON, companyId: largeCompanyId(77), personId: largePersonId(5), path: expect.any(Array) });
      counts.push(operation.statementCount);
      await operation.close();
    }
    // The version of the facts, and two for what is not in memory yet.
    expect(counts).toEqual([3, 3]);
    for (const size of [1, 100]) {
      const operation = operationIn(large);
      const { edges } = await resolver.accessList({ first: size, filter: { companyIds: [largeCompanyId(1), largeCompanyId(2), largeCompanyId(3)] } }, operation);
      expect(edges.length).toBeGreaterThanOrEqual(Math.min(size, 50));
      expect(operation.statementCount).toBe(2);
      await operation.close();
    }
  });

  it('refuses two addresses of a company, a word that is no status and an id that is none', async () => {
    const [resolver, operation] = [new AccessResolver(new AccessMemory(db)), operationIn(small)];
    await expect(resolver.access({ person: 'x', company: { kvk: '1', rsin: '2' }, service: 'x' }, operation)).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'company' });
    expect(() => resolver.accessList({ first: 1, filter: { statuses: ['green'] } }, operation)).toThrow(/cannot stand here/);
    expect(() => resolver.accessList({ first: 1, filter: { personIds: ["'; drop"] } }, operation)).toThrow(/cannot stand here/);
  });
});

describe('plans in a tenant of 20,000 rights', () => {
  const planOf = async ({ sql, values }: { readonly sql: string; readonly values: readonly unknown[] }): Promise<string> => {
    const lines = await db.read(large, (reader) => reader.query<Record<string, string>>(`explain (costs off) ${sql}`, values));
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  };
  const [companyIds, personIds] = [[largeCompanyId(77)], [largePersonId(5)]];
  const cases = {
    'one question': () => factsStatement({ companyId: largeCompanyId(77), personId: largePersonId(5) }, NOW),
    'one question as known at an instant': () => factsStatement({ companyId: largeCompanyId(77), personId: largePersonId(5) }, { on: ON, knownAt: '2026-11-01T00:00:00Z' }),
    'who can at a company': () => answersStatement({ companyIds, serviceKeys: ['bd-lh'] }, NOW),
    'all that a person can': () => answersStatement({ personIds }, NOW),
    'a page of a company': () => accessPageStatement({ companyIds }, NOW, { first: 50 }),
    'a page of a person': () => accessPageStatement({ personIds }, NOW, { first: 50 }),
  };

  // Which providers some right merely names is read from all targets of the tenant; every other table by what is asked.
  it.each(Object.entries(cases))('read rights by an index that leads with the tenant: %s', async (_, statement) => {
    const plan = await planOf(statement());
    expect(plan).not.toMatch(/Seq Scan on (authorisation|authorisation_version|company|company_version) /);
    expect(plan).toMatch(/Index Scan .*authorisation_version_\w+.*\n\s+Index Cond: \(\(tenant_id = /);
  });

  it('join parts of the whole list by hash, so that its time grows with its rows', async () => {
    const plan = await planOf(accessPageStatement({}, NOW, { first: 50 }));
    const nested = plan.split('\n').filter((_, place, lines) => /Nested Loop/.test(lines[place] ?? '') && /CTE Scan on (pair|his|granted|triple|client_half|office_half)\b/.test(lines[place + 1] ?? ''));
    expect(nested).toEqual([]);
  });

  it('give everything that one person can do, those who can first', async () => {
    const rows = await db.read(large, (reader) => allThat(reader, largePersonId(5), NOW));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.every(({ personId }) => personId === largePersonId(5))).toBe(true);
    const cans = rows.map(({ can }) => ['yes', 'unknown', 'no'].indexOf(can));
    expect(cans).toEqual(cans.toSorted());
  });
});
