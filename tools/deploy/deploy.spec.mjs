import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interpolate, readCompose, ruleFaults, schemaFaults } from './compose-file.mjs';
import { dockerfileFaults, isIgnored } from './docker-file.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PASSWORDS = { POSTGRES_PASSWORD: 'p', OWNER_PASSWORD: 'o', APP_PASSWORD: 'a', QUEUE_PASSWORD: 'q' };
const compose = () => readCompose(root, PASSWORDS);
const dockerfile = readFileSync(join(root, 'infra/Dockerfile'), 'utf8');

/** The compose file with one thing changed. */
function changed(change) {
  const data = structuredClone(compose());
  change(data.services);
  return data;
}

describe('docker-compose.yml', () => {
  it('has the form of a compose file, and all parts of the product', () => {
    expect(schemaFaults(root, compose())).toEqual([]);
    expect(Object.keys(compose().services).sort()).toEqual(['api', 'cli', 'mail', 'migrate', 'portal', 'postgres', 'redis', 'worker']);
  });

  it.each([
    ['a word that no service knows', (services) => (services.api.memory_limit = '1g')],
    ['an interval that is none', (services) => (services.api.healthcheck.retries = 'many')],
    ['a condition that is none', (services) => (services.worker.depends_on.migrate.condition = 'when-it-likes')],
  ])('is found out with %s', (_, change) => expect(schemaFaults(root, changed(change))).not.toEqual([]));

  it('keeps to our own rules', () => expect(ruleFaults(compose())).toEqual([]));

  it.each([
    ['postgres is reached from other machines', (services) => (services.postgres.ports = ['5432:5432'])],
    ['redis names no exact line of its image', (services) => (services.redis.image = 'redis:latest')],
    ['worker is privileged', (services) => (services.worker.privileged = true)],
    ['api runs our code with more than it needs', (services) => (services.api.read_only = false)],
    ['worker has no restart policy', (services) => delete services.worker.restart],
    ['worker is no production', (services) => (services.worker.environment.NODE_ENV = 'development')],
    ['api knows the owner and serves', (services) => (services.api.environment.DATABASE_URL = 'postgresql://o@postgres/k')],
    ['api has a clock of its own', (services) => (services.api.environment.CLOCK = '2026-11-23')],
    ['portal mounts the docker socket', (services) => services.portal.volumes.push('/var/run/docker.sock:/var/run/docker.sock')],
    ['api waits for elsewhere, which is not there', (services) => (services.api.depends_on.elsewhere = { condition: 'service_started' })],
    ['api waits for the health of redis, which has no check', (services) => delete services.redis.healthcheck],
    ['the volume data2 is not declared', (services) => services.api.volumes.push('data2:/more')],
  ])('would be refused where %s', (fault, change) => expect(ruleFaults(changed(change))).toContain(fault));

  it('starts with no password that anybody knows', () => {
    expect(() => readCompose(root, {})).toThrow(/PASSWORD is not set: run node infra\/make-env.mjs/);
    expect(interpolate('${A:-b} ${C} ${D:?must}', { D: 'd' })).toBe('b  d');
  });

  it('makes its passwords once, for its maker alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketenregie-env-'));
    const file = join(folder, '.env');
    const make = () => execFileSync(process.execPath, [join(root, 'infra/make-env.mjs'), file], { stdio: 'pipe' });
    make();
    const text = readFileSync(file, 'utf8');
    const values = Object.fromEntries(text.split('\n').filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=')));
    expect(new Set(Object.keys(PASSWORDS).map((name) => values[name])).size).toBe(4);
    for (const name of Object.keys(PASSWORDS)) expect(values[name]).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(make).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(text);
    rmSync(folder, { recursive: true });
  });
});

describe('the Dockerfile', () => {
  it('builds in one stage and runs in another, by npm ci, as nobody in particular, with no secret', () => expect(dockerfileFaults(dockerfile)).toEqual([]));

  it.each([
    ['it runs as root', (text) => text.replace('USER node', '')],
    ['npm install does not hold to the lockfile: npm ci does', (text) => text.replace('npm ci', 'npm install')],
    ['packages for development stay in the image', (text) => text.replace('npm prune --omit=dev', 'true')],
    ['CMD runs in a shell, which keeps signals from the process', (text) => text.replace('CMD ["apps/api/dist/main.js"]', 'CMD apps/api/dist/main.js')],
    ['ENV APP_PASSWORD would put a secret into the image', (text) => text.replace('ENV CI=1', 'ENV APP_PASSWORD=geheim')],
    ['secrets are copied into the image', (text) => text.replace('COPY . .', 'COPY .env .')],
    ['the last stage copies from the checkout and not from the build', (text) => text.replace('COPY --from=build /src/apps', 'COPY apps')],
    ['the version of Node is not named', (text) => text.replace('node:24-bookworm-slim', 'node:lts')],
    ['it builds and runs in one stage: tools and sources stay in the image', (text) => text.slice(0, text.indexOf('FROM ${NODE_IMAGE} AS app'))],
  ])('would be refused where %s', (fault, change) => expect(dockerfileFaults(change(dockerfile))).toContain(fault));

  it('is given neither data nor secrets, and all that the build needs', () => {
    const ignore = readFileSync(join(root, '.dockerignore'), 'utf8');
    for (const path of ['.env', '.env.local', '.data/postgres/PG_VERSION', 'backups/a.backup', 'node_modules/pg/index.js', 'libs/kernel/dist/index.js', 'apps/portal/node_modules/x', '.git/config']) expect([path, isIgnored(ignore, path)]).toEqual([path, true]);
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'nx.json', 'tools/build.mjs', 'libs/kernel/src/index.ts', 'apps/portal/vite.config.mjs']) expect([path, isIgnored(ignore, path)]).toEqual([path, false]);
  });
});
