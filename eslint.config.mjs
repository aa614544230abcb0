// One lint for the workspace (docs/testing.md lists what each rule holds). A rule that is switched on here has a planted fault in
// tools/lint-rules/planted-faults.spec.mjs: the test fails where the lint stays silent.
import tseslint from 'typescript-eslint';
import ketenregie from './tools/lint-rules/index.mjs';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.db-spec.ts', '**/*.api-spec.ts', '**/*.process-spec.ts', '**/*.browser-spec.ts', '**/*.spec.mjs'];
/** Lists rather than logic: no reader goes through them from top to bottom. */
const EXEMPT_FROM_LENGTH = ['**/migrations/**', '**/data/**', '**/templates/**', '**/texts/**'];

const length = (lines) => ['error', { max: lines, skipBlankLines: false, skipComments: false }];

const everywhere = {
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  plugins: { ketenregie, '@typescript-eslint': tseslint.plugin },
  rules: {
    'max-lines': length(250),
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    'ketenregie/few-parameters': 'error',
    'ketenregie/plain-names': 'error',
    'ketenregie/whole-suite': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-debugger': 'error',
    'no-empty': 'error',
    'no-fallthrough': 'error',
    'no-unreachable': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
};

const typescript = {
  files: TYPESCRIPT,
  // One program over sources and tests: thirty projects one by one take several times as long (docs/decisions/0031).
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      project: ['./tsconfig.spec.json', './tools/lint-rules/typed-fixture/tsconfig.json'],
      tsconfigRootDir: import.meta.dirname,
      emitDecoratorMetadata: true,
      experimentalDecorators: true,
    },
  },
  rules: {
    'ketenregie/one-way-in': 'error',
    'ketenregie/layer-order': 'error',
    'ketenregie/one-door': 'error',
    'ketenregie/one-queue': 'error',
    'ketenregie/no-forward-ref': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    // In a file with decorators this rule holds back by itself: a class in a decorated constructor must stay a value for injection.
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true, minimumDescriptionLength: 10 }],
    '@typescript-eslint/no-non-null-assertion': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    '@typescript-eslint/no-require-imports': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

export default [
  { ignores: ['**/node_modules/**', '**/dist/**', '**/generated/**', '**/coverage/**', '.nx/**', '.data/**', '.cache/**', 'tmp/**'] },
  { files: ['**/*.mjs', '**/*.js', ...TYPESCRIPT], ...everywhere },
  typescript,
  {
    files: ['libs/*/domain/**', 'libs/*/server/**', 'libs/kernel/**'].map((path) => `${path}/*.ts`),
    ignores: ['libs/kernel/src/clock.ts', 'libs/kernel/src/ids.ts', ...SPECS],
    rules: { 'ketenregie/clock-passed-in': 'error' },
  },
  // The door itself, what opens databases for tests, and what copies all tenants, each in its scope.
  { files: ['libs/platform/src/db/**', 'libs/platform/src/testing/**', 'libs/platform/src/backup/**'], rules: { 'ketenregie/one-door': 'off' } },
  // What starts the database server and its roles connects before there is a tenant.
  { files: ['libs/platform/src/postgres/**/*.ts'], rules: { 'ketenregie/one-door': ['error', { mayConnect: true }] } },
  // The catalogue is global and read-only to the app's role: its versions are published by the owner, as part of a migration.
  { files: ['libs/catalogue/server/src/publish-catalogue.ts'], rules: { 'ketenregie/one-door': 'off' } },
  { files: ['libs/platform/src/jobs/**'], rules: { 'ketenregie/one-queue': ['error', { isJobsFolder: true }] } },
  { files: SPECS, rules: { 'max-lines': length(400), 'max-lines-per-function': 'off', 'ketenregie/few-parameters': 'off' } },
  // A browser cannot reach the database at all (layer-order), and `save` is a word of its own there.
  { files: ['libs/*/portal/**', 'libs/ui/**', 'libs/portal-kit/**', 'apps/portal/**'], rules: { 'ketenregie/one-door': 'off' } },
  { files: EXEMPT_FROM_LENGTH, rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
];
