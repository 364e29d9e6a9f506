import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { demoEnvironment } from "../../src/demo/keys.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-demo-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it.each([
  ["one process, whatever Redis is named on this machine", undefined, undefined],
  ["many, where a MongoDB is named too", "mongodb://127.0.0.1/demo", "redis://127.0.0.1:6379"],
])("the demonstration is %s", (_, store, redis) => {
  const given = { DATA_DIR: directory, REDIS_URL: "redis://127.0.0.1:6379", ...(store ? { STORE_URL: store } : {}) };
  expect(loadConfig(demoEnvironment(given), { demo: true }).redisUrl).toBe(redis);
});

it("its keys are made once", () => {
  const [first, second] = [1, 2].map(() => demoEnvironment({ DATA_DIR: directory }).SEAL_KEYS);
  expect(first).toBe(second);
});
