// Lints a text as if it stood at a path of the workspace, with the workspace's own configuration: for tests of the lint itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import configuration from '../../eslint.config.mjs';

// Where CI is set the parser reads files from the disk once and for all; here the text given is what counts.
process.env.TSESTREE_SINGLE_RUN = 'false';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const linter = new Linter({ cwd: root });
const untyped = { files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked };

const verify = (text, path, last) => linter.verify(text, [...configuration, last], { filename: join(root, path) });

/** The ids of the rules that refuse the text; type-aware rules are left out, since the file need not exist. A text that does not parse throws. */
export function rulesAgainst(text, path) {
  return idsOf(verify(text, path, untyped));
}

/** The same with type-aware rules: `path` lies beside a tsconfig.json, given by its path, that includes it. */
export function rulesAgainstTyped(text, path, tsconfig) {
  const parserOptions = { project: [tsconfig], tsconfigRootDir: root };
  return idsOf(verify(text, path, { files: ['**/*.ts'], languageOptions: { parserOptions } }));
}

function idsOf(messages) {
  const broken = messages.find((message) => message.fatal || message.ruleId === null);
  if (broken) throw new Error(broken.message);
  return [...new Set(messages.map((message) => message.ruleId))].sort();
}
