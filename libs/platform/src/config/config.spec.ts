import { readFileSync } from 'node:fs';
import { addressOf, readConfig, VARIABLE_NAMES } from './config.js';

describe('the configuration', () => {
  it('starts without any variable', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', isProduction: false, isDemo: true, databaseUrl: null, publicUrl: 'http://127.0.0.1:3000' });
  });

  it('is never a demo in production', () => {
    expect(readConfig({ NODE_ENV: 'production' }).isDemo).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', DEMO: '0' }).isDemo).toBe(false);
    expect(() => readConfig({ NODE_ENV: 'production', DEMO: '1' })).toThrow('DEMO: must be 0');
  });

  it('takes an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', CLOCK: '' })).toMatchObject({ port: 3000, databaseUrl: null, clock: null });
  });

  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80.5' }],
    ['HOST', { HOST: 'a b' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:geheim@h/db' }],
    ['DATABASE_QUEUE_URL', { DATABASE_APP_URL: 'postgres://a:geheim@h/db' }],
    ['DATABASE_APP_URL', { DATABASE_QUEUE_URL: 'postgres://a:geheim@h/db' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://o:geheim@h/db', DATABASE_APP_URL: 'postgres://o:geheim@h/db', DATABASE_QUEUE_URL: 'postgres://q@h/db' }],
    ['REDIS_URL', { REDIS_URL: 'http://geheim' }],
    ['SMTP_URL', { SMTP_URL: 'geheim' }],
    ['MAIL_FROM', { MAIL_FROM: 'geheim' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://geheim' }],
    ['DEMO', { DEMO: 'ja' }],
    ['CLOCK', { CLOCK: '23-11-2026' }],
    ['CLOCK', { CLOCK: '2026-02-30' }],
    ['CLOCK', { CLOCK: '2026-11-23T09:00:00' }],
    ['CLOCK', { CLOCK: '2026-11-23', NODE_ENV: 'production' }],
    ['CLOCK_OFFSET_MS', { CLOCK_OFFSET_MS: '1.5' }],
  ])('names %s in one line and repeats no value', (variable, environment) => {
    const refusal = (): unknown => readConfig(environment);
    expect(refusal).toThrow(new RegExp(`^${variable}: [^\\n]+$`));
    expect(refusal).not.toThrow(/geheim/);
  });

  it('accepts what it should', () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://o@h/db', DATABASE_APP_URL: 'postgres://a@h/db', DATABASE_QUEUE_URL: 'postgres://q@h/db', CLOCK: '2026-11-23T09:00:00+01:00', PUBLIC_URL: 'https://k.example/', MAIL_FROM: 'Kantoor <k@example.nl>', PORT: '0' });
    expect(config).toMatchObject({ port: 0, publicUrl: 'https://k.example', clock: '2026-11-23T09:00:00+01:00' });
  });

  it('writes an address that can be opened', () => {
    expect([addressOf('0.0.0.0', 80), addressOf('::1', 80), addressOf('localhost', 3000)]).toEqual(['http://localhost:80', 'http://[::1]:80', 'http://localhost:3000']);
  });
});

describe('what the documentation and docker-compose.yml say of the variables', () => {
  const textOf = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
  /** The first cells of the table of settings. */
  const described = (): string[] => {
    const section = textOf('docs/operations.md').split(/^## /m).find((text) => text.startsWith('Settings')) ?? '';
    return section.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''));
  };

  it('is of all that are read, and of no other', () => expect(described().sort()).toEqual([...VARIABLE_NAMES].sort()));

  it('is of variables that are read, in every container of ours', () => {
    const ofPostgres = /^POSTGRES_|_PASSWORD$/;
    const named = [...textOf('docker-compose.yml').matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? '').filter((name) => !ofPostgres.test(name));
    expect(named.filter((name) => !VARIABLE_NAMES.includes(name))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['NODE_ENV', 'DATABASE_URL', 'DATABASE_APP_URL', 'REDIS_URL', 'TRUSTED_PROXIES']));
  });
});
