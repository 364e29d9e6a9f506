import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    // Suites wait for pauses and servers more than they compute: two at a time at least, on any machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Suites open a store's thread a hundred times in one process, and V8's book of code pages, kept with these keys,
    // then ends the process now and then ("jit_page.has_value()", nodejs/node#64500). The service opens one.
    execArgv: ["--no-memory-protection-keys"],
    globalSetup: "tests/crash/table.ts",
    testTimeout: 40_000,
    hookTimeout: 60_000,
  },
});
