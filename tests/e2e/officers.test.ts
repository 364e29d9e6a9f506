import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignTicket } from "../../src/casework/desk/assign.ts";
import type { Officer } from "../../src/casework/officer.ts";
import type { TicketDraft } from "../../src/casework/ticket.ts";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";
import { ticketsIn } from "../support/tickets.ts";

const TOKEN = "1000:stand-in";
const SECRET = "stand-in-secret-1";
const API_TOKEN = "token-of-the-tests-0123456789";
const SARI_CHAT = 7_001;
const DINA_CHAT = 7_002;
const MARTA_CHAT = 7_003;

const officer = (id: string, more: Partial<Officer>): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung: "village",
  areas: [],
  sensitive: false,
  active: true,
  ...more,
});

let telegram: Telegram;
let service: Awaited<ReturnType<typeof startService>>;
let chats = 6_000;
let jegreg = "";
beforeAll(async () => {
  telegram = await startTelegram({ token: TOKEN, secret: SECRET });
  service = await startService({
    TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    API_TOKEN,
  });
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  const { store, vault, districts } = service.runtime;
  jegreg = districts.get("lamongan")?.areas.find(({ name }) => name.toLowerCase() === "jegreg")?.code ?? "";
  const token = (id: string) => vault.index("officer-token", tokenOf(id));
  await telegram.say(SARI_CHAT, "/start");
  await telegram.waitFor(SARI_CHAT, 1);
  await store.saveOfficer(
    officer("sari", { name: "Sari", areas: [jegreg], telegram: String(SARI_CHAT) }),
    token("sari"),
  );
  await store.saveOfficer(officer("tono", { name: "Tono", rung: "tksk", areas: [jegreg.slice(0, 6)] }), token("tono"));
  for (const chat of [DINA_CHAT, MARTA_CHAT]) {
    await telegram.say(chat, "/start");
    await telegram.waitFor(chat, 1);
  }
  const dinsos = { rung: "dinsos" as const };
  await store.saveOfficer(officer("dina", { ...dinsos, name: "Dina", telegram: String(DINA_CHAT) }), token("dina"));
  await store.saveOfficer(
    officer("marta", { ...dinsos, name: "Marta", sensitive: true, telegram: String(MARTA_CHAT) }),
    token("marta"),
  );
  await store.saveOfficer(officer("dudi", { name: "Dudi", rung: "disdukcapil" }), token("dudi"));
});
afterAll(async () => {
  await service.close();
  await telegram.close();
});

