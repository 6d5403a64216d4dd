// A bundle spawned by a test must start as it would on a runner: without what a shell happens to have set. The flag for ESM is on Jest's own
// command line (package.json), which workers inherit and other processes do not.
delete process.env.NODE_OPTIONS

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {'\\.ts$': '<rootDir>/scripts/jest/strip-types.ts'},
  setupFilesAfterEnv: ['<rootDir>/scripts/jest/each-file.ts'],
  reporters: ['default', '<rootDir>/scripts/jest/last-line.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/'],
  collectCoverageFrom: ['src/**/*.ts', 'lab/**/*.ts'],
  coverageProvider: 'v8',
  maxWorkers: 2,
  // A machine that does other things too is no reason to fail.
  testTimeout: 60_000,
  ci: true,
  // Its warning would come after the last line.
  openHandlesTimeout: 0
}
