import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { KEY_SETTINGS, TRAITS, testVault } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { freePort, type ServiceProcess, startProcess } from "../support/process.ts";
import { redisUrl } from "../support/redis.ts";
import { startTelegram } from "../support/telegram/index.ts";

const TOKEN = "1000:stand-in";
const SECRET = "stand-in-secret-1";

/** What every chat says, and how each reply begins: an effect (a ticket) in the middle. */
const SCRIPT = [
  ["halo", "Halo, ini layanan"],
  ["7", "Tulis pertanyaan"],
  ["kapan loket buka pak", "Sudah tercatat."],
  ["menu", "Apa yang ingin"],
  ["5", "Program mana"],
] as const;

const CHATS = Number(process.env.CRASH_CHATS ?? 30);
const KILLS = Number(process.env.CRASH_KILLS ?? 4);
const SEED = Number(process.env.CRASH_SEED ?? 7);
/** What one worker process has in hand at once, at most. */
const IN_HAND = 32 + 256;

/** Numbers from 0 to 1, the same for the same seed. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const withoutRepeats = (messages: readonly { text: string }[]): string[] =>
  messages.map(({ text }) => text).filter((text, at, all) => text !== all[at - 1]);

if (mongoUrl && redisUrl) {
  const redisAt = redisUrl;
  it(`many processes lose nothing and apply nothing twice: ${KILLS} workers and one web process killed, Redis emptied, in the middle of ${CHATS * SCRIPT.length} messages`, {
    timeout: 900_000,
  }, async () => {
    const random = drawn(SEED);
    const directory = mkdtempSync(join(tmpdir(), "sapa-crash-"));
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const telegram = await startTelegram({ token: TOKEN, secret: SECRET, latency: 5, clock: 0.02 });
    const redis = new Redis(redisAt, { db: 5 });
    await redis.flushdb();
    const port = await freePort();
    telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram/lamongan`);
    const environment = {
      ...KEY_SETTINGS,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: directory,
      DISTRICTS: "lamongan",
      STORE_URL: database.url,
      REDIS_URL: `${redisAt}/5`,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
      TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
      TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    };
    const startWeb = () => startProcess("src/main.ts", [], environment, /"listening"/);
    const startWorker = (name: string) =>
      startProcess("workers/start.ts", [], { ...environment, DATA_DIR: join(directory, name) }, /"working"/);
    let web = await startWeb();
    const workers: ServiceProcess[] = await Promise.all([startWorker("a"), startWorker("b")]);
    const tried = { messages: 0, kills: 0, flushes: 0, webKills: 0 };
    try {
      const said = Array.from({ length: CHATS }, async (_, index) => {
        for (const [text] of SCRIPT) {
          await telegram.say(10_000 + index, text);
          tried.messages += 1;
        }
      });
      for (let kill = 0; kill < KILLS; kill += 1) {
        await new Promise((resolve) => setTimeout(resolve, 200 + random() * (process.env.CRASH_CHATS ? 2_800 : 400)));
        const which = kill % workers.length;
        await workers[which]?.kill();
        workers[which] = await startWorker(`${which}-${kill}`);
        tried.kills += 1;
        if (kill === 1) {
          await redis.flushdb();
          tried.flushes += 1;
        }
        if (kill === 2) {
          await web.kill();
          web = await startWeb();
          tried.webKills += 1;
        }
      }
      await Promise.all(said);

      let doubled = 0;
      for (let index = 0; index < CHATS; index += 1) {
        const chat = 10_000 + index;
        await expect.poll(() => withoutRepeats(telegram.sent(chat)).length, { timeout: 180_000 }).toBe(SCRIPT.length);
        const once = withoutRepeats(telegram.sent(chat));
        doubled += telegram.sent(chat).length - once.length;
        expect(
          once.map((text, at) => text.startsWith(SCRIPT[at]?.[1] ?? "?")),
          `chat ${index}`,
        ).toEqual(SCRIPT.map(() => true));
      }
      const codes = await Promise.all([web, ...workers].map((one) => one.kill("SIGTERM")));
      expect(codes, "a stop is a clean one").toEqual(codes.map(() => 0));

      const calendar = { holidays: new Set<string>() };
      const store = await openMongo(database.url, { vault: testVault(), calendar, traits: TRAITS });
      const tickets = await store.tickets({ district: "lamongan" });
      expect(new Set(tickets.map(({ conversation }) => conversation)).size, "tickets of different chats").toBe(CHATS);
      expect(tickets, "tickets in all").toHaveLength(CHATS);
      expect(await store.waiting(10)).toMatchObject({ inbound: [], outbound: [] });
      expect(await store.deadLetters(10)).toEqual([]);
      await store.close();
      expect(doubled, "a reply cut off while it was being sent may come twice").toBeLessThanOrEqual(KILLS * IN_HAND);
      process.stdout.write(
        `${JSON.stringify({ ...tried, seed: SEED, lost: 0, appliedTwice: 0, sentTwice: doubled })}\n`,
      );
    } finally {
      await Promise.all([web, ...workers].map((one) => one.kill()));
      await telegram.close();
      redis.disconnect();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
}
