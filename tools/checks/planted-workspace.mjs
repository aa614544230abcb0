// A small workspace in a temporary folder, for tests of the checks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made = [];

const manifest = (name, tags, dependencies = []) =>
  JSON.stringify({ name: `@ketenregie/${name}`, exports: { '.': {} }, nx: { tags }, dependencies: Object.fromEntries(dependencies.map((other) => [`@ketenregie/${other}`, '*'])) });

/** Writes files (`{path: text}`) into a new folder and returns it. */
export function plantWorkspace(files) {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The manifests of two features' domains and their kernel; `people` stands right of `tenants`, `tenants` lists what is given. */
export function plantedProjects(listedByTenants = []) {
  return {
    'package.json': JSON.stringify({ workspaces: ['libs/kernel', 'libs/*/domain'], scripts: { build: 'true' } }),
    'libs/kernel/package.json': manifest('kernel', ['layer:kernel']),
    'libs/kernel/src/index.ts': '',
    'libs/tenants/domain/package.json': manifest('tenants-domain', ['layer:domain', 'feature:tenants'], ['kernel', ...listedByTenants]),
    'libs/tenants/domain/src/index.ts': "export * from './tenant.js';",
    'libs/tenants/domain/src/tenant.ts': "import '@ketenregie/kernel';",
    'libs/people/domain/package.json': manifest('people-domain', ['layer:domain', 'feature:people'], ['kernel', 'tenants-domain']),
    'libs/people/domain/src/index.ts': "import '@ketenregie/tenants-domain';",
  };
}

/** Removes what was planted. */
export function removePlanted() {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
