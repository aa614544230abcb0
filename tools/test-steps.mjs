// What the steps of `npm test` share: a line for each, their time, their count.
import { spawn } from 'node:child_process';

/** The tally of a run: steps and tests that passed, failed, were skipped, and the steps that failed by name. */
export function newTally() {
  return { passed: 0, failed: 0, skipped: 0, failedSteps: [] };
}

/** `12 passed, 0 failed`, with `, 1 skipped` where some were: the last line of a run. */
export function summaryOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Adds a jest report (`--json`) to a tally; a file that could not run at all counts as one failure. */
export function addJestReport(tally, report) {
  tally.passed += report.numPassedTests;
  tally.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  tally.skipped += report.numPendingTests + report.numTodoTests;
}

/** Runs a step that answers `{isOk, output, counts}`; prints a line when it ends, its output where it failed. Answers whether it passed. */
export async function runStep(tally, name, work) {
  const started = performance.now();
  const { isOk, output = '', counts = isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 } } = await work();
  tally.passed += counts.passed;
  tally.failed += counts.failed;
  console.log(`${isOk ? 'ok     ' : 'FAILED '} ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!isOk) tally.failedSteps.push(name);
  if (!isOk && output !== '') console.log(output);
  return isOk;
}

/** Runs Node on a script with this process's input and output; answers its exit code. */
export function runNode(args, options = {}) {
  const child = spawn(process.execPath, args, { stdio: 'inherit', ...options });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}
