import { defineConfig } from 'vitest/config';

/** What is true of the built site in Chromium, Firefox and WebKit alike: npm run test:engines. */
export default defineConfig({
  test: {
    name: 'engines',
    environment: 'node',
    include: ['tests/engines/**/*.test.ts'],
    globalSetup: ['tests/engines/support/desktop.ts'],
    // Three browsers a file are as much as two cores bear at once.
    maxWorkers: 2,
    // A whole chapter is scrolled through, on machines with other things to do.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A driver loses its browser now and then. The closing lines name what passed only then.
    retry: 1,
  },
});
