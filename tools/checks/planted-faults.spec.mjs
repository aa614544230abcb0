// Every check against a fault planted for it, and against a workspace without one.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../check.mjs';
import { tsconfigFilesOf } from '../projects/sync.mjs';
import { cycleFaults } from './cycles.mjs';
import { docsLinkFaults } from './docs-links.mjs';
import { layerFaults } from './layers.mjs';
import { lockfileFaults } from './lockfile.mjs';
import { machinePathFaults } from './machine-paths.mjs';
import { plantedProjects, plantWorkspace, removePlanted } from './planted-workspace.mjs';
import { schemaFaults } from './schema-diff.mjs';
import { suppressionFaults } from './suppressions.mjs';

afterAll(removePlanted);

const lockOf = (packages) => plantWorkspace({ 'package.json': '{"workspaces":["libs/*"]}', 'package-lock.json': JSON.stringify({ packages }) });

describe('lockfile', () => {
  const owner = { optionalDependencies: { '@swc/core-darwin-arm64': '1' } };

  it('refuses an optional package that has no entry', () => {
    expect(lockfileFaults(lockOf({ 'node_modules/@swc/core': owner }))).toEqual([expect.stringContaining('@swc/core-darwin-arm64')]);
  });
  it('lets it through with its entry, beside the owner or inside it', () => {
    expect(lockfileFaults(lockOf({ 'node_modules/@swc/core': owner, 'node_modules/@swc/core-darwin-arm64': {} }))).toEqual([]);
    expect(lockfileFaults(lockOf({ 'node_modules/a/node_modules/b': owner, 'node_modules/a/node_modules/@swc/core-darwin-arm64': {} }))).toEqual([]);
  });
  it('refuses a download address', () => {
    expect(lockfileFaults(lockOf({ 'node_modules/pg': { resolved: 'https://registry.example.org/pg.tgz' } }))).toEqual([expect.stringContaining('download address')]);
  });
  it('refuses a project of the workspace that it lacks, and lets it through with its link', () => {
    const faultsWith = (packages) => lockfileFaults(plantWorkspace({ ...plantedProjects(), 'package-lock.json': JSON.stringify({ packages }) }));
    const locked = ['kernel', 'tenants/domain', 'people/domain'].flatMap((path) => [[`libs/${path}`, {}], [`node_modules/@ketenregie/${path.replace('/', '-')}`, { resolved: `libs/${path}`, link: true }]]);
    expect(faultsWith(Object.fromEntries(locked.slice(2)))).toEqual([expect.stringContaining('libs/kernel')]);
    expect(faultsWith(Object.fromEntries(locked))).toEqual([]);
  });
});

