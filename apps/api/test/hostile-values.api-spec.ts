import { readFileSync } from 'node:fs';
import { type GraphQLField, buildSchema } from 'graphql';
import { createLog } from '@ketenregie/platform/logging';
import { type Caller, TestApp, codeOf } from './app.js';
import { documentOf, hostileVariables } from './fixtures/hostile-values.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const rootFields = (['query', 'mutation'] as const).flatMap((kind) => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field): [string, 'query' | 'mutation', GraphQLField<unknown, unknown>] => [field.name, kind, field]);
});

let app: TestApp;
let office: Office;
let owner: Caller;
let logged = '';

beforeAll(async () => {
  app = await TestApp.start({ log: createLog({ service: 'api', destination: { write: (line) => void (logged += line) } }) });
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

const AT_ONCE = 6;

describe('an argument that is hostile', () => {
  it.each(rootFields.filter(([, , field]) => field.args.length > 0))('of %s is refused or read, and breaks nothing', async (name, kind, field) => {
    const known = { ...OPERATIONS[name]?.variables?.({ ...office.a, ...office }) };
    const broken: string[] = [];
    const queue = hostileVariables(field, known);
    const work = async (): Promise<void> => {
      for (const { label, variables } of queue) {
        const answer = await app.ask(owner, documentOf(kind, field), { variables });
        if (answer.status >= 500 || codeOf(answer) === 'INTERNAL') broken.push(`${label}: ${logged.split('\n').filter((line) => line.includes('"error"')).at(-1)?.slice(0, 700) ?? ''}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(broken).toEqual([]);
  });
});

it('stands in no log, nor does anything of the office', () => {
  expect(logged).toMatch(/"event":"graphql.operation"/);
  expect(logged).not.toMatch(/Zwanebloem|\.example|evil|or 1=1|90101001/);
  expect(logged).not.toContain(owner.token);
});
