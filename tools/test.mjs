// `npm test`: everything that CI runs, in the order of docs/testing.md. Arguments after `--` go to jest. The last line of the
// output is `N passed, N failed`: the tests of jest, and each step before it counted as one.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyInstall } from './install-state.mjs';
import { backendsLine, proxyLine } from './jest/find-programs.mjs';
import { runJest } from './run-jest.mjs';
import { newTally, runStep, summaryOf } from './test-steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tally = newTally();

async function install() {
  const reason = whyInstall(root);
  if (reason === null) return true;
  console.log(`npm ci: ${reason}`);
  const isWindows = process.platform === 'win32';
  return runStep(tally, 'install', () => ({ isOk: spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: isWindows }).status === 0 }));
}

/** The static steps in two lanes, for two cores: the lint takes about as long as all others together. */
async function staticSteps() {
  const { runTarget } = await import('./nx.mjs');
  const target = (name) => runStep(tally, name, async () => {
    const { status, output } = await runTarget(name, { isQuiet: true });
    return { isOk: status === 0, output };
  });
  const compiled = async () => (await target('build')) && (await target('types')) && (await checks());
  const [isCompiled, isLinted] = await Promise.all([compiled(), target('lint')]);
  return isCompiled && isLinted;
}

async function checks() {
  const { runChecks } = await import('./check.mjs');
  return runStep(tally, 'checks', () => {
    const counts = runChecks(root);
    return { isOk: counts.failed === 0, counts };
  });
}

const started = performance.now();
const isPassed = (await install()) && (await staticSteps()) && (await runJest(tally, process.argv.slice(2)));
if (!isPassed) {
  console.log(`\nStopped at: ${tally.failedSteps.join(', ') || 'jest'}.`);
  process.exitCode = 1;
}
console.log(`\n${backendsLine(process.env)}\n${proxyLine(process.env)}\n${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(summaryOf(tally));
