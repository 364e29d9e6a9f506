import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignTicket } from "../../src/casework/desk/assign.ts";
import { remindOfficers } from "../../src/casework/desk/remind-officers.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { doubtfulWords } from "../support/doubtful-words.ts";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const TOKEN = "1000:stand-in";
const SECRET = "stand-in-secret-1";
const RATNA_CHAT = 7_101;
const CALM = /Petugas desa\/kelurahan, pendamping, dan TKSK tidak bisa membukanya/;

let telegram: Telegram;
let service: Awaited<ReturnType<typeof startService>>;
let chats = 6_100;
const tokenOf = (id: string) => `sapa_${id.padEnd(32, "x")}`;

beforeAll(async () => {
  telegram = await startTelegram({ token: TOKEN, secret: SECRET });
  service = await startService({
    TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    API_TOKEN: "token-of-the-tests-0123456789",
  });
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  const { store, vault, districts } = service.runtime;
  const jegreg = districts.get("lamongan")?.areas.find(({ name }) => name.toLowerCase() === "jegreg")?.code ?? "";
  await telegram.say(RATNA_CHAT, "/start");
  await telegram.waitFor(RATNA_CHAT, 1);
  const save = (id: string, more: Partial<Officer> & Pick<Officer, "name" | "rung">) =>
    store.saveOfficer(
      { id, district: "lamongan", areas: [], sensitive: false, active: true, ...more },
      vault.index("officer-token", tokenOf(id)),
    );
  await save("ratna", { name: "Ratna Wulandari", rung: "village", areas: [jegreg], telegram: String(RATNA_CHAT) });
  await save("tono", { name: "Tono Hartono", rung: "tksk", areas: [jegreg.slice(0, 6)] });
  await save("dina", { name: "Dina Kartika", rung: "dinsos" });
  await save("marta", { name: "Marta Sihombing", rung: "dinsos", sensitive: true });
  await save("yusuf", { name: "Yusuf Effendi", rung: "dinsos", sensitive: true });
});
afterAll(async () => {
  await service.close();
  await telegram.close();
});

const api = async (id: string, path: string, body?: object) => {
  const answer = await fetch(`${service.url}/api${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${tokenOf(id)}`,
      "accept-language": "id",
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const numbersOf = async (id: string): Promise<string> => JSON.stringify((await api(id, "/tickets?limit=500")).body);

async function said(chat: number, ...words: string[]): Promise<string> {
  for (const text of words) {
    const before = telegram.sent(chat).length;
    await telegram.say(chat, text);
    await telegram.waitFor(chat, before + 1);
  }
  return telegram.sent(chat).at(-1)?.text ?? "";
}
const hears = (chat: number, words: RegExp) =>
  expect
    .poll(
      () =>
        telegram
          .sent(chat)
          .map(({ text }) => text)
          .join("\n"),
      { timeout: 5_000 },
    )
    .toMatch(words);
const numberIn = (text: string): string => /LMG-\d{2}-\d{6}-\d/.exec(text)?.[0] ?? "";
const ticketOf = async (number: string) => await service.runtime.store.ticket(number);

async function isHiddenFrom(number: string, ids: string[]) {
  for (const id of ids) {
    expect(await numbersOf(id), id).not.toContain(number);
    expect((await api(id, `/tickets/${number}`)).status, id).toBe(404);
    expect((await api(id, `/tickets/${number}/files/${number}-f1`)).status, id).toBe(404);
    const act = { id: `act-${id}-12345`, by: id, text: "membaca" };
    expect((await api(id, `/tickets/${number}/note`, act)).status, id).toBe(404);
    expect((await api(id, `/tickets/${number}/reveal`, { by: id, reason: "ingin tahu" })).status, id).toBe(404);
  }
}

async function asked(text: string): Promise<{ chat: number; number: string; told: string }> {
  const chat = ++chats;
  await said(chat, "halo", "hubungi petugas", text);
  const told = telegram
    .sent(chat)
    .map((message) => message.text)
    .join("\n");
  const number = numberIn(told);
  expect(number, told).not.toBe("");
  return { chat, number, told };
}

describe("an accusation does not reach the accused", () => {
  it("in a request for an officer: the village never gets the ticket, and the citizen reads who gets it", async () => {
    const { number, told } = await asked("pak kades desa Jegreg minta uang 100 ribu, tolong jangan bilang desa");
    expect(told).toMatch(CALM);
    expect(await ticketOf(number)).toMatchObject({ kind: "request", sensitive: true, barred: ["ratna"] });
    await isHiddenFrom(number, ["ratna", "tono", "dina"]);
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 1_000 }).toMatch(/^(marta|yusuf)$/);
    expect(
      telegram
        .sent(RATNA_CHAT)
        .map(({ text }) => text)
        .join(),
    ).not.toContain(number);
  });

  it("in an addition: the whole ticket leaves its assignee, who gets no more notices", async () => {
    const { chat, number } = await asked("desa Jegreg, beras saya belum datang, kapan ya pak");
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 1_000 }).toBe("ratna");
    expect(await numbersOf("ratna")).toContain(number);
    await hears(chat, /sekarang ditangani Ratna/);
    await said(chat, number, "1", "sebenarnya pak kades yang ambil");
    await hears(chat, /Mulai sekarang laporan ini dirahasiakan/);
    expect(await ticketOf(number)).toMatchObject({ sensitive: true, barred: ["ratna"] });
    await isHiddenFrom(number, ["ratna", "tono", "dina"]);
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 1_000 }).toMatch(/^(marta|yusuf)$/);
    const before = telegram.sent(RATNA_CHAT).length;
    await remindOfficers(service.runtime, number);
    await assignTicket(service.runtime, number);
    expect(telegram.sent(RATNA_CHAT)).toHaveLength(before);
    await said(chat, number, "1", "dipotong lagi 50 ribu");
    await expect.poll(async () => (await ticketOf(number))?.events.at(-1)?.text).toBe("dipotong lagi 50 ribu");
    expect(telegram.sent(chat).filter(({ text }) => text.includes("Mulai sekarang"))).toHaveLength(1);
  });

  it("about an officer by name: even a marked officer of the Dinsos never sees a ticket about themselves", async () => {
    const { number } = await asked("bu Marta dari dinsos minta 200 ribu supaya nama saya masuk");
    expect(await ticketOf(number)).toMatchObject({ sensitive: true, barred: ["marta"] });
    await isHiddenFrom(number, ["marta", "ratna", "tono", "dina"]);
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 1_000 }).toBe("yusuf");
    expect(await numbersOf("yusuf")).toContain(number);
  });

  it("a doubtful accusation waits with the Dinsos, which sees the reason and passes the ticket on", async () => {
    const words = doubtfulWords(service.runtime.signals, "desa Jegreg, ");
    const { chat, number, told } = await asked(words);
    expect(told).not.toMatch(/rahasia/i);
    expect(await ticketOf(number)).toMatchObject({ sensitive: false, doubt: true });
    await expect
      .poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 })
      .toMatch(/^(dina|marta|yusuf)$/);
    await hears(chat, /sekarang ditangani (Dina|Marta|Yusuf)/);
    await isHiddenFrom(number, ["ratna", "tono"]);
    expect(await numbersOf("dina")).toContain(number);
    expect((await api("dina", `/tickets/${number}`)).body).toMatchObject({
      doubt: true,
      notice: expect.stringContaining("Mungkin menyangkut petugas setempat; periksa sebelum diteruskan"),
      text: words,
    });
    expect(JSON.stringify(telegram.sent(RATNA_CHAT))).not.toContain(number);
    expect((await api("dina", `/tickets/${number}/transfer`, { to: "ratna", by: "dina" })).status).toBe(200);
    expect(await ticketOf(number)).toMatchObject({ officer: "ratna" });
    expect(await numbersOf("ratna")).toContain(number);
    expect((await api("ratna", `/tickets/${number}`)).status).toBe(200);
    await said(chat, number, "1", doubtfulWords(service.runtime.signals));
    await expect.poll(async () => (await ticketOf(number))?.doubt, { timeout: 5_000 }).toBe(true);
    await isHiddenFrom(number, ["ratna", "tono"]);
  });

  it("a harmless mention of an officer goes the usual way", async () => {
    const { number, told } = await asked("desa Jegreg, kata bu Ratna tunggu bulan depan, benar begitu?");
    expect(told).not.toMatch(CALM);
    expect(await ticketOf(number)).toMatchObject({ sensitive: false });
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 1_000 }).toBe("ratna");
  });

  it("an accusation at the counter does not reach the accused either", async () => {
    const body = { id: "counter-accused-1", district: "lamongan", category: "card", text: "kartu dipegang bu ratna" };
    const number = numberIn(JSON.stringify((await api("yusuf", "/tickets", body)).body));
    expect(await ticketOf(number)).toMatchObject({ sensitive: true, barred: ["ratna"] });
    await isHiddenFrom(number, ["ratna"]);
  });
});

