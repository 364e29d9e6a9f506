import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSpool } from "../../src/messaging/spool.ts";
import { startSweep } from "../../src/messaging/sweep.ts";
import { openOutage } from "../../src/observability/outage.ts";
import { openBullQueue } from "../../src/queue/bullmq.ts";
import type { Log } from "../../src/vocabulary/message.ts";
import { fickleStores } from "../support/fickle-stores.ts";
import { testVault } from "../support/keys.ts";
import { stages } from "../support/messaging.ts";
import { redisUrl } from "../support/redis.ts";
import { startRedisServer } from "../support/redis-server.ts";

function recorded() {
  const lines: string[] = [];
  const log: Log = (_, { what, seconds }, message) =>
    lines.push([what, message, seconds === undefined ? "" : typeof seconds].join(" ").trim());
  return { lines, log };
}

describe("an outage is logged once when it begins and once when it ends", () => {
  it("if it is noticed several times", () => {
    const { lines, log } = recorded();
    const outage = openOutage("Redis", log);
    outage.end();
    outage.begin();
    outage.begin();
    outage.end();
    outage.end();
    outage.begin();
    expect(lines).toEqual(["Redis away", "Redis back number", "Redis away"]);
  });

  it.skipIf(!redisUrl)("of Redis", { timeout: 60_000 }, async () => {
    const redis = await startRedisServer();
    const { lines, log } = recorded();
    const failed: unknown[] = [];
    const queue = await openBullQueue(redis.url, (...failure) => failed.push(failure), {
      prefix: `test-${randomBytes(4).toString("hex")}`,
      outage: openOutage("Redis", log),
    });
    await redis.kill();
    for (let ring = 0; ring < 3; ring += 1) await queue.wake("inbound", { conversation: "c" });
    await expect.poll(() => lines).toEqual(["Redis away"]);
    await redis.start();
    await expect.poll(() => lines, { timeout: 20_000 }).toEqual(["Redis away", "Redis back number"]);
    await queue.close(100);
    await redis.close();
    expect(lines, "a stop is no outage").toHaveLength(2);
    expect(failed).toEqual([]);
  });

  it.skipIf(!redisUrl)("a process with a slow start does not lose its Redis", { timeout: 60_000 }, async () => {
    const redis = await startRedisServer();
    const { lines, log } = recorded();
    const heard: unknown[] = [];
    const queue = await openBullQueue(redis.url, () => undefined, { outage: openOutage("Redis", log) });
    const until = Date.now() + 1_500; // longer than a command may take
    while (Date.now() < until);
    queue.work({ inbound: async (job) => void heard.push(job) });
    await queue.wake("inbound", { conversation: "c" });
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([{ conversation: "c" }]);
    expect(lines).toEqual([]);
    await queue.close(100);
    await redis.close();
  });

  it.each(fickleStores.filter(({ name }) => name === "MongoDB"))("of $name", { timeout: 60_000 }, async ({ open }) => {
    const fickle = await open();
    const { lines, log } = recorded();
    const { messaging } = await stages({ store: fickle.store });
    const directory = mkdtempSync(join(tmpdir(), "sapa-outage-"));
    const spool = await openSpool(directory, testVault(), () => undefined);
    const sweep = startSweep({ ...messaging, log, spool }, { wakes: false, outage: openOutage("MongoDB", log) });
    fickle.away();
    await expect.poll(() => lines, { timeout: 20_000 }).toEqual(["MongoDB away"]);
    fickle.back();
    await expect.poll(() => lines, { timeout: 40_000 }).toEqual(["MongoDB away", "MongoDB back number"]);
    await sweep.stop();
    await spool.close();
    await fickle.close();
    rmSync(directory, { recursive: true, force: true });
  });
});
