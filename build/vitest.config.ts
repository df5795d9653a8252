import { defineConfig } from 'vitest/config';
import { kernels } from './kernels.mjs';

/** `unit`: beside the source, no Electron. `e2e`: the packaged app, one file at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [kernels()],
        test: {
          name: 'unit',
          include: ['{app,main,renderer,build}/**/*.test.{ts,tsx}'],
          exclude: ['build/e2e/**', '**/node_modules/**'],
          // A test that hangs is stopped; none is judged by how busy the machine is.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['build/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // None is judged by how busy the machine is.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
