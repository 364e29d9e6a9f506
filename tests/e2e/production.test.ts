import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { redisUrl } from "../support/redis.ts";
import { openRelay, type Relay } from "../support/relay.ts";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const TOKEN = "1000:stand-in";
const SECRET = "stand-in-secret-1";
const NIK = "3524015206799901";
const KK = "3524010201199901";

if (mongoUrl && redisUrl) {
  const redisAt = redisUrl;
  describe("on MongoDB and Redis", { timeout: 60_000 }, () => {
    let telegram: Telegram;
    let service: Awaited<ReturnType<typeof startService>>;
    let database: Awaited<ReturnType<typeof emptyDatabase>>;
    let mongo: Relay;
    let redis: Relay;
    let chats = 8_000;

    beforeAll(async () => {
      telegram = await startTelegram({ token: TOKEN, secret: SECRET, clock: 0.05 });
      database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      mongo = await openRelay(database.url, 27_017);
      redis = await openRelay(`${redisAt}/6`, 6_379);
      service = await startService({
        STORE_URL: mongo.url,
        REDIS_URL: redis.url,
        TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
        TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
        TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
        SEND_RATE: "0",
        SEND_RATE_CHAT: "0",
      });
      telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
    }, 60_000);
    afterAll(async () => {
      for (const way of [mongo, redis]) way.resume();
      await service.close();
      await Promise.all([telegram.close(), mongo.close(), redis.close()]);
      await database.drop();
    });

    const ready = async () => (await fetch(`${service.url}/health/ready`)).json();
    const textsOf = (chat: number) => telegram.sent(chat).map(({ text }) => text);

    it("tells whether a person is in the register, after a proof", async () => {
      const chat = ++chats;
      await telegram.say(chat, "apakah saya dapat bansos?");
      await telegram.waitFor(chat, 1);
      await telegram.say(chat, NIK);
      await telegram.waitFor(chat, 2);
      await telegram.say(chat, KK);
      expect((await telegram.waitFor(chat, 3))[2]?.text).toContain("PKH tahap 4 (Oktober 2026)");
      expect(await ready()).toEqual({ status: "ready", store: "up", disk: "up", queue: "up", spool: "empty" });
    });

    it("answers a burst of one chat in order", async () => {
      const chat = ++chats;
      await Promise.all(["halo", "5", "menu"].map((text) => telegram.say(chat, text)));
      const answers = await telegram.waitFor(chat, 3);
      expect(answers[0]?.text).toContain("Halo, ini layanan");
    });

    it("handles an update once that is delivered twenty times at once, and again later", async () => {
      const chat = ++chats;
      const body = JSON.stringify({
        update_id: 77_000_000,
        message: {
          message_id: 1,
          date: 1_795_000_000,
          from: { id: chat, is_bot: false, first_name: "Warga" },
          chat: { id: chat, type: "private", first_name: "Warga" },
          text: "halo",
        },
      });
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET };
      const deliver = async () =>
        (await fetch(`${service.url}/webhooks/telegram/lamongan`, { method: "POST", headers, body })).status;
      const statuses = await Promise.all(Array.from({ length: 20 }, deliver));
      expect(statuses).toEqual(statuses.map(() => 200));
      await telegram.waitFor(chat, 1);
      expect(await deliver()).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(textsOf(chat)).toHaveLength(1);
    });

    it.each([
      ["gone", "cut"],
      ["hanging", "pause"],
    ] as const)("a store that is %s delays messages, loses none, and is reported", async (_, how) => {
      const chat = ++chats;
      mongo[how]();
      await telegram.say(chat, "halo");
      await expect.poll(ready, { timeout: 15_000 }).toMatchObject({ store: "down", spool: "holding" });
      expect(textsOf(chat)).toEqual([]);
      mongo.resume();
      await expect.poll(() => textsOf(chat).length, { timeout: 30_000 }).toBe(1);
      await expect.poll(ready, { timeout: 15_000 }).toMatchObject({ status: "ready", spool: "empty" });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(textsOf(chat)).toHaveLength(1);
    });

    it.each([
      ["gone", "cut"],
      ["hanging", "pause"],
    ] as const)("a Redis that is %s delays messages, loses none, and fails no webhook", async (_, how) => {
      const chat = ++chats;
      redis[how]();
      await telegram.say(chat, "halo");
      await expect.poll(ready, { timeout: 15_000 }).toMatchObject({ store: "up", queue: "down", spool: "empty" });
      redis.resume();
      await expect.poll(() => textsOf(chat).length, { timeout: 30_000 }).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(textsOf(chat)).toHaveLength(1);
    });
  });
}
