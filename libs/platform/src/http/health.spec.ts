import { type Log, silentLog } from '../logging/index.js';
import { databaseChecks } from './database-checks.js';
import { answerHealth, type HealthCheck } from './health.js';

const ROLE = { name: 'ketenregie_app', isSuperuser: false, bypassesRls: false, ownsTables: false };

function checks(change: { role?: Partial<typeof ROLE>; migrations?: readonly string[]; ping?: () => Promise<void> } = {}): HealthCheck[] {
  return databaseChecks({
    tenantDb: { ping: change.ping ?? (() => Promise.resolve()), roleAttributes: () => Promise.resolve({ ...ROLE, ...change.role }) },
    appliedMigrations: () => Promise.resolve(change.migrations ?? ['Older7', 'Newest8']),
    latestMigration: 'Newest8',
  });
}

describe('readiness', () => {
  it('is given when all is in order', async () => {
    expect(await answerHealth(checks(), silentLog)).toEqual({ status: 'ok', checks: { database: 'ok', schema: 'ok', role: 'ok' } });
  });

  it('is given on a newer schema, while an upgrade rolls out', async () => {
    expect((await answerHealth(checks({ migrations: ['Older7', 'Newest8', 'Newer9'] }), silentLog)).status).toBe('ok');
  });

  it.each([
    ['the database does not answer', 'database', { ping: () => Promise.reject(new Error('down')) }],
    ['the schema is older', 'schema', { migrations: ['Older7'] }],
    ['nothing was migrated', 'schema', { migrations: [] }],
    ['the role is a superuser', 'role', { role: { isSuperuser: true } }],
    ['the role bypasses the walls', 'role', { role: { bypassesRls: true } }],
    ['the role owns tables', 'role', { role: { ownsTables: true } }],
  ])('is refused when %s', async (_name, failing, change) => {
    const answer = await answerHealth(checks(change), silentLog);
    expect(answer.status).toBe('unavailable');
    expect(Object.entries(answer.checks).filter(([, outcome]) => outcome === 'failed')).toEqual([[failing, 'failed']]);
  });

  it('is refused when a check hangs, within a few seconds', async () => {
    const startedAt = performance.now();
    const answer = await answerHealth([{ name: 'queue', check: () => new Promise(() => undefined) }], silentLog);
    expect(answer).toEqual({ status: 'unavailable', checks: { queue: 'failed' } });
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });

  it('says why in the log and not to whoever asks', async () => {
    const events: unknown[] = [];
    const log: Log = { ...silentLog, failure: (event, thrown) => void events.push(event, (thrown as Error).message) };
    const answer = await answerHealth([{ name: 'database', check: () => Promise.reject(new Error('password of host db.internal')) }], log);
    expect(JSON.stringify(answer)).not.toMatch(/password|internal/);
    expect(events).toEqual(['health.database', 'password of host db.internal']);
  });
});
