import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    // Suites wait for pauses and servers more than they compute: two at a time at least, on any machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: "tests/crash/table.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
