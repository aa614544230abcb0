// The committed GraphQL schema is the one the API serves: a change of the API shows in the diff of its commit.
// `node tools/checks/schema-diff.mjs --write` writes it anew (after a build).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRINTER = 'apps/api/dist/print-schema.js';
const COMMITTED = 'apps/api/schema.graphql';

/** The line that says what went wrong, before the stack. */
function causeIn(stderr) {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /Error\b/.test(line)) ?? lines[0];
}

/** The schema as the built API prints it. Throws an Error that says what is missing. */
export function printedSchema(root) {
  if (!existsSync(join(root, PRINTER))) throw new Error(`${PRINTER} is missing: npm run build`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, PRINTER)], { cwd: root, encoding: 'utf8', maxBuffer: 64e6, timeout: 60_000 });
  if (status !== 0 || stdout.trim() === '') throw new Error(`${PRINTER} ended with ${status}: ${causeIn(stderr)}`);
  return `${stdout.trim()}\n`;
}

function firstDifference(left, right) {
  const [ours, theirs] = [left.split('\n'), right.split('\n')];
  const index = theirs.findIndex((line, at) => line !== ours[at]);
  const at = index < 0 ? theirs.length : index;
  return `line ${at + 1}: committed "${ours[at] ?? ''}", served "${theirs[at] ?? ''}"`;
}

/** One line where the committed schema differs from the one printed. */
export function schemaFaults(root, print = printedSchema) {
  try {
    const served = print(root);
    const committed = existsSync(join(root, COMMITTED)) ? readFileSync(join(root, COMMITTED), 'utf8') : '';
    return served === committed ? [] : [`${COMMITTED} differs, ${firstDifference(committed, served)}. Run: node tools/checks/schema-diff.mjs --write`];
  } catch (error) {
    return [error.message];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  if (process.argv.includes('--write')) writeFileSync(join(root, COMMITTED), printedSchema(root));
  const faults = schemaFaults(root);
  if (faults.length > 0) console.error(faults.join('\n'));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
