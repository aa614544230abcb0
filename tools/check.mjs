// Runs the checks that are no lint and no test: `node tools/check.mjs [name ...]`, one line each. docs/testing.md says what each proves.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cycleFaults } from './checks/cycles.mjs';
import { docsLinkFaults } from './checks/docs-links.mjs';
import { layerFaults } from './checks/layers.mjs';
import { lockfileFaults } from './checks/lockfile.mjs';
import { machinePathFaults } from './checks/machine-paths.mjs';
import { schemaFaults } from './checks/schema-diff.mjs';
import { suppressionFaults } from './checks/suppressions.mjs';
import { projectFaults } from './projects/sync.mjs';

/** Each check by its name: a function from the workspace's folder to its faults, one line each, none where all is well. */
export const CHECKS = {
  lockfile: lockfileFaults,
  'machine-paths': machinePathFaults,
  projects: projectFaults,
  layers: layerFaults,
  cycles: cycleFaults,
  suppressions: suppressionFaults,
  'docs-links': docsLinkFaults,
  schema: schemaFaults,
};

/** Runs checks by name and prints a line each; `{passed, failed}` counts them. */
export function runChecks(root, names = Object.keys(CHECKS)) {
  const unknown = names.filter((name) => !(name in CHECKS));
  if (unknown.length > 0) throw new Error(`No check is named ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}`);
  const failed = names.filter((name) => {
    const faults = CHECKS[name](root);
    console.log(`  ${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
    for (const fault of faults) console.log(`          ${fault}`);
    return faults.length > 0;
  });
  return { passed: names.length - failed.length, failed: failed.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
  const root = values.root ?? join(dirname(fileURLToPath(import.meta.url)), '..');
  const { failed } = runChecks(root, positionals.length > 0 ? positionals : undefined);
  process.exitCode = failed > 0 ? 1 : 0;
}
