// One jest run, six kinds of test (docs/testing.md). Sources are read through the workspace's own `src`, never from `dist`.
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      module: { type: 'es6' },
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        keepClassNames: true,
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
    },
  ],
};

const base = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  moduleNameMapper: {
    '^@ketenregie/platform/(.*)$': '<rootDir>/libs/platform/src/$1/index.ts',
    '^@ketenregie/(kernel|messages|ui|portal-kit)$': '<rootDir>/libs/$1/src/index.ts',
    '^@ketenregie/([a-z]+)-(domain|server|portal)/testing$': '<rootDir>/libs/$1/$2/src/testing/index.ts',
    '^@ketenregie/([a-z]+)-(domain|server|portal)$': '<rootDir>/libs/$1/$2/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.nx/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const database = { globalSetup: '<rootDir>/tools/jest/start-database.mjs', globalTeardown: '<rootDir>/tools/jest/stop-database.mjs' };

export default {
  // On a busy machine a test may take long; speed is shown in bench, never by a test that runs out of time (decision 0028).
  testTimeout: 60_000,
  workerIdleMemoryLimit: '700MB',
  projects: [
    { ...base, displayName: 'pure', testMatch: ['<rootDir>/{libs,apps,tools}/**/*.spec.ts', '<rootDir>/tools/**/*.spec.mjs'] },
    { ...base, ...database, displayName: 'database', testMatch: ['<rootDir>/{libs,apps}/**/*.db-spec.ts'] },
    { ...base, ...database, displayName: 'api', testMatch: ['<rootDir>/apps/*/test/**/*.api-spec.ts'] },
    { ...base, ...database, displayName: 'process', testMatch: ['<rootDir>/{apps,tools}/**/*.process-spec.ts'] },
    { ...base, displayName: 'browser', globalSetup: '<rootDir>/tools/jest/unpack-browser.mjs', testMatch: ['<rootDir>/apps/portal/test/*.browser-spec.ts'] },
    { ...base, displayName: 'portal', testEnvironment: 'jsdom', setupFilesAfterEnv: ['<rootDir>/tools/jest/portal-setup.mjs'], testMatch: ['<rootDir>/{libs,apps}/**/*.spec.tsx'] },
  ],
};