describe("a wish for secrecy that is typed", () => {
  it.each(["while the village waits for an answer", "later, from the menu"])(
    "%s takes the report from the village",
    async (when) => {
      const { chat, number } = await asked("desa Jegreg, beras bulan depan dibagi kapan ya pak");
      await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 }).toBe("ratna");
      await said(chat, "menu");
      if (when.startsWith("while")) {
        const question = { id: "ask-in-secret-1", by: "ratna", text: "RT berapa?" };
        expect((await api("ratna", `/tickets/${number}/ask`, question)).status).toBe(200);
        await hears(chat, /RT berapa/);
      }
      await said(chat, "jangan bilang desa ya pak");
      await hears(chat, /Mulai sekarang laporan ini dirahasiakan/);
      expect(await ticketOf(number)).toMatchObject({ sensitive: true });
      await isHiddenFrom(number, ["ratna", "tono", "dina"]);
      await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 }).toMatch(/^(marta|yusuf)$/);
    },
  );
});

describe("'Rahasiakan laporan' beside a report's confirmation", () => {
  it("takes the report from the village at once, and the citizen reads who gets it", async () => {
    const { chat, number } = await asked("desa Jegreg, kapan beras bulan ini dibagi ya pak");
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 }).toBe("ratna");
    await telegram.press(chat, `>confide.raise:${number}`);
    await hears(chat, /Mulai sekarang laporan ini dirahasiakan/);
    expect(await ticketOf(number)).toMatchObject({ sensitive: true });
    await isHiddenFrom(number, ["ratna", "tono", "dina"]);
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 }).toMatch(/^(marta|yusuf)$/);
  });

  it("pressed for another chat's report does nothing", async () => {
    const { number } = await asked("desa Jegreg, apakah balita juga dapat beras pak");
    await expect.poll(async () => (await ticketOf(number))?.officer, { timeout: 5_000 }).toBe("ratna");
    const stranger = ++chats;
    await said(stranger, "halo");
    await telegram.press(stranger, `>confide.raise:${number}`);
    await hears(stranger, /tidak bisa dilihat dari chat ini/);
    expect(await ticketOf(number)).toMatchObject({ sensitive: false, officer: "ratna" });
  });
});
