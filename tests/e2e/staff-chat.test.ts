import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteOfficer } from "../../src/casework/desk/invite.ts";
import { retireOfficer } from "../../src/casework/desk/officer-leaves.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { officerOf } from "../support/officers.ts";
import { startWithTelegram } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";

const OPERATOR = "operator:root";
const WEEK = 7 * 86_400_000;

describe.each(serviceShapes)("officers' chats over $name", { timeout: 60_000 }, ({ open }) => {
  let all: Awaited<ReturnType<typeof startWithTelegram>>;
  let end: () => Promise<void>;
  let chats = 61_000;
  let made = 0;

  beforeAll(async () => {
    const { settings, drop } = await open();
    all = await startWithTelegram(settings, { sample: false, clock: 0.01 });
    end = async () => {
      await all.close();
      await drop();
    };
  });
  afterAll(() => end());

  async function newOfficer(more: Partial<Officer> = {}): Promise<Officer> {
    const id = `petugas${++made}`;
    const officer = officerOf("dinsos", { id, name: `Petugas ${made}`, ...more });
    await all.service.runtime.store.saveOfficer(officer);
    return officer;
  }
  const officerNow = async (id: string) =>
    (await all.service.runtime.store.officers("lamongan")).find((one) => one.id === id);
  const invited = (officer: Officer) => inviteOfficer(all.service.runtime, officer, OPERATOR);
  const payloadOf = (link: string): string => new URL(link).searchParams.get("start") ?? "";
  async function press(link: string, chat = ++chats, copies = 1): Promise<{ chat: number; text: string }> {
    const before = all.telegram.sent(chat).length;
    await all.telegram.say(chat, `/start ${payloadOf(link)}`, copies);
    const sent = await all.telegram.waitFor(chat, before + 1);
    return { chat, text: sent.at(-1)?.text ?? "" };
  }

  it("a link sets the officer's chat, is logged, and works once even if it is delivered several times", async () => {
    const { store } = all.service.runtime;
    const officer = await newOfficer();
    const { link } = await invited(officer);
    expect(link).toMatch(/^https:\/\/t\.me\/stand_in_bot\?start=undangan-[\w-]{22}$/);
    expect(payloadOf(link).length).toBeLessThanOrEqual(64);
    const { chat, text } = await press(link, ++chats, 3);
    expect(text).toContain(`Terima kasih, ${officer.name}`);
    expect(await officerNow(officer.id)).toMatchObject({ telegram: String(chat) });
    const entries = (await store.auditEntries(1, 1_000)).filter(({ subject }) => subject === officer.id);
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["staff-invite", OPERATOR],
      ["staff-chat", officer.id],
    ]);
    expect(all.service.lines.filter(({ fields }) => fields.officer === officer.id)).toEqual([
      { level: "info", fields: { officer: officer.id, district: "lamongan" }, message: expect.any(String) },
    ]);
    expect((await press(link, chat)).text).toContain(officer.name);
    expect((await press(link)).text).toContain("sudah dipakai");
    expect(await officerNow(officer.id)).toMatchObject({ telegram: String(chat) });
    expect(JSON.stringify(all.service.lines)).not.toContain(payloadOf(link));
  });

  it("of two chats that press at the same time, one becomes the officer's", async () => {
    const officer = await newOfficer();
    const { link } = await invited(officer);
    const told = await Promise.all([press(link), press(link), press(link)]);
    const taken = told.filter(({ text }) => text.includes("Terima kasih"));
    expect(taken).toHaveLength(1);
    expect(await officerNow(officer.id)).toMatchObject({ telegram: String(taken[0]?.chat) });
    expect(told.filter(({ text }) => text.includes("sudah dipakai"))).toHaveLength(2);
  });

  it.each([
    {
      label: "is a week old",
      spoil: async (officer: Officer) => {
        const now = await officerNow(officer.id);
        const invitation = { mark: now?.invitation?.mark ?? "", until: Date.now() - 1 };
        await all.service.runtime.store.saveOfficer({ ...officer, invitation });
      },
      said: "lewat tujuh hari",
    },
    {
      label: "is of an officer who left",
      spoil: async (officer: Officer) => {
        const now = (await officerNow(officer.id)) ?? officer;
        await retireOfficer(all.service.runtime, now, OPERATOR);
      },
      said: "sudah tidak aktif",
    },
    { label: "has been followed by another", spoil: (officer: Officer) => invited(officer), said: "tidak kami kenal" },
  ])("a link that $label sets no chat, and the answer says so", async ({ spoil, said }) => {
    const officer = await newOfficer();
    const { link, until } = await invited(officer);
    expect(until).toBeGreaterThan(Date.now() + WEEK - 60_000);
    await spoil(officer);
    expect((await press(link)).text).toContain(said);
    expect((await officerNow(officer.id))?.telegram).toBeUndefined();
  });

  it("a guessed link sets no chat, and after many guesses even a good link gets the same answer", async () => {
    const officer = await newOfficer();
    const { link } = await invited(officer);
    const chat = ++chats;
    for (let tries = 0; tries < 10; tries += 1) {
      const guess = link.replace(/.{4}$/, String(1_000 + tries));
      expect((await press(guess, chat)).text).toContain("tidak kami kenal");
    }
    expect((await press(link, chat)).text).toContain("tidak kami kenal");
    expect((await officerNow(officer.id))?.telegram).toBeUndefined();
    expect((await press(link)).text).toContain("Terima kasih");
  });

  it("a citizen's start works as before", async () => {
    const chat = ++chats;
    await all.telegram.say(chat, "/start undangan");
    expect((await all.telegram.waitFor(chat, 1))[0]?.buttons.length).toBeGreaterThan(0);
    await expect(invited(await newOfficer({ active: false }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("a private chat, a group, a topic and a channel get their number, and a draft is not changed", async () => {
    const { telegram } = all;
    const chat = ++chats;
    await telegram.say(chat, "mau lapor bansos belum cair");
    const asked = (await telegram.waitFor(chat, 1)).length;
    await telegram.say(chat, "/id");
    const sent = await telegram.waitFor(chat, asked + 1);
    expect(sent.at(-1)?.text).toContain(`Nomor chat ini: ${chat}`);
    const group = { id: -++chats, type: "supergroup", title: "Operator" };
    const from = { id: chat, is_bot: false, language_code: "id" };
    const part = { message_id: 1, date: Math.floor(Date.now() / 1_000), chat: group, from };
    await telegram.update({ message: { ...part, text: "selamat pagi semua" } });
    await telegram.update({ message: { ...part, text: "/id@stand_in_bot", message_thread_id: 7 } });
    const [number] = await telegram.waitFor(group.id, 1);
    expect(number?.text).toContain(`Nomor grup atau kanal ini: ${group.id}`);
    expect(number?.text).toContain("TELEGRAM_OPERATORS_CHAT");
    const call = telegram.calls.find(({ body }) => (body as { chat_id?: string }).chat_id === String(group.id));
    expect(call?.body).toMatchObject({ message_thread_id: 7 });
    const channel = { id: -++chats, type: "channel", title: "Kabar" };
    await telegram.update({ channel_post: { ...part, chat: channel, from: undefined, text: "/id" } });
    expect((await telegram.waitFor(channel.id, 1))[0]?.text).toContain(String(channel.id));
  });

  it("a group gets at most five answers in ten minutes", async () => {
    const { telegram } = all;
    const group = { id: -++chats, type: "group", title: "Ramai" };
    const from = { id: ++chats, is_bot: false, language_code: "id" };
    for (let asked = 0; asked < 8; asked += 1) {
      await telegram.update({ message: { message_id: asked, date: 1_795_000_000, chat: group, from, text: "/id" } });
    }
    await telegram.waitFor(group.id, 5);
    const { store } = all.service.runtime;
    await expect.poll(async () => (await store.backlog()).inbound).toBe(0);
    expect(telegram.sent(group.id)).toHaveLength(5);
  });
});
