import { defineJob, emptyPayload, idPayload, type JobDefinition } from './job-definition.js';

const good: JobDefinition<{ tenantId: string }> = { name: 'refresh-next-due', payload: idPayload(), attempts: 5, backoff: { type: 'exponential', delayMs: 1000 }, handler: () => Promise.resolve() };
const ID = '0199f3a0-0000-7000-8000-000000000001';

describe('a job definition', () => {
  it('is taken as it stands', () => {
    expect(defineJob(good)).toBe(good);
  });

  it.each([
    ['a class name', { name: 'RefreshNextDue' }],
    ['too few attempts', { attempts: 1 }],
    ['a schedule with a payload', { schedule: { cron: '0 3 * * *', timeZone: 'Europe/Amsterdam' } }],
  ])('is refused with %s', (_name, change) => {
    expect(() => defineJob({ ...good, ...change })).toThrow(RangeError);
  });

  it('may have a schedule where the payload is empty', () => {
    expect(() => defineJob({ ...good, payload: emptyPayload, schedule: { cron: '0 3 * * *', timeZone: 'Europe/Amsterdam' }, handler: () => Promise.resolve() })).not.toThrow();
  });
});

describe('a payload', () => {
  it('holds the tenant and the ids it names', () => {
    expect(idPayload('importId').safeParse({ tenantId: ID, importId: ID }).success).toBe(true);
  });

  it.each([[{ tenantId: ID }], [{ tenantId: ID, importId: 'x' }], [{ tenantId: ID, importId: ID, name: 'x' }], [{ importId: ID }], [null]])('holds nothing else: %j', (payload) => {
    expect(idPayload('importId').safeParse(payload).success).toBe(false);
  });
});
