import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { openBullQueue } from "../../src/queue/bullmq.ts";
import { openInlineQueue } from "../../src/queue/inline.ts";
import type { JobName } from "../../src/queue/jobs.ts";
import { redisUrl } from "../support/redis.ts";
import { queueConformance } from "./queue.ts";

const failures = (): [JobName, unknown][] => [];

queueConformance("inline", async () => {
  const failed = failures();
  const queue = openInlineQueue((...failure) => failed.push(failure));
  return { queue, failures: failed, close: () => queue.close(1_000) };
});

if (redisUrl) {
  const url = redisUrl;
  queueConformance("bullmq", async () => {
    const failed = failures();
    const prefix = `test-${randomBytes(4).toString("hex")}`;
    const queue = await openBullQueue(url, (...failure) => failed.push(failure), { prefix });
    return {
      queue,
      failures: failed,
      async close() {
        await queue.close(1_000);
        const redis = new Redis(url);
        const keys = await redis.keys(`${prefix}*`);
        if (keys.length > 0) await redis.del(...keys);
        redis.disconnect();
      },
    };
  });

  it("two processes share one pace", async () => {
    const prefix = `test-${randomBytes(4).toString("hex")}`;
    const open = () => openBullQueue(url, () => undefined, { prefix });
    const [one, two] = await Promise.all([open(), open()]);
    const waits = [];
    for (const queue of [one, two, one, two]) waits.push(await queue.pace([{ key: "account", rate: 1, burst: 2 }]));
    expect(waits.slice(0, 2)).toEqual([0, 0]);
    expect(Math.min(...waits.slice(2))).toBeGreaterThan(500);
    await Promise.all([one.close(100), two.close(100)]);
  });

  it("the queue leaves no key in Redis after its work", async () => {
    const prefix = `test-${randomBytes(4).toString("hex")}`;
    const queue = await openBullQueue(url, () => undefined, { prefix });
    let done = 0;
    queue.work({
      inbound: async () => {
        done += 1;
      },
    });
    for (let index = 0; index < 20; index += 1) await queue.wake("inbound", { conversation: `c${index}` });
    await expect.poll(() => done, { timeout: 5_000 }).toBe(20);
    await expect.poll(async () => (await queue.depth()).inbound).toBe(0);
    const redis = new Redis(url);
    expect((await redis.keys(`${prefix}:inbound:ring*`)).length).toBe(0);
    redis.disconnect();
    await queue.close(1_000);
  });
}

const unusable: [string, string, RegExp][] = [
  ["nobody there", "redis://127.0.0.1:1", /no Redis can be reached at 127\.0\.0\.1:1/],
];
if (redisUrl) {
  unusable.push(["a password it does not take", redisUrl.replace("//", "//nobody:wrong@"), /refuses this user/]);
}

it.each(unusable)("a start names a Redis with %s", async (_, url, message) => {
  await expect(openBullQueue(url, () => undefined)).rejects.toMatchObject({
    code: "SETTINGS_INVALID",
    message: expect.stringMatching(message),
  });
});
