import { defineConfig } from 'vitest/config';

/** Journeys in a real Chromium; its path comes from CHROMIUM_PATH, else Debian's. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/e2e/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
