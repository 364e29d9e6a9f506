import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, TRAITS, testVault } from "../support/keys.ts";
import { freePort, startProcess } from "../support/process.ts";
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

/** A reply that a kill cut off may come twice, one after the other. */
const withoutRepeats = (messages: readonly { text: string }[]): string[] =>
  messages.map(({ text }) => text).filter((text, at, all) => text !== all[at - 1]);

/** The long form: `CRASH_CHATS=200 CRASH_KILLS=15 npx vitest run tests/crash`. */
const CHATS = Number(process.env.CRASH_CHATS ?? 60);
const KILLS = Number(process.env.CRASH_KILLS ?? 5);

it(`loses nothing and applies nothing twice when it is killed ${KILLS} times in the middle of ${CHATS * SCRIPT.length} messages`, {
  timeout: 600_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-crash-"));
  const telegram = await startTelegram({ token: TOKEN, secret: SECRET, latency: 5, clock: 0.02 });
  const port = await freePort();
  telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram/lamongan`);
  const environment = {
    ...KEY_SETTINGS,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: directory,
    DISTRICTS: "lamongan",
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
  };
  const start = () => startProcess("src/main.ts", [], environment, /"listening"/);
  let service = await start();
  try {
    const said = Array.from({ length: CHATS }, async (_, index) => {
      for (const [text] of SCRIPT) await telegram.say(10_000 + index, text);
    });
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 150 + 37 * kill));
      await service.kill();
      service = await start();
    }
    await Promise.all(said);

    let doubled = 0;
    for (let index = 0; index < CHATS; index += 1) {
      const chat = 10_000 + index;
      await expect.poll(() => withoutRepeats(telegram.sent(chat)).length, { timeout: 120_000 }).toBe(SCRIPT.length);
      const once = withoutRepeats(telegram.sent(chat));
      doubled += telegram.sent(chat).length - once.length;
      expect(
        once.map((text, at) => text.startsWith(SCRIPT[at]?.[1] ?? "?")),
        `chat ${index}`,
      ).toEqual(SCRIPT.map(() => true));
    }
    expect(await service.kill("SIGTERM")).toBe(0);

    const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, {
      vault: testVault(),
      calendar: { holidays: new Set() },
      traits: TRAITS,
    });
    const tickets = await store.tickets({ district: "lamongan" });
    expect(new Set(tickets.map(({ conversation }) => conversation)).size, "tickets of different chats").toBe(CHATS);
    expect(tickets, "tickets in all").toHaveLength(CHATS);
    expect(await store.waiting(10)).toMatchObject({ inbound: [], outbound: [] });
    expect(await store.deadLetters(10)).toEqual([]);
    await store.close();
    expect(doubled, "a reply cut off while it was being sent may come twice").toBeLessThanOrEqual(KILLS * 512);
  } finally {
    await service.kill();
    await telegram.close();
    rmSync(directory, { recursive: true, force: true });
  }
});
