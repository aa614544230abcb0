// `node tools/suites.mjs pure api`: those kinds of test alone, on the Node that runs this; the build must be there. The last line is `N passed, N failed`.
import { runJest } from './run-jest.mjs';
import { newTally, summaryOf } from './test-steps.mjs';

const suites = process.argv.slice(2);
if (suites.length === 0) {
  console.error('Usage: node tools/suites.mjs pure api ... (the kinds of docs/testing.md)');
  process.exit(2);
}
const tally = newTally();
if (!(await runJest(tally, ['--selectProjects', ...suites]))) process.exitCode = 1;
console.log(`${suites.join(', ')} on Node ${process.version}`);
console.log(summaryOf(tally));
