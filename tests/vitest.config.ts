import { defineConfig } from 'vitest/config';

/** Unit, integration and contract suites. The e2e suite has its own file: it needs Chromium. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,integration,contract}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
