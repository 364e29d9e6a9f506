import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/bench/**"], testTimeout: 20_000, hookTimeout: 60_000 },
});
