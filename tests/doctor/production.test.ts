import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Environment } from "../../src/config.ts";
import type { Finding, Scene } from "../../src/doctor/check.ts";
import { examineAll } from "../../src/doctor/examine.ts";
import { openScene } from "../../src/doctor/scene.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { startRedisServer } from "../support/redis-server.ts";
import { startService } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

describe.each(serviceShapes.slice(1))("sapa doctor over $name", { timeout: 60_000 }, ({ open }) => {
  let service: Awaited<ReturnType<typeof startService>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let environment: Environment;
  let end: () => Promise<void>;
  beforeAll(async () => {
    redis = await startRedisServer();
    const { settings, drop } = await open();
    service = await startService({ ...settings, REDIS_URL: redis.url });
    environment = {
      DATA_DIR: service.directory,
      DISTRICTS: "lamongan",
      ...KEY_SETTINGS,
      ...settings,
      REDIS_URL: redis.url,
    };
    end = async () => {
      await service.close();
      await drop();
      await redis.close();
    };
  }, 60_000);
  afterAll(() => end());

  async function look(check: string, changed: Environment = {}, over: Partial<Scene> = {}): Promise<Finding[]> {
    const { findings, scene, close } = await openScene({ ...environment, ...changed });
    try {
      const all = scene ? [...findings, ...(await examineAll({ ...scene, ...over }))] : findings;
      return all.filter((one) => one.check === check);
    } finally {
      await close();
    }
  }
  const faultsOf = (findings: readonly Finding[]) =>
    findings.flatMap(({ verdict, says }) => (verdict === "fault" ? [says] : []));

  it("finds no fault in store, keys, register, queue and Redis", async () => {
    for (const check of ["store", "register", "redis", "queue", "clock", "audit"]) {
      const found = await look(check);
      expect(faultsOf(found), check).toEqual([]);
      expect(
        found.some(({ verdict }) => verdict === "ok"),
        check,
      ).toBe(true);
    }
    expect(await look("keys")).toEqual([]);
  });

  it("reports another key, a database that is away, and a database of another release", async () => {
    const other = Buffer.alloc(32, "other").toString("base64");
    expect(faultsOf(await look("keys", { SEAL_KEYS: `1:${other}` }))).toEqual([
      expect.stringMatching(/^SEAL_KEYS: key 1/),
    ]);
    expect(faultsOf(await look("keys", { INDEX_KEY: other }))).toEqual([expect.stringMatching(/^INDEX_KEY/)]);
    const away = await look("store", { STORE_URL: "mongodb://127.0.0.1:9/sapa" });
    expect(faultsOf(away)).toEqual([expect.stringMatching(/^STORE_URL: no MongoDB can be reached/)]);
  });

  it("reports a Redis that drops keys, that keeps no log, that is full, or that is gone", async () => {
    await redis.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
    expect(faultsOf(await look("redis"))).toEqual([
      expect.stringContaining("drops keys when it is full (allkeys-lru)"),
    ]);
    await redis.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
    await redis.command("CONFIG", "SET", "appendonly", "no");
    expect((await look("redis")).map(({ says }) => says)).toEqual([expect.stringContaining("keeps no log on disk")]);
    await redis.command("CONFIG", "SET", "maxmemory", "1mb");
    expect(faultsOf(await look("redis"))).toEqual([expect.stringMatching(/uses \d+ % of its maxmemory/)]);
    await redis.command("CONFIG", "SET", "maxmemory", "0");
    const gone = await look("redis", { REDIS_URL: "redis://127.0.0.1:9" });
    expect(faultsOf(gone)).toEqual([expect.stringMatching(/^no Redis can be reached at/)]);
  });

  it("reports a clock that differs from the database's clock", async () => {
    const found = await look("clock", {}, { now: () => Date.now() + 120_000 });
    expect(faultsOf(found)).toEqual([expect.stringMatching(/clock is 1(19|[2-9]\d) seconds ahead of MongoDB's/)]);
  });
});
