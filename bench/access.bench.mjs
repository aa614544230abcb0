// "Kan ... inloggen?": one question and many, beside a query that asks nothing.
import { createTestDatabase } from '../libs/platform/dist/testing/index.js';
import { allThat, answerAccess, momentOf, whoCan } from '../libs/access/server/dist/index.js';
import { largeCompanyId, largePersonId, loadLarge } from '../libs/access/server/dist/testing/index.js';
import { inTurns, row } from './pairs.mjs';

const ROUNDS = 200;

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
  });
  await database.drop();
}
