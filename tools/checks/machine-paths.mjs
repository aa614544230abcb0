// Nothing in the repository names the machine it was written on: no home folder, no checkout path, no package registry.
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf } from './files.mjs';

/** Paths of people and hosts of registries; `/home/node` is that of the official image. */
const ALWAYS = [/\/home\/(?!node\b)[a-z][\w.-]*/, /\/Users\/[A-Za-z][\w.-]*/, /[A-Z]:\\+Users\\+\w+/, /\/root\/[\w.]+/, /registry\.(npmjs|yarnpkg)\.\w+/, /^registry\s*=/m];
const PUBLIC_REGISTRY = 'registry.npmjs.org';
const NOT_TEXT = /\.(png|jpe?g|gif|ico|woff2?|pdf|xlsx|xls|zip|gz|br|wasm)$/;
/** This check and the test of the checks name what they look for. */
const OWN_FILES = /^tools\/checks\/(machine-paths|planted-faults\.spec)\.mjs$/;

/** What to look for on this very machine: the folder of the checkout, the home folder, the registry that npm is told to use. */
export function wordsOfMachine({ root, home = homedir(), registry = process.env['npm_config_registry'] ?? '' }) {
  const folders = [root, dirname(root), home].filter((path) => path.split('/').length > 2 && path !== '/tmp');
  const host = URL.canParse(registry) ? new URL(registry).hostname : '';
  return [...folders, ...(host.includes('.') && host !== PUBLIC_REGISTRY ? [host] : [])];
}

function wordsIn(text, words) {
  const present = words.filter((word) => text.includes(word));
  const found = present.filter((word) => !present.some((longer) => longer !== word && longer.startsWith(word)));
  return [...found, ...ALWAYS.map((pattern) => pattern.exec(text)?.[0]).filter((word) => word !== undefined)];
}

/** One line for each file that names a machine. `machine` is for tests; it is read from the surroundings. */
export function machinePathFaults(root, machine = { root }) {
  const words = wordsOfMachine(machine);
  return filesOf(root)
    .filter((path) => !NOT_TEXT.test(path) && !OWN_FILES.test(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
    .flatMap((path) => wordsIn(readFileSync(join(root, path), 'utf8'), words).map((word) => `${path} names ${word}`));
}
