import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { officerOf } from "../support/officers.ts";
import { startService } from "../support/runtime.ts";
import { startTelegram, type Telegram } from "../support/telegram/index.ts";

const TOKEN = "1000:stand-in";
const SECRET = "stand-in-secret-1";
const API_TOKEN = "token-of-the-tests-0123456789";
const CHATS = { sari: 7_101, dina: 7_102, uci: 7_103, vina: 7_104 } as const;
const OPERATORS = 7_100;
const HOUR = 3_600_000;

const officer = (id: string, more: Partial<Officer>): Officer => officerOf("dinsos", { id, name: id, ...more });

let telegram: Telegram;
let service: Awaited<ReturnType<typeof startService>>;
let chats = 6_100;
beforeAll(async () => {
  telegram = await startTelegram({ token: TOKEN, secret: SECRET });
  service = await startService({
    TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
    TELEGRAM_OPERATORS_CHAT__LAMONGAN: String(OPERATORS),
    SEND_RATE: "0",
    SEND_RATE_CHAT: "0",
    API_TOKEN,
  });
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  const { store, vault, districts } = service.runtime;
  const jegreg = districts.get("lamongan")?.areas.find(({ name }) => name.toLowerCase() === "jegreg")?.code ?? "";
  const marks: Record<keyof typeof CHATS, Partial<Officer>> = {
    sari: { rung: "village", areas: [jegreg] },
    dina: {},
    uci: { urgent: true },
    vina: { survivor: true },
  };
  for (const [id, chat] of Object.entries(CHATS) as [keyof typeof CHATS, number][]) {
    await telegram.say(chat, "/start");
    await telegram.waitFor(chat, 1);
    const token = vault.index("officer-token", tokenOf(id));
    await store.saveOfficer(officer(id, { ...marks[id], telegram: String(chat) }), token);
  }
});
afterAll(async () => {
  await service.close();
  await telegram.close();
});

