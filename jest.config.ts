/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Server and web tests run against real PostgreSQL, real sockets and a real browser; nothing is mocked. */
const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/server', '<rootDir>/web', '<rootDir>/migrations'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  cacheDirectory: '<rootDir>/.cache/jest',
  testTimeout: 120_000, // 2 minutes: a busy machine is no failure
  maxWorkers: 2,
  globalSetup: '<rootDir>/server/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/server/testing/global-teardown.mjs',
  workerIdleMemoryLimit: '1GB',
};

export default config;
