import { readFileSync } from 'node:fs';
import { type GraphQLField, buildSchema, isNonNullType } from 'graphql';
import { createLog } from '@ketenregie/platform/logging';
import { type Caller, TestApp } from './app.js';
import { type Office, fillOffice, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';
import { selectionOf } from './fixtures/selection.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
type Field = GraphQLField<unknown, unknown>;
const lists: Field[] = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.some(({ name }) => name === 'first'));
const MANY = 100;

let app: TestApp;
let office: Office;
let owner: Caller;
let lines: string[] = [];

beforeAll(async () => {
  app = await TestApp.start({ log: createLog({ service: 'api', destination: { write: (line) => void lines.push(line) } }) });
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  await fillOffice(app.db, office, { count: MANY, digits: '9044' });
  owner = await app.member(office, ['owner']);
}, 60_000);
afterAll(() => app.stop());

/** How many statements a page of that many rows takes, and how many rows came. */
async function statementsFor(field: Field, first: number): Promise<{ readonly statements: number; readonly rows: number }> {
  const variables = { ...OPERATIONS[field.name]?.variables?.({ ...office.a, ...office }) };
  const needed = field.args.filter(({ name, type }) => isNonNullType(type) && name !== 'first');
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = [`first: ${first}`, ...needed.map(({ name }) => `${name}: $${name}`)].join(', ');
  lines = [];
  const asked = Object.fromEntries(needed.map(({ name }) => [name, (variables as Record<string, unknown>)[name] ?? (variables as Record<string, unknown>)['key']]));
  const answer = await app.ask(owner, `query ${declared && `(${declared})`} { ${field.name}(${given})${selectionOf(field.type, 5) ?? ''} }`, { variables: asked });
  expect(answer.body.errors).toBeUndefined();
  const [counted] = lines.map((line) => JSON.parse(line) as { event: string; count: number }).filter(({ event }) => event === 'graphql.operation');
  const { edges } = answer.body.data?.[field.name] as { edges: unknown[] };
  return { statements: counted?.count ?? Number.NaN, rows: edges.length };
}

describe('a page with all that can be asked of its rows', () => {
  it.each(lists.map((field) => [field.name, field] as const))('takes as many statements for 100 rows as for one: %s', async (_, field) => {
    const [one, ten, hundred] = [await statementsFor(field, 1), await statementsFor(field, 10), await statementsFor(field, MANY)];
    expect([ten.statements - one.statements, hundred.statements - ten.statements].every((more) => Math.abs(more) <= 1)).toBe(true);
    expect(one.statements).toBeGreaterThan(0);
  });

  it.each(['companies', 'people', 'authorisations', 'accessList'])('has 100 rows here: %s', async (name) => {
    const field = lists.find((list) => list.name === name) as Field;
    expect((await statementsFor(field, MANY)).rows).toBe(MANY);
  });
});
