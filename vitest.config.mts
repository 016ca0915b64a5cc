import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those run inside a real editor: scripts/editor/test.mjs.
    exclude: ['**/node_modules/**', 'test/editor/**'],
    // A slow machine is not a failure; a hang is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