const tokenOf = (id: string) => `sapa_${id.padEnd(32, "x")}`;
async function api(id: string, path: string) {
  const token = id === "operator" ? API_TOKEN : tokenOf(id);
  const answer = await fetch(`${service.url}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json() };
}
const listOf = async (id: string) =>
  ((await api(id, "/tickets?limit=500&district=lamongan")).body as { tickets: { number: string }[] }).tickets.map(
    ({ number }) => number,
  );
const textsOf = (chat: number): string =>
  telegram
    .sent(chat)
    .map(({ text }) => text)
    .join("\n");
const alarms = (): string => [OPERATORS, ...Object.values(CHATS)].map(textsOf).join("\n");

async function said(...texts: string[]): Promise<{ text: string; number: string }> {
  const chat = ++chats;
  for (const [index, text] of texts.entries()) {
    await telegram.say(chat, text);
    await telegram.waitFor(chat, index + 1);
  }
  const text = textsOf(chat);
  return { text, number: /LMG-\d{2}-\d{6}-\d/.exec(text)?.[0] ?? "" };
}

describe("somebody in danger, by webhook", () => {
  it("reads help first; marked officers, the village and the operators get an alarm without the citizen's words", async () => {
    const { text, number } = await said("anak saya tidak makan 2 hari, desa Jegreg kecamatan Modo");
    expect(text).toMatch(/^Kami ikut prihatin[\s\S]*112[\s\S]*LMG-/);
    expect(text).not.toMatch(/OTP|Di desa/);
    await expect.poll(() => textsOf(CHATS.uci), { timeout: 5_000 }).toContain(number);
    await expect.poll(() => textsOf(CHATS.sari), { timeout: 5_000 }).toContain(number);
    await expect.poll(() => textsOf(OPERATORS), { timeout: 5_000 }).toContain(number);
    for (const chat of [CHATS.uci, CHATS.sari, OPERATORS]) expect(textsOf(chat)).toMatch(/kecamatan:? modo/i);
    expect(alarms()).not.toMatch(/makan|Jegreg|anak saya/i);
    expect((await api("uci", `/tickets/${number}`)).body).toMatchObject({
      kind: "urgent",
      officer: "uci",
      beside: "sari",
      text: expect.stringContaining("tidak makan"),
    });
  });

  it("violence: after consent only officers with the mark `survivor` see the ticket, and no log has its words", async () => {
    const { number, text } = await said("saya dipukuli suami tadi malam pakai sapu", "ya");
    expect(text).toMatch(/129[\s\S]*Tidak perlu cerita[\s\S]*LMG-/);
    await expect.poll(() => listOf("vina"), { timeout: 5_000 }).toContain(number);
    await expect.poll(() => textsOf(OPERATORS), { timeout: 5_000 }).toContain(number);
    for (const id of ["sari", "dina", "uci", "operator"]) {
      expect(await listOf(id), id).not.toContain(number);
      expect((await api(id, `/tickets/${number}`)).status, id).toBe(404);
    }
    expect(JSON.stringify((await api("vina", `/tickets/${number}`)).body)).not.toMatch(/sapu|dipukuli/);
    expect(JSON.stringify(await service.runtime.store.ticket(number))).not.toMatch(/sapu|dipukuli/);
    expect(alarms()).not.toMatch(/sapu|dipukul|kekerasan|suami/i);
  });

  it("self-harm: only marked officers get a call, and the operators get the ticket's number", async () => {
    const { number } = await said("rasanya saya mau mati saja");
    await expect.poll(() => listOf("uci"), { timeout: 5_000 }).toContain(number);
    for (const id of ["sari", "dina", "vina", "operator"]) expect(await listOf(id), id).not.toContain(number);
    expect(alarms()).not.toMatch(/mati/i);
  });

  it("if the called officer has blocked the bot, the operators get an alarm at once; an officer who is new to the bot gets the call after writing to it", async () => {
    const { store } = service.runtime;
    telegram.state.blocked.add(String(CHATS.uci));
    await store.saveOfficer(officer("zaki", { urgent: true, telegram: "7199" }));
    const first = await said("rasanya saya mau mati saja");
    await expect
      .poll(() => textsOf(OPERATORS), { timeout: 15_000 })
      .toMatch(new RegExp(`no officer could be told[\\s\\S]*${first.number}`));
    const chat = chats;
    expect(first.text).toMatch(/kami beri tahu sekarang juga/);
    await expect.poll(() => textsOf(chat), { timeout: 15_000 }).toMatch(/belum ada petugas .*Jangan menunggu kami/);
    expect(textsOf(chat)).not.toMatch(/sekarang ditangani/);
    expect((await said("rasanya saya mau mati saja")).text).not.toMatch(/kami beri tahu sekarang juga/);
    await telegram.say(7_199, "halo");
    await expect.poll(() => textsOf(7_199), { timeout: 15_000 }).toContain(first.number);
    expect(await store.ticket(first.number)).toMatchObject({ officer: "zaki" });
    await expect.poll(() => textsOf(chat), { timeout: 15_000 }).toMatch(/sekarang ditangani zaki/);
    telegram.state.blocked.clear();
    await store.saveOfficer(officer("zaki", { active: false }));
    await telegram.say(CHATS.uci, "halo");
  });

  it("after an hour without an answer, all marked officers and the operators get a call", async () => {
    const number = "LMG-26-900007-1";
    const { store, queue } = service.runtime;
    await store.openTicket({
      number,
      district: "lamongan",
      category: "urgent-private",
      text: "capek hidup",
      person: {},
      locale: "id",
      openedAt: Date.now() - 2 * HOUR,
    });
    await queue.wake("complaints", { number });
    await expect
      .poll(() => textsOf(CHATS.uci), { timeout: 5_000 })
      .toMatch(new RegExp(`Tiket ${number} \\(.+\\) sudah lewat`));
    await expect
      .poll(() => textsOf(OPERATORS), { timeout: 5_000 })
      .toMatch(new RegExp(`not answered[\\s\\S]*${number}`));
    expect(alarms()).not.toContain("capek");
  });
});