describe('machine-paths', () => {
  const machine = { root: '/srv/build/checkout', home: '/srv/someone', registry: 'https://packages.corp.example/npm/' };
  const faultsOf = (text) => machinePathFaults(plantWorkspace({ 'docs/notes.md': text }), machine);

  it.each([
    ['the checkout', 'see /srv/build/checkout/libs'],
    ['the home folder', 'see /srv/someone/notes'],
    ['the registry in use', 'from https://packages.corp.example/npm/pg'],
    ['a home folder of Linux', 'see /home/alice/notes'],
    ['a home folder of macOS', 'see /Users/alice/notes'],
    ['a home folder of Windows', 'see C:\\Users\\alice'],
    ['a registry setting', 'registry=https://elsewhere.example/'],
  ])('refuses %s', (_name, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });
  it.each(['/home/node/app', '/var/lib/ketenregie', 'https://www.eherkenning.nl/', 'the root folder /root (mode 700)'])('lets %s through', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('projects', () => {
  it('refuses a tsconfig.json that is out of step, and lets it through once written', () => {
    const root = plantWorkspace(plantedProjects());
    expect(CHECKS.projects(root)).toHaveLength(4);
    for (const [path, text] of tsconfigFilesOf(root)) writeFileSync(join(root, path), text);
    expect(CHECKS.projects(root)).toEqual([]);
    writeFileSync(join(root, 'libs/people/domain/tsconfig.json'), '{}');
    expect(CHECKS.projects(root)).toEqual([expect.stringContaining('libs/people/domain/tsconfig.json')]);
  });
});

describe('layers', () => {
  it('refuses a package.json that lists a feature to the right', () => {
    expect(layerFaults(plantWorkspace(plantedProjects(['people-domain'])))).toEqual([expect.stringContaining('people stands right of tenants')]);
  });
  it('refuses a package.json that lists no project', () => {
    expect(layerFaults(plantWorkspace(plantedProjects(['peoples-domain'])))).toEqual([expect.stringContaining('no project has that name')]);
  });
  it('lets the order of the table through', () => {
    expect(layerFaults(plantWorkspace(plantedProjects()))).toEqual([]);
  });
});

describe('cycles', () => {
  const faultsWith = (files) => cycleFaults(plantWorkspace({ ...plantedProjects(), ...files }));

  it.each([
    ['two files', { 'libs/kernel/src/a.ts': "import './b.js';", 'libs/kernel/src/b.ts': "export * from './a.js';" }],
    ['three files', { 'libs/kernel/src/a.ts': "import './b.js';", 'libs/kernel/src/b.ts': "import './c.js';", 'libs/kernel/src/c.ts': "import './a.js';" }],
    ['types alone', { 'libs/kernel/src/a.ts': "import type { B } from './b.js';", 'libs/kernel/src/b.ts': "export type B = import('./a.js').A;" }],
    ['two projects', { 'libs/tenants/domain/src/tenant.ts': "import '@ketenregie/people-domain';" }],
    ['a component', { 'libs/kernel/src/a.tsx': "import './b.js';", 'libs/kernel/src/b.ts': "import './a.js';" }],
  ])('refuses a cycle of %s', (_name, files) => {
    expect(faultsWith(files)).toHaveLength(1);
  });
  it('lets two ways to one file through', () => {
    expect(faultsWith({ 'libs/kernel/src/a.ts': "import './b.js'; import './c.js';", 'libs/kernel/src/b.ts': "import './c.js';", 'libs/kernel/src/c.ts': '' })).toEqual([]);
  });
});

describe('suppressions', () => {
  const faultsOf = (text) => suppressionFaults(plantWorkspace({ 'libs/kernel/src/a.ts': text }));

  it.each([
    ['of everything', '/* eslint-disable */'],
    ['without a reason', '// eslint-disable-next-line no-empty'],
    ['with hardly a reason', '// eslint-disable-next-line no-empty -- needed'],
    ['of a length', '/* eslint-disable max-lines -- this file is a special case */'],
    ['of a wall', '// eslint-disable-next-line ketenregie/one-door -- only this once, for speed'],
    ['of coverage', '/* istanbul ignore next */'],
  ])('refuses a suppression %s', (_name, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });
  it('lets one with its reason through', () => {
    expect(faultsOf('// eslint-disable-next-line no-empty -- a closed socket has nothing left to close')).toEqual([]);
  });
});

describe('docs-links', () => {
  const faultsOf = (text) => docsLinkFaults(plantWorkspace({ ...plantedProjects(), 'docs/testing.md': '# Kinds of test\n', 'README.md': text }));

  it.each([
    ['a dead link', 'See [testing](docs/tests.md).'],
    ['a dead heading', 'See [testing](docs/testing.md#gates).'],
    ['a file that does not exist', 'Read `libs/kernel/src/absent.ts` first.'],
    ['a command on a file that does not exist', 'Run `node tools/absent.mjs`.'],
    ['a script that does not exist', 'Run `npm run absent`.'],
  ])('refuses %s', (_name, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });
  it('lets what exists through', () => {
    expect(faultsOf('[a](docs/testing.md#kinds-of-test) [b](https://example.org) `libs/kernel/src/index.ts` `libs/*/domain` `npm run build` `apps/api/dist/main.js`')).toEqual([]);
  });
});

describe('schema', () => {
  const root = () => plantWorkspace({ 'apps/api/schema.graphql': 'type Query {\n  me: String\n}\n' });

  it('refuses a committed schema that is not the one served', () => {
    expect(schemaFaults(root(), () => 'type Query {\n  you: String\n}\n')).toEqual([expect.stringContaining('line 2')]);
  });
  it('refuses when the API prints none', () => {
    expect(schemaFaults(root())).toEqual([expect.stringContaining('print-schema.js is missing')]);
  });
  it('lets the same schema through, printed by a process', () => {
    const planted = plantWorkspace({
      'apps/api/schema.graphql': 'type Query {\n  me: String\n}\n',
      'apps/api/dist/print-schema.js': "console.log('type Query {\\n  me: String\\n}')",
    });
    expect(schemaFaults(planted)).toEqual([]);
  });
});

it('ends the process with an error when a check fails, and only then', () => {
  const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'check.mjs');
  const run = (root) => spawnSync(process.execPath, [program, '--root', root, 'layers'], { encoding: 'utf8' });
  expect(run(plantWorkspace(plantedProjects(['people-domain'])))).toMatchObject({ status: 1, stdout: expect.stringContaining('FAILED  layers') });
  expect(run(plantWorkspace(plantedProjects()))).toMatchObject({ status: 0, stdout: expect.stringContaining('ok      layers') });
});

it('names every check in docs/testing.md', () => {
  const guide = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'testing.md'), 'utf8');
  expect(Object.keys(CHECKS).filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
});
