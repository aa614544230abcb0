// Runs jest on the Node that runs this, and adds what it counts to a tally.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addJestReport, runNode } from './test-steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Answers whether all passed. */
export async function runJest(tally, args) {
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-test-'));
  const report = join(folder, 'report.json');
  const program = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
  try {
    const status = await runNode([...program, '--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (existsSync(report)) addJestReport(tally, JSON.parse(readFileSync(report, 'utf8')));
    if (status !== 0 && tally.failed === 0) tally.failed += 1;
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
