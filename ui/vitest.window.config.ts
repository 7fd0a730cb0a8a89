// The window in a real browser on the fake backend. Slow by nature, so it is a suite of its own.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/window/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
