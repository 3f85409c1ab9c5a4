import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // Modules with runes are compiled for the server here, and for the browser in a test that says
        // `@vitest-environment jsdom`.
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/engines/**'],
          // These compute all the time: a worker for each core, where Vitest would keep one back.
          maxWorkers: '100%',
          // Properties are tried in hundreds of states, on machines with other things to do.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/serve-site.ts'],
          // A browser works about as hard as its tests do: one for each core but one, two at the least and four at the
          // most. They come after the unit tests, since Vitest runs projects with different numbers of workers one after the other.
          maxWorkers: Math.min(Math.max(availableParallelism() - 1, 2), 4),
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          // Two pages may each be opened twice.
          hookTimeout: 180_000,
          // A browser without a graphics processor stalls now and then. The closing lines name what passed only then.
          retry: 1,
        },
      },
    ],
  },
});
