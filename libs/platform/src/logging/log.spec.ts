import { DomainError } from '@ketenregie/kernel';
import { createLog, type Log } from './log.js';
import { nestLog } from './nest-log.js';
import type { LogFields } from './fields.js';

const ID = '0199f3a0-0000-7000-8000-000000000001';

function logged(work: (log: Log) => void): { text: string; lines: Record<string, unknown>[] } {
  let text = '';
  work(createLog({ service: 'api', destination: { write: (line) => void (text += line) } }));
  return { text, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('a log line', () => {
  it('holds the event and the fields on the list', () => {
    const { lines } = logged((log) => log.info('outbox.relayed', { tenantId: ID, requestId: ID, count: 3, ms: 12.5, code: 'NOT_FOUND', job: 'refresh-next-due' }));
    expect(lines).toEqual([
      { level: 'info', time: expect.any(String), service: 'api', event: 'outbox.relayed', tenantId: ID, requestId: ID, count: 3, ms: 12.5, code: 'NOT_FOUND', job: 'refresh-next-due' },
    ]);
  });

  it.each([
    ['a name in a field of its own', { name: 'Jan de Vries' }],
    ['a name in place of a tenant', { tenantId: 'Jan de Vries' }],
    ['an e-mail address as a request', { requestId: 'jan@vries.example' }],
    ['an e-mail address as a code', { code: 'JAN@VRIES.EXAMPLE' }],
    ['a KvK number as a count', { count: 68750110 }],
    ['a KvK number as a code', { code: '68750110' }],
    ['a KvK number as a job', { jobId: '68750110' }],
    ['a citizen number as a duration', { ms: 123456782 }],
    ['SQL as a code', { code: "select * from person where name = 'Vries'" }],
    ['SQL as an operation', { operation: 'select vries' }],
    ['a whole row', { row: { name: 'Vries', kvk: '68750110' } }],
    ['a row in place of a code', { code: { name: 'Vries' } }],
    ['a field of the prototype', { constructor: 'Vries' }],
  ])('drops %s', (_name, fields) => {
    const { text, lines } = logged((log) => log.info('tried', fields as LogFields));
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['event', 'level', 'service', 'time']);
    expect(text).not.toMatch(/vries|68750110|123456782|select/i);
  });

  it('drops an event that is free text', () => {
    expect(logged((log) => log.info('Jan de Vries signed in')).text).not.toMatch(/vries/i);
  });
});

describe('a failure', () => {
  const messages = ["duplicate key value: (jan@vries.example)", 'Jan de Vries\n    at Jan de Vries (68750110)', "syntax error in select 'Vries'"];

  it.each(messages)('is described without its message: %j', (message) => {
    const { text, lines } = logged((log) => log.failure('job.failed', Object.assign(new TypeError(message), { detail: 'Vries', query: 'select' })));
    expect(lines[0]).toMatchObject({ level: 'error', event: 'job.failed', errorName: 'TypeError' });
    expect(text).not.toMatch(/vries|68750110|select/i);
  });

  it('says the code of a refusal and the state of a database error', () => {
    const { lines } = logged((log) => {
      log.failure('refused', new DomainError('COMPANY_NOT_FOUND', 'Vries BV'));
      log.failure('refused', Object.assign(new Error('Vries'), { code: '23505' }));
      log.failure('refused', Object.assign(new Error('Vries'), { code: 'jan@vries.example' }));
    });
    expect(lines.map(({ code, sqlState }) => [code, sqlState])).toEqual([['COMPANY_NOT_FOUND', undefined], [undefined, '23505'], [undefined, undefined]]);
  });

  it('says where it was thrown', () => {
    expect(logged((log) => log.failure('failed', new Error('x'))).lines[0]?.at).toEqual(expect.arrayContaining([expect.stringMatching(/^libs\/platform\/src\/logging\/log\.spec\.ts:\d+:\d+$|log\.spec\.ts/)]));
  });

  it('takes whatever is thrown', () => {
    expect(logged((log) => log.failure('failed', 'Jan de Vries')).lines[0]).toMatchObject({ errorName: 'string', at: [] });
  });

  it('keeps nothing of what Nest says', () => {
    const { text, lines } = logged((log) => {
      const nest = nestLog(log);
      nest.log('Vries');
      nest.warn('Vries');
      nest.error('Vries', new RangeError('Vries').stack, 'Vries');
    });
    expect(lines).toHaveLength(2);
    expect(text).not.toMatch(/vries/i);
  });
});