const tokenOf = (id: string) => `sapa_${id.padEnd(32, "x")}`;
const api = async (id: string, path: string, body?: object) => {
  const answer = await fetch(`${service.url}/api${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${tokenOf(id)}`, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
};
const listOf = async (id: string) =>
  ((await api(id, `/tickets?open=true&officer=${id}`)).body as { tickets: { number: string }[] }).tickets.map(
    ({ number }) => number,
  );

async function complained(text: string): Promise<{ chat: number; number: string }> {
  const chat = ++chats;
  for (const [index, words] of ["halo", "3", "4", text, "desa Jegreg", "1"].entries()) {
    await telegram.say(chat, words);
    await telegram.waitFor(chat, index + 1);
  }
  const number = /LMG-\d{2}-\d{6}-\d/.exec(telegram.sent(chat).at(-1)?.text ?? "")?.[0] ?? "";
  return { chat, number };
}

describe("a ticket finds its officer", () => {
  it("within a second; the notice has only number and category, and the citizen reads who has the ticket", async () => {
    const { chat, number } = await complained("beras bau dan berkutu");
    await expect.poll(() => listOf("sari"), { timeout: 1_000 }).toContain(number);
    const [, announced] = await telegram.waitFor(SARI_CHAT, 2);
    expect(announced?.text).toContain(number);
    expect(announced?.text).not.toMatch(/beras|Jegreg/i);
    const told = (await telegram.waitFor(chat, 7)).at(-1)?.text;
    expect(told).toContain(`${number} sekarang ditangani Sari`);
    const { store } = service.runtime;
    expect((await ticketsIn(store, { holder: "sari" })).map((one) => one.number)).toContain(number);
  });

  it("once, with one notice, although three calls look for an officer at the same time", async () => {
    const { chat, number } = await complained("jatah berkurang terus");
    await telegram.waitFor(chat, 7);
    await Promise.all([1, 2, 3].map(() => assignTicket(service.runtime, number)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(telegram.sent(chat)).toHaveLength(7);
    expect((await service.runtime.store.ticket(number))?.events.filter(({ type }) => type === "assign")).toHaveLength(
      1,
    );
  });

  it("that names an official goes to a marked officer, and no other officer sees it", async () => {
    const { number } = await complained("pak kades minta uang 50 ribu");
    await expect.poll(() => listOf("marta"), { timeout: 1_000 }).toContain(number);
    for (const id of ["sari", "tono", "dina"]) {
      expect(await listOf(id)).not.toContain(number);
      expect((await api(id, `/tickets/${number}`)).status, id).toBe(404);
      expect((await api(id, `/tickets/${number}/take`, {})).status, id).toBe(404);
    }
    expect(
      telegram
        .sent(SARI_CHAT)
        .map(({ text }) => text)
        .join(),
    ).not.toContain(number);
  });

  it("can be taken and transferred to an officer with sight of it, under the acting officer's own name", async () => {
    const { number } = await complained("kualitas beras jelek");
    await expect.poll(() => listOf("sari"), { timeout: 1_000 }).toContain(number);
    expect(await api("tono", `/tickets/${number}/take`, {})).toMatchObject({
      status: 409,
      body: { code: "TICKET_TAKEN", message: expect.stringContaining("Sari") },
    });
    expect(await api("tono", `/tickets/${number}/transfer`, { to: "tono" })).toMatchObject({ status: 403 });
    const toTono = await api("sari", `/tickets/${number}/transfer`, { to: "tono" });
    expect(toTono).toMatchObject({ status: 200, body: { officer: "tono" } });
    const given = await api("tono", `/tickets/${number}/transfer`, { to: "dina", by: "somebody else" });
    expect(given).toMatchObject({ status: 200, body: { officer: "dina" } });
    expect((given.body as { added: { by: string }[] }).added[0]?.by).toBe("tono");
    expect((await api("dina", `/tickets/${number}/transfer`, { to: "nobody" })).status).toBe(400);
    const noted = await api("dina", `/tickets/${number}/note`, { id: "note-0001", by: "sari", text: "dicek" });
    expect((noted.body as { added: { by: string }[] }).added[0]?.by).toBe("dina");
  });

  it.each([
    ["a token that no officer has", "nobody"],
    ["the token of an officer who is off", "gone"],
  ])("lets nobody in with %s", async (_, id) => {
    const { store, vault } = service.runtime;
    await store.saveOfficer(officer("gone", { active: false }), vault.index("officer-token", tokenOf("gone")));
    expect((await api(id, "/tickets")).status).toBe(401);
  });
});

describe("clocks", () => {
  const late = (number: string, more: Partial<TicketDraft> = {}) =>
    service.runtime.store.openTicket({
      number,
      district: "lamongan",
      category: "quality",
      text: "beras apek",
      person: {},
      locale: "id",
      area: jegreg,
      openedAt: Date.now() - 200 * 86_400_000,
      ...more,
    });
  const textsOf = (...all: number[]) => all.flatMap((chat) => telegram.sent(chat).map(({ text }) => text)).join("\n");

  it("that run out give the officer one reminder each, and the Dinsos a notice when they have run out", async () => {
    const number = "LMG-26-900001-1";
    await late(number);
    const overdue = new RegExp(`Tiket ${number} \\(.+\\) sudah lewat batas waktu`, "g");
    await expect.poll(() => textsOf(SARI_CHAT), { timeout: 5_000 }).toMatch(overdue);
    await expect.poll(() => textsOf(DINA_CHAT, MARTA_CHAT), { timeout: 5_000 }).toMatch(overdue);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(textsOf(SARI_CHAT)).not.toContain(`Batas waktu tiket ${number}`);
    expect(textsOf(SARI_CHAT).match(overdue)).toHaveLength(1);
    expect(textsOf(DINA_CHAT, MARTA_CHAT).match(overdue)).toHaveLength(1);
    expect(textsOf(SARI_CHAT, DINA_CHAT, MARTA_CHAT)).not.toContain("apek");
  });

  it("that run out together give one message", async () => {
    const numbers = Array.from({ length: 38 }, (_, index) => `LMG-26-${900_100 + index}-1`);
    const before = telegram.sent(SARI_CHAT).length;
    for (const number of numbers) await late(number, { openedAt: Date.now() - 190 * 86_400_000 });
    const { store } = service.runtime;
    const isTold = async (number: string) =>
      (await store.ticket(number))?.events.some((event) => event.type === "remind" && event.late);
    await expect
      .poll(async () => (await Promise.all(numbers.map(isTold))).filter(Boolean).length, { timeout: 30_000 })
      .toBe(38);
    const overdue = telegram
      .sent(SARI_CHAT)
      .slice(before)
      .filter(({ text }) => /Batas waktu|lewat batas waktu/.test(text));
    expect(overdue.length).toBeLessThanOrEqual(2);
  });

  it("of a living person listed as dead run for the Dinsos and for Disdukcapil", async () => {
    const number = "LMG-26-900002-1";
    await late(number, { category: "listed-dead", text: "saya masih hidup", openedAt: Date.now() });
    await expect.poll(() => listOf("dudi"), { timeout: 5_000 }).toContain(number);
    const { body } = await api("dudi", `/tickets/${number}`);
    expect(body).toMatchObject({
      parts: [{ office: "disdukcapil", officer: "dudi", phase: "new" }],
      officer: expect.stringMatching(/dina|marta/),
    });
    expect(body).not.toHaveProperty("beside");
  });
});

describe("a citizen answers a closing letter with one word", () => {
  const closedFor = async (text: string) => {
    const { chat, number } = await complained(text);
    await expect.poll(() => listOf("sari"), { timeout: 5_000 }).toContain(number);
    await api("sari", `/tickets/${number}/close`, { id: `close-${number}`, text: "Beras sudah diganti." });
    await expect
      .poll(() => telegram.sent(chat).some((one) => one.text.includes("Beras sudah diganti")), { timeout: 5_000 })
      .toBe(true);
    return { chat, number };
  };
  const ticketOf = (number: string) => service.runtime.store.ticket(number);

  it('"belum" opens the ticket again, one rung up', async () => {
    const { chat, number } = await closedFor("berasnya apek sekali bulan ini");
    await telegram.say(chat, "belum pak");
    await expect
      .poll(async () => await ticketOf(number), { timeout: 5_000 })
      .toMatchObject({ state: "working", reopened: 1, officer: "tono" });
    expect((await ticketOf(number))?.events.find(({ type }) => type === "dispute")?.text).toBe("belum pak");
  });

  it("thanks leave the ticket closed", async () => {
    const { chat, number } = await closedFor("berasnya kuning dan patah patah");
    await telegram.say(chat, "sudah pak, terima kasih");
    await expect.poll(() => telegram.sent(chat).at(-1)?.text ?? "", { timeout: 5_000 }).toContain("tetap selesai");
    expect(await ticketOf(number)).toMatchObject({ state: "closed" });
  });
});
