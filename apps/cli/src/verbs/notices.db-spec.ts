import { addMember, ensureAccount } from '@ketenregie/identity-server';
import { recordOwnCompany } from '@ketenregie/companies-server';
import { calendarDate, clockAtOffset, newId } from '@ketenregie/kernel';
import { systemScope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { createTenant } from '@ketenregie/tenants-server';
import { rows } from '../rows.js';
import type { OpenDatabase } from '../with-database.js';
import { notices } from './notices.js';

let database: TestDatabase;
let db: TenantDb;
let mailId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows });
  const { id } = await createTenant(db, { slug: 'noord', name: 'Noord', kind: 'office', kvkNumber: '90000011' }, (writer, company) => recordOwnCompany(writer, company, calendarDate('2026-11-23')));
  const accountId = await ensureAccount(db, { login: 'bea@noord.example', displayName: 'Bea Beheer' });
  mailId = newId();
  await db.write(systemScope(id), async (writer) => {
    const memberId = await addMember(writer, { accountId, roles: ['office-administrator'], clients: 'all', displayName: 'Bea Beheer' });
    await writer.query(`insert into notice (id, member_id, kind, period, state, handed_at, reply) values ($1, $2, 'digest', '2026-11-20', 'parked', '2026-11-20T06:00:00Z', 'no reply')`, [mailId, memberId]);
  });
});
afterAll(() => database.drop());

/** What the verb answers on a line of arguments. */
async function answered(positionals: readonly string[], values: Record<string, string | boolean> = {}): Promise<string[]> {
  const lines: string[] = [];
  const open = { tenantDb: db, clock: clockAtOffset(0) } as unknown as OpenDatabase;
  await notices.run({ positionals, values: { tenant: 'noord', ...values } }, { answer: (line) => void lines.push(line), tell: () => undefined }, { environment: {}, withDatabase: (_rows, work) => work(open) });
  return lines;
}

describe('the verb notices', () => {
  it('tells which mails are in doubt, and settles one, once, in the name of the operator', async () => {
    expect(await answered(['doubt'])).toEqual([`${mailId}  Bea Beheer  2026-11-20  handed over 2026-11-20T06:00:00Z  no reply`]);
    expect(await answered(['settle'], { id: mailId, as: 'arrived', json: true })).toEqual(['[]']);
    await expect(answered(['settle'], { id: mailId, as: 'again' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await database.asAdmin(`select n.state, e.actor from notice n join audit_event e on e.object_id = n.member_id where e.action = 'notice.settled-as-arrived'`)).toEqual([{ state: 'sent', actor: 'operator' }]);
  });

  it.each([
    [['settle'], { id: 'x', as: 'arrived' }, 'INVALID_INPUT'],
    [['settle'], { id: newId(), as: 'perhaps' }, 'INVALID_INPUT'],
    [['settle'], { id: newId(), as: 'again' }, 'NOT_FOUND'],
    [['doubt'], { tenant: 'zuid' }, 'NOT_FOUND'],
  ] as const)('refuses %j %j', async (positionals, values, code) => {
    await expect(answered(positionals, values)).rejects.toMatchObject({ code });
  });

  it.each([[[]], [['walk']], [['doubt', 'more']]])('is used wrongly by %j', async (positionals) => {
    await expect(answered(positionals)).rejects.toThrow('notices takes one of: run, doubt, settle');
  });
});
