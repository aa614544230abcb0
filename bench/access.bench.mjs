// "Kan ... inloggen?": one question and many, beside a query that asks nothing.
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { accessPage, allThat, answerAccess, momentOf, whoCan } from '../libs/access/server/dist/index.js';
import { largeCompanyId, largePersonId, loadLarge } from '../libs/access/server/dist/testing/index.js';
import { inTurns, row } from './pairs.mjs';

const ROUNDS = 200;

/** The list of the whole tenant: each round's filter is one of its own, so that its first page is a first look, and its second is not. */
async function listPages(reader, moment) {
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
  const scope = await loadLarge(database, db, { companies: 2_000, people: 300 });
  await database.asAdmin('analyze');
  const moment = momentOf({ on: '2026-11-23' }, '2026-11-23');
  const [service] = await database.asAdmin('select catalogue_key as key from service order by catalogue_key limit 1');
  const asked = (nr) => ({ person: largePersonId(nr % 300), company: { id: largeCompanyId(nr % 2_000) }, service: service.key });
  await db.read(scope, async (reader) => {
    const medians = await inTurns(ROUNDS, {
      nothing: () => reader.query('select tenant_id from tenant'),
      question: (nr) => answerAccess(reader, asked(nr), moment),
      who: (nr) => whoCan(reader, { companyId: largeCompanyId(nr % 2_000), serviceKey: service.key }, moment),
    });
    row('a query that asks nothing', `${medians.nothing.toFixed(2)} ms`, { ratio: 1 });
    row('one question (both answers, path, evidence)', `${medians.question.toFixed(2)} ms`, { ratio: medians.question / medians.nothing, goal: '<= 1.5, not met: planning dominates' });
    row('who can act for a company at a service', `${medians.who.toFixed(2)} ms`, { ratio: medians.who / medians.nothing, goal: '<= 2, not met' });
    const many = await inTurns(5, { person: (nr) => allThat(reader, largePersonId(nr), moment) });
    row('all that a person can do', `${many.person.toFixed(2)} ms`, { ratio: many.person / medians.nothing });
    await listPages(reader, moment);
  });
  await database.drop();
}
