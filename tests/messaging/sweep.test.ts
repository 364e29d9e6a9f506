import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { openSpool } from "../../src/messaging/spool.ts";
import { startSweep } from "../../src/messaging/sweep.ts";
import { openBullQueue } from "../../src/queue/bullmq.ts";
import { testVault } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { redisUrl } from "../support/redis.ts";

/** Must exceed `DEEP` of the sweeper. */
const CHATS = 80;
/** In ms: longer than the sweeper's `FRESH`, and long enough for some passes. */
const SOME_LOOKS = 3_500;

if (redisUrl) {
  const url = redisUrl;
  describe("the sweeper", { timeout: 30_000 }, () => {
    it("adds no wake-up while many wait, and wakes all chats again after Redis was emptied", async () => {
      const prefix = `test-${randomBytes(4).toString("hex")}`;
      const queue = await openBullQueue(url, () => undefined, { prefix });
      const { messaging } = await stages({ queue });
      const directory = mkdtempSync(join(tmpdir(), "sapa-sweep-"));
      const recorded = await messaging.store.recordInbound(
        Array.from({ length: CHATS }, () => inbound(someone(), "halo")),
      );
      for (const { conversation } of recorded) await queue.wake("inbound", { conversation });
      const sweep = startSweep({ ...messaging, spool: await openSpool(directory, testVault(), () => undefined) });
      const redis = new Redis(url);
      try {
        await new Promise((resolve) => setTimeout(resolve, SOME_LOOKS));
        expect((await queue.depth()).inbound, "all are rung for already").toBe(CHATS);
        await redis.del(...(await redis.keys(`${prefix}*`)));
        expect((await queue.depth()).inbound, "a Redis that was emptied").toBe(0);
        await expect.poll(async () => (await queue.depth()).inbound, { timeout: 10_000 }).toBe(CHATS);
      } finally {
        await sweep.stop();
        await queue.close(100);
        await redis.del(...(await redis.keys(`${prefix}*`)));
        redis.disconnect();
        rmSync(directory, { recursive: true, force: true });
      }
    });
  });
}
