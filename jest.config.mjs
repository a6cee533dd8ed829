const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '/node_modules/(cookie|content-disposition)/.+\\.js$': ['@swc/jest', { ...swc, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition)/)'],
  moduleNameMapper: {
    '^@app/common/(.*)\\.js$': '<rootDir>/libs/common/src/$1',
    '^@shared/(.*)\\.js$': '<rootDir>/web/shared/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/**
 * Three tiers: pure rules; rules on a real PostgreSQL and NATS (`*.db.spec.ts`); the whole suite as processes, which are
 * killed in the middle of their work (`test/faults/`).
 */
export default {
  // Jest's own 5 s are a few slow moments of a busy machine. A wait without an end still ends here, with its test's name.
  testTimeout: 60_000,
  // A worker holds gigabytes by its end (2.5 in the database tier), which take their time to give back; one still there
  // after this long has something open.
  workerGracefulExitTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{apps,libs,test,web}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.db\\.spec\\.ts$', '/test/e2e/', '/test/faults/'],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.db.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/e2e/'],
      globalSetup: '<rootDir>/libs/common/src/testing/global-setup.mjs',
      globalTeardown: '<rootDir>/libs/common/src/testing/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
