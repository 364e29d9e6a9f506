import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/bench/**"],
    globalSetup: "tests/crash/table.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
