import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import type { Category } from "../../src/vocabulary/lists.ts";
import { BOT, startService } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";
import { ticketsIn } from "../support/tickets.ts";

const SARI = 7_001;
const UGI = 7_003;
const VILLAGE = "3524012001";
/** In ms: the night can end only at a multiple of this time. */
const STEP = 20_000;

describe.each(serviceShapes)("an officer's night, over $name", { timeout: 180_000 }, ({ open }) => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-night-"));
  let isNight = true;
  let telegram: Telegram;
  let service: Awaited<ReturnType<typeof startService>>;
  let settings: Record<string, string>;
  let drop: () => Promise<void>;
  const quietUntil = (at: number) => (isNight ? (Math.floor(at / STEP) + 1) * STEP : at);
  const start = async () => {
    service = await startService(settings, { sample: false, quietUntil });
    telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  };

  beforeAll(async () => {
    telegram = await startTelegram({ ...BOT, clock: 0.05 });
    const opened = await open();
    drop = opened.drop;
    settings = {
      ...opened.settings,
      DATA_DIR: directory,
      TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
      TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
    };
    await start();
    for (const chat of [SARI, UGI]) {
      await telegram.say(chat, "/start");
      await telegram.waitFor(chat, 1);
    }
    const officer = { district: "lamongan", areas: [] as string[], sensitive: false, active: true };
    const all: Officer[] = [
      { ...officer, id: "sari", name: "Sari", rung: "village", areas: [VILLAGE], telegram: String(SARI) },
      { ...officer, id: "ugi", name: "Ugi", rung: "dinsos", urgent: true, survivor: true, telegram: String(UGI) },
    ];
    for (const one of all) await service.runtime.store.saveOfficer(one);
  }, 60_000);
  afterAll(async () => {
    await service.close();
    await telegram.close();
    await drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const numbers = Array.from({ length: 38 }, (_, index) => `LMG-26-${950_000 + index}-1`);
  const opened = async (number: string, category: Category) => {
    const { store, queue } = service.runtime;
    const draft = { district: "lamongan", text: "beras apek", locale: "id", person: {}, area: VILLAGE } as const;
    await store.openTicket({ ...draft, number, category, openedAt: Date.now() });
    await queue.wake("complaints", { number });
  };
  const texts = (chat: number) => telegram.sent(chat).map(({ text }) => text);
  const told = (chat: number) => texts(chat).filter((text) => /LMG-26-95/.test(text));

  it("38 tickets wait, also over a restart, and are one message in the morning; a ticket of danger does not wait", async () => {
    for (const number of numbers) await opened(number, "quality");
    const { store } = service.runtime;
    const waiting = async () =>
      (await ticketsIn(store, { holder: "sari", open: true })).filter((one) => one.notices).length;
    await expect.poll(waiting, { timeout: 60_000 }).toBe(numbers.length);

    await opened("LMG-26-959999-1", "violence");
    await expect.poll(() => told(UGI).join(), { timeout: 20_000 }).toContain("LMG-26-959999-1");
    expect(told(SARI)).toEqual([]);

    await service.close();
    await start();
    const untils = async () => {
      const held = await ticketsIn(service.runtime.store, { holder: "sari", open: true });
      const ends = new Set(
        held.map(({ quietUntil: end = 0, notices = [] }) => Math.max(end, ...notices.map((one) => one.due))),
      );
      // The morning must wait until all notices have the same later time.
      return ends.size === 1 && Math.min(...ends) > Date.now() + 2_000;
    };
    await expect.poll(untils, { timeout: 90_000 }).toBe(true);
    expect(told(SARI), "nothing at night").toEqual([]);
    isNight = false;
    await expect.poll(() => told(SARI).length, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect
      .poll(
        async () => (await ticketsIn(service.runtime.store, { holder: "sari" })).filter((one) => one.notices).length,
        {
          timeout: 60_000,
        },
      )
      .toBe(0);
    const [message = "", ...more] = told(SARI);
    expect(more).toEqual([]);
    for (const number of numbers) expect(message).toContain(number);
    expect(message).not.toMatch(/apek/);
  });
});
