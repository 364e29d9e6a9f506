import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { demoEnvironment } from "../../src/demo/keys.ts";
import { loadOfficers } from "../../src/demo/load.ts";
import { openRuntime } from "../../src/runtime.ts";

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

it.each([
  ["the Telegram chat", { telegram: "777" }],
  ["the marks", { urgent: true, sensitive: true }],
  ["the areas", { areas: ["3524"] }],
  ["that somebody turned them off", { active: false }],
])("a second start keeps what people gave an officer: %s", async (_, change) => {
  const config = loadConfig(demoEnvironment({ DATA_DIR: directory, DISTRICTS: "lamongan" }), { demo: true });
  const runtime = await openRuntime(config, { log: () => {}, alone: true });
  try {
    const district = [...runtime.districts.values()].find(({ id }) => id === "lamongan");
    if (!district) throw new Error("no district");
    await loadOfficers(runtime, district);
    const first = await runtime.store.officers("lamongan");
    const [dina, ...others] = first.toSorted((one) => (one.id === "dinsos.lamongan" ? -1 : 1));
    if (!dina) throw new Error("no officer");
    await runtime.store.saveOfficer({ ...dina, ...change });
    await loadOfficers(runtime, district);
    const second = await runtime.store.officers("lamongan");
    expect(second).toHaveLength(5);
    expect(second).toEqual(expect.arrayContaining([{ ...dina, ...change }, ...others]));
  } finally {
    await runtime.close();
  }
});
