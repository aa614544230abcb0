// "Kan ... inloggen?": one question and many, beside a query that asks nothing.
import { prepared } from '../libs/platform/dist/db/index.js';
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { AccessMemory, accessPage, allThat, answerAccess, momentOf, whoCan } from '../libs/access/server/dist/index.js';
import { fillMemory, largeCompanyId, largePersonId, loadLarge } from '../libs/access/server/dist/testing/index.js';
import { inTurns, row, spreadInTurns, timed } from './pairs.mjs';

const ROUNDS = 400;
const PEOPLE = 300;
const NOTHING = prepared('select tenant_id from tenant');
const moment = momentOf({ on: '2026-11-23' }, '2026-11-23');

/** Times work in a snapshot of its own that is open already: what the version of the facts costs is paid in each. */
async function inOpen(db, scope, work) {
  return db.read(scope, async (reader) => {
    await reader.query('select 1');
    return timed(() => work(reader));
  });
}

/** One question, from memory and from the tables, beside a query that asks nothing: inside a snapshot, and as a whole operation. */
async function oneQuestion(db, { scope, companies, service }) {
  const memory = new AccessMemory(db);
  await fillMemory(memory, { db, tenantId: scope.tenantId });
  const asked = (nr) => ({ person: largePersonId(1 + (nr % PEOPLE)), company: { id: largeCompanyId(1 + (nr % companies)) }, service });
  // A process that has answered for a while: its code is compiled.
  await db.read(scope, async (reader) => {
    for (let nr = 0; nr < 2_000; nr += 1) await memory.answer(reader, asked(nr), moment);
  });
  const found = await spreadInTurns(ROUNDS, {
    nothing: () => inOpen(db, scope, (reader) => reader.query(NOTHING)),
    memory: (nr) => inOpen(db, scope, (reader) => memory.answer(reader, asked(nr), moment)),
    tables: (nr) => inOpen(db, scope, (reader) => answerAccess(reader, asked(nr), moment)),
    wholeNothing: () => timed(() => db.read(scope, (reader) => reader.query(NOTHING))),
    wholeMemory: (nr) => timed(() => db.read(scope, (reader) => memory.answer(reader, asked(nr), moment))),
  });
  const links = `${companies * 10} links`;
  const line = (what, [of, to, share], goal) => row(`${what}, ${share}, ${links}`, `${found[of][share].toFixed(2)} ms`, { ratio: found[of][share] / found[to][share], goal });
  line('a query that asks nothing', ['nothing', 'nothing', 'p50']);
  line('one question from memory', ['memory', 'nothing', 'p50'], '<= 1.5');
  line('one question from memory', ['memory', 'nothing', 'p95'], '<= 2');
  line('its whole operation', ['wholeMemory', 'wholeNothing', 'p50'], '<= 1.5');
  line('one question from the tables', ['tables', 'nothing', 'p50'], 'none: the fallback');
}

/** Questions with many answers, which the tables give. */
async function manyAnswers(reader, companies) {
  const medians = await inTurns(100, {
    nothing: () => reader.query(NOTHING),
    who: (nr) => whoCan(reader, { companyId: largeCompanyId(1 + (nr % companies)), serviceKey: 'bd-lh' }, moment),
  });
  row('who can act for a company at a service', `${medians.who.toFixed(2)} ms`, { ratio: medians.who / medians.nothing, goal: '<= 2, not met: planned each time' });
  const many = await inTurns(5, { person: (nr) => allThat(reader, largePersonId(1 + nr), moment) });
  row('all that a person can do', `${many.person.toFixed(2)} ms`, { ratio: many.person / medians.nothing });
}

/** The list of the whole tenant: each round's filter is one of its own, so that its first page is a first look, and its second is not. */
async function listPages(reader) {
  const ROWS = `select a.id, v.ends_on from authorisation a join authorisation_version v on v.authorisation_id = a.id and v.client_id = a.client_id and v.superseded_at is null
    order by coalesce(v.ends_on, 'infinity'), a.id limit 51`;
  const page = (nr, after = null, filter = {}) => accessPage(reader, filter, { ...moment, page: { first: 50, after, warnDays: 90 + nr } });
  const cursors = [];
  const medians = await inTurns(5, {
    raw: () => reader.query(ROWS),
    first: async (nr) => cursors.push((await page(nr)).pageInfo.endCursor),
    second: (nr) => page(nr, cursors[nr]),
    view: (nr) => page(nr, null, { statuses: ['complete'] }),
  });
  const { totalCount } = await page(0);
  row(`first page of the whole list, ${totalCount} rows`, `${medians.first.toFixed(1)} ms`, { ratio: 1 });
  row('second page of it', `${medians.second.toFixed(1)} ms`, { ratio: medians.second / medians.first, goal: '<= 0.1 of the first' });
  row('another view of it', `${medians.view.toFixed(1)} ms`, { ratio: medians.view / medians.first, goal: '<= 0.1 of the first' });
  row('it, to 50 rights by their end in plain SQL', `${medians.raw.toFixed(1)} ms`, { ratio: medians.second / medians.raw, goal: '<= 5' });
}

export default async function access() {
  const database = await createTestDatabase();
  const db = await database.open();
  const [service] = await database.asAdmin('select key from catalogue_service where version = (select max(version) from catalogue_version) order by key limit 1');
  for (const companies of [100, 6_000]) await oneQuestion(db, { scope: await loadLarge(database, db, { companies, people: PEOPLE }), companies, service: service.key });
  const scope = await loadLarge(database, db, { companies: 2_000, people: PEOPLE });
  await db.read(scope, async (reader) => {
    await manyAnswers(reader, 2_000);
    await listPages(reader);
  });
  await database.drop();
}
