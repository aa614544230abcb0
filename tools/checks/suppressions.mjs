// A suppression carries its reason beside it, and the walls and lengths have none. Read here and not by a lint rule, since
// a directive that switches everything off would switch that rule off too.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files.mjs';

const DIRECTIVE = /(?:\/\/|\/\*)\s*eslint-disable(?:-next-line|-line)?\b([^\n]*)/g;
const NEVER = /max-lines|ketenregie\/(one-way-in|layer-order|one-door|one-queue|few-parameters|whole-suite)/;
/** This check and the tests of checks and rules name what they look for. */
const OWN_FILES = /^tools\/(checks\/suppressions|(checks|lint-rules)\/planted-faults\.spec)\.mjs$/;
const COVERAGE = /(?:\/\/|\/\*)\s*(?:istanbul|c8|v8)\s+ignore/;

function faultsIn(text) {
  const directives = [...text.matchAll(DIRECTIVE)].map(([, rest]) => rest.replace(/\*\/.*$/, ''));
  return directives.flatMap((rest) => {
    const [rules = '', reason = ''] = rest.split(/\s-{2,}\s/);
    if (rules.trim() === '') return ['suppresses every rule: name the rule'];
    if (NEVER.test(rules)) return [`suppresses ${rules.trim()}, which has no exceptions`];
    return reason.trim().length < 10 ? [`suppresses ${rules.trim()} without a reason (rule -- reason)`] : [];
  });
}

/** One line for each suppression without its reason, and for each of a rule that knows no exception. */
export function suppressionFaults(root) {
  return filesOf(root)
    .filter((path) => /\.(tsx?|mjs|js)$/.test(path) && !OWN_FILES.test(path) && statSync(join(root, path), { throwIfNoEntry: false }))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return [...faultsIn(text), ...(COVERAGE.test(text) ? ['leaves lines out of the coverage'] : [])].map((fault) => `${path} ${fault}`);
    });
}
