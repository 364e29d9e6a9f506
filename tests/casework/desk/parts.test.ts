import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { actOnTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { assignTicket, giveTicket } from "../../../src/casework/desk/assign.ts";
import { sendNotices } from "../../../src/casework/desk/notices.ts";
import { retireOfficer, saveOfficer } from "../../../src/casework/desk/officer-leaves.ts";
import { endPart, shareTicket } from "../../../src/casework/desk/parts.ts";
import { remindOfficers } from "../../../src/casework/desk/remind-officers.ts";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { TicketDraft } from "../../../src/casework/ticket.ts";
import { channelKey } from "../../../src/channels/accounts.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { inbound, someone } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const wib = (text: string) => Date.parse(`2026-11-${text}:00+07:00`);
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: wib("09T10:00") })); // a Monday
afterEach(() => void vi.useRealTimers());

const VILLAGER = officerOf("village", { id: "sari", name: "Bu Sari", telegram: "7001" });
const DINSOS = officerOf("dinsos", { id: "dina", name: "Bu Dina", telegram: "7002" });
const CIVIL = officerOf("disdukcapil", { id: "dodi", name: "Pak Dodi", telegram: "7003" });
const OTHER = officerOf("disdukcapil", { id: "wati", name: "Bu Wati", telegram: "7004" });
const ALL = [VILLAGER, DINSOS, CIVIL];

async function office(officers: readonly Officer[] = ALL) {
  const limits = { text: 4_096, textWithChoices: 4_096, choices: 8, choiceTitle: 60, choiceDescription: 0 };
  const telegram: Channel = {
    ...{ name: "telegram", account: "bot", district: "lamongan" },
    limits: { ...limits, rate: 0, chatRate: 0, burst: 1 },
    send: async () => undefined,
  };
  const webchat: Channel = { ...telegram, name: "webchat", account: "lamongan" };
  const channels = new Map(
    [telegram, webchat].map((one) => [channelKey({ channel: one.name, account: one.account }), one]),
  );
  const { messaging } = await stages({ channels });
  const { store } = messaging;
  const chats: Record<string, string> = {};
  const heardBy = async (contact: { channel: string; account: string; address: string }) =>
    (await store.recordInbound([inbound(contact, "halo")]))[0]?.conversation ?? "";
  for (const one of officers) {
    await store.saveOfficer(one);
    chats[one.id] = await heardBy({ channel: "telegram", account: "bot", address: one.telegram ?? "" });
  }
  chats.citizen = await heardBy(someone("warga-bagian"));
  let serial = 0;
  async function opened(more: Partial<TicketDraft> = {}): Promise<string> {
    serial += 1;
    const number = `LMG-26-${String(940_000 + serial)}-1`;
    const about = { district: "lamongan", text: "bantuan tidak cair", locale: "id", person: {}, area: VILLAGE };
    const conversation = chats.citizen ?? "";
    await store.openTicket({ ...about, number, category: "not-paid", openedAt: Date.now(), conversation, ...more });
    return number;
  }
  async function work(number: string): Promise<void> {
    await assignTicket(messaging, number);
    await sendNotices(messaging, number);
    await remindOfficers(messaging, number);
  }
  const heard = async (who: string, number: string): Promise<string[]> =>
    (await store.chatRecords(chats[who] ?? "")).answered
      .map(({ text }) => text)
      .filter((text) => text.includes(number));
  const deliver = async (who: string, state: "sent" | "failed"): Promise<void> => {
    const result = state === "sent" ? { state } : { state, code: "CONTACT_UNREACHABLE" };
    for (let send = await store.openSend(chats[who] ?? ""); send; ) send = await store.closeSend(send, result);
    const address = officers.find(({ id }) => id === who)?.telegram ?? "";
    if (state === "failed") await store.setReachable({ channel: "telegram", account: "bot", address }, false);
  };
  const parts = async (number: string) => (await store.ticket(number))?.parts ?? [];
  return { messaging, store, opened, work, heard, parts, deliver };
}

const PADAN = { reason: "TIDAK_PADAN" as const };

describe("routing a ticket that another office repairs", () => {
  it("gives the office one part, and tells the citizen of it once", async () => {
    const { opened, work, parts, heard, store } = await office();
    const number = await opened(PADAN);
    await work(number);
    await work(number);
    expect(await parts(number)).toMatchObject([{ no: 1, office: "disdukcapil", officer: "dodi", phase: "new" }]);
    expect((await store.ticket(number))?.officer).toBe("sari");
    const [said = "", ...more] = await heard("citizen", number);
    expect(more).toEqual([]);
    expect(said).toMatch(/Bu Sari.*Dukcapil/);
    expect([await heard("dodi", number), await heard("sari", number)]).toMatchObject([
      [expect.any(String)],
      [expect.any(String)],
    ]);
  });

  it("gives the office a part of a ticket of an older release after its next event, and tells the citizen", async () => {
    const { opened, work, parts, heard, store } = await office();
    const number = await opened(PADAN);
    const stamp = { at: Date.now(), text: "" };
    await store.changeTicket(number, { ...stamp, type: "assign", id: "r0", by: "system", officer: "sari", seen: 0 });
    expect(await parts(number)).toEqual([]);
    const seen = { district: "lamongan", keys: ["q:lamongan/TIDAK_PADAN"] };
    expect((await store.list({ sight: seen, limit: 5 })).heads, "until then its reason opens it").toHaveLength(1);
    await store.changeTicket(number, { ...stamp, type: "add", id: "a1", by: "citizen", text: "kapan?" });
    await work(number);
    expect(await parts(number)).toMatchObject([{ office: "disdukcapil", officer: "dodi" }]);
    expect(await heard("citizen", number)).toEqual([expect.stringContaining("kami teruskan juga ke")]);
  });

  it("gives Disdukcapil a part of `listed-dead`, which the Dinsos cannot close before the part ends", async () => {
    const { messaging, opened, work, parts, heard, store } = await office();
    const number = await opened({ category: "listed-dead", text: "saya masih hidup" });
    await work(number);
    expect(await parts(number)).toMatchObject([{ no: 1, office: "disdukcapil", officer: "dodi", phase: "new" }]);
    const ticket = await store.ticket(number);
    expect([ticket?.officer, ticket?.beside]).toEqual(["dina", undefined]);
    expect(await heard("citizen", number)).toEqual([expect.stringMatching(/Bu Dina.*Dukcapil/)]);
    const letter = { id: "act-close-01", by: "dina", officer: DINSOS, type: "close" as const, text: "sudah beres" };
    await expect(actOnTicket(messaging, number, letter)).rejects.toMatchObject({ code: "PART_OPEN" });
    const done = { id: "act-end-0001", by: "dodi", officer: CIVIL, outcome: "done" as const, text: "sudah dibatalkan" };
    await endPart(messaging, number, { ...done, office: "disdukcapil" });
    expect((await actOnTicket(messaging, number, letter)).state).toBe("closed");
  });

  it.each<[string, Partial<TicketDraft>, Officer[]]>([
    ["if no officer of the office is at work", PADAN, [VILLAGER, DINSOS]],
    ["if no officer of the office serves the place", PADAN, [VILLAGER, { ...CIVIL, areas: ["352402"] }]],
    ["if the office has the ticket itself", { ...PADAN, category: "repair-data" }, ALL],
    ["if the Dinsos repairs the reason", { reason: "GAGAL_SALUR" }, ALL],
    ["if the ticket is confidential", { ...PADAN, category: "officer-conduct" }, ALL],
    ["of `listed-dead` if no officer of the office is at work", { category: "listed-dead" }, [DINSOS]],
    ["if the ticket is in doubt", { ...PADAN, lane: { sensitive: false, doubt: true, barred: [], keeps: [] } }, ALL],
  ])("gives the office no part %s", async (_, draft, officers) => {
    const { opened, work, parts } = await office(officers);
    const number = await opened(draft);
    await work(number);
    expect(await parts(number)).toEqual([]);
  });
});

describe("an office's part", () => {
  const asked = { id: "act-share-1", by: "sari", officer: VILLAGER, office: "disdukcapil", text: "tolong dicek" };

  it("reminds its officer before its clock runs out, and afterwards the assignee and the Dinsos too", async () => {
    const { messaging, opened, work, heard, parts } = await office();
    const number = await opened({ category: "quality" });
    await work(number);
    await shareTicket(messaging, number, asked);
    await messaging.store.changeTicket(number, {
      ...{ type: "answer", id: "a1", at: Date.now(), by: "sari", text: "kami cek" },
    });
    const [part] = await parts(number);
    expect(part?.dueAt).toBe(wib("18T16:00"));
    const before = { dodi: (await heard("dodi", number)).length, sari: (await heard("sari", number)).length };
    vi.setSystemTime(wib("17T16:01"));
    await work(number);
    await work(number);
    expect((await heard("dodi", number)).slice(before.dodi)).toEqual([expect.stringContaining("Batas waktu")]);
    expect((await heard("sari", number)).slice(before.sari)).toEqual([]);
    vi.setSystemTime(wib("18T16:01"));
    await work(number);
    await work(number);
    expect((await heard("dodi", number)).slice(before.dodi + 1)).toEqual([expect.stringContaining("lewat batas")]);
    expect(await heard("dina", number)).toEqual([expect.stringContaining("lewat batas")]);
    expect((await heard("sari", number)).slice(before.sari)).toEqual([expect.stringContaining("lewat batas")]);
    await endPart(messaging, number, { id: "act-end-01", by: "dodi", officer: CIVIL, text: "sudah", outcome: "done" });
    vi.setSystemTime(wib("19T16:01"));
    const after = (await heard("dodi", number)).length;
    await work(number);
    expect((await heard("dodi", number)).length, "what has ended is nobody's any more").toBe(after);
    expect((await heard("sari", number)).at(-1)).toContain("kabar baru");
  });

  it("begins only after the Dinsos has settled a doubt", async () => {
    const { messaging, opened, work, heard, parts } = await office();
    const number = await opened({ lane: { sensitive: false, doubt: true, barred: [], keeps: [] } });
    await work(number);
    const heardBefore = await heard("citizen", number);
    const byDinsos = { ...asked, by: "dina", officer: DINSOS };
    await expect(shareTicket(messaging, number, byDinsos)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("is in doubt"),
    });
    expect([await parts(number), await heard("citizen", number)]).toEqual([[], heardBefore]);
    await giveTicket(messaging, number, "sari", { officer: DINSOS, by: "dina" });
    await shareTicket(messaging, number, byDinsos);
    expect(await parts(number)).toMatchObject([{ office: "disdukcapil", officer: "dodi" }]);
  });

  it.each(["refuses", "has never written"])(
    "goes to an officer who can be told, if the chat of another %s",
    async (how) => {
      const idle = { ...OTHER, id: "adi", telegram: "7999" };
      const { messaging, store, opened, work, parts } = await office([...ALL, ...(how === "refuses" ? [idle] : [])]);
      if (how === "refuses") await store.setReachable({ channel: "telegram", account: "bot", address: "7999" }, false);
      else await store.saveOfficer(idle);
      const [shared, routed] = [await opened(), await opened(PADAN)];
      await work(shared);
      await shareTicket(messaging, shared, asked);
      await work(routed);
      expect([await parts(shared), await parts(routed)]).toMatchObject([[{ officer: "dodi" }], [{ officer: "dodi" }]]);
    },
  );

  it("goes to an officer who cannot be told, if the office has no other", async () => {
    const { messaging, store, opened, work, parts } = await office();
    await store.setReachable({ channel: "telegram", account: "bot", address: "7003" }, false);
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, asked);
    expect(await parts(number)).toMatchObject([{ officer: "dodi" }]);
  });

  it("goes to a new officer of the office if no officer has the part; the officer reads so, the citizen nothing more", async () => {
    const { messaging, opened, work, parts, heard } = await office([VILLAGER, DINSOS, CIVIL, OTHER]);
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, { ...asked, to: "dodi" });
    for (const one of [OTHER, CIVIL]) await retireOfficer(messaging, one, "operator");
    await work(number);
    const [free] = await parts(number);
    expect(free?.officer).toBeUndefined();
    const told = await heard("citizen", number);
    const elsewhere = { ...OTHER, areas: ["352402"] };
    await saveOfficer(messaging, { ...OTHER, active: false }, elsewhere, { by: "operator" });
    expect(await parts(number), "does not serve the place").toEqual([free]);
    await saveOfficer(messaging, elsewhere, OTHER, { by: "operator" });
    await saveOfficer(messaging, OTHER, OTHER, { by: "operator" });
    expect(await parts(number)).toEqual([{ ...free, officer: "wati" }]);
    expect(await heard("wati", number)).toEqual([expect.stringMatching(/^Anda mendapat bagian dari tiket/)]);
    expect(await heard("citizen", number)).toEqual(told);
  });

  it("goes to another officer of the office when its officer leaves", async () => {
    const { messaging, opened, work, parts } = await office([...ALL, OTHER]);
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, { ...asked, to: "dodi" });
    const [before] = await parts(number);
    expect(await retireOfficer(messaging, CIVIL, "operator")).toBe(1);
    await work(number);
    expect(await parts(number)).toEqual([{ ...before, officer: "wati" }]);
  });

  it.each([
    ["whose office has no other officer", ALL, 1],
    ["whose office has another officer", [...ALL, OTHER], 0],
  ])("of an officer who leaves, %s, is named as a gap while no officer has the part", async (_, officers, lines) => {
    const { messaging, opened, work, parts } = await office(officers);
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, { ...asked, to: "dodi" });
    const named = async () => (await findGaps(messaging)).filter(({ gap }) => gap.includes("a part of disdukcapil"));
    expect(await named()).toEqual([]);
    await retireOfficer(messaging, CIVIL, "operator");
    await work(number);
    expect(await named()).toHaveLength(lines);
    if (lines === 0) return;
    expect((await named())[0]?.gap).toContain(`tickets share ${number} disdukcapil`);
    await messaging.store.saveOfficer(OTHER);
    await shareTicket(messaging, number, { ...asked, id: "act-share-2", to: "wati" });
    expect(await parts(number)).toMatchObject([{ officer: "wati" }]);
    expect(await named()).toEqual([]);
  });

  it("is taken from an officer whom the citizen accuses", async () => {
    const { messaging, store, opened, work, parts } = await office([...ALL, OTHER]);
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, { ...asked, to: "dodi" });
    const lane = { sensitive: false, barred: ["dodi"], keeps: ["sari"] };
    await store.changeTicket(number, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "x", lane });
    await work(number);
    expect((await parts(number)).map(({ officer }) => officer)).toEqual(["wati"]);
  });
});

it("a citizen reads that a supervisor took a part back, but not why", async () => {
  const { messaging, opened, work, heard, store } = await office();
  const number = await opened(PADAN);
  await work(number);
  await endPart(messaging, number, { id: "act-back-01", by: "dina", officer: DINSOS, text: "salah kirim" });
  const [last = ""] = (await heard("citizen", number)).slice(-1);
  expect(last).toContain("kami tarik kembali");
  expect(last).not.toContain("salah kirim");
  expect((await store.ticket(number))?.parts).toMatchObject([{ office: "disdukcapil", outcome: "ended" }]);
});

describe("an officer who has a part of a ticket", () => {
  const TELEGRAM = { channel: "telegram", account: "bot" } as const;
  const asked = { id: "act-share-90", by: "sari", officer: VILLAGER, office: "disdukcapil", text: "padankan" };

  it("reads that a part is theirs, not that the ticket is, and of the same part when there is news", async () => {
    const { messaging, store, opened, work, heard } = await office();
    const number = await opened();
    await work(number);
    await shareTicket(messaging, number, asked);
    await store.changeTicket(number, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "sudah ke sana" });
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await work(number);
    expect(await heard("dodi", number)).toEqual([
      expect.stringMatching(/^Anda mendapat bagian dari tiket/),
      expect.stringMatching(/^Ada kabar baru.*bagian dari tiket ini/),
    ]);
    expect((await heard("sari", number)).at(-1)).toMatch(/kabar baru/);
    expect((await heard("sari", number)).join()).not.toMatch(/bagian/);
  });

  it.each<["a part" | "a ticket", string, RegExp]>([
    ["a part", "dodi", /^Anda mendapat bagian dari tiket/],
    ["a ticket", "dina", /masuk ke daftar Anda/],
  ])(
    "got %s while the chat refused: reads so when the chat accepts again, although there is news by then",
    async (what, id, text) => {
      const { messaging, store, opened, work, heard } = await office();
      const contact = { ...TELEGRAM, address: ALL.find((one) => one.id === id)?.telegram ?? "" };
      const number = await opened();
      await work(number);
      await store.setReachable(contact, false);
      if (what === "a part") await shareTicket(messaging, number, asked);
      else await giveTicket(messaging, number, id, { by: "operator:ani" });
      await store.changeTicket(number, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "sudah ke sana" });
      await work(number);
      expect(await heard(id, number)).toEqual([]);
      await store.setReachable(contact, true);
      vi.setSystemTime(Date.now() + 61 * 60_000);
      await work(number);
      expect(await heard(id, number)).toEqual([expect.stringMatching(text)]);
      expect((await store.ticket(number))?.notices ?? []).toEqual([]);
    },
  );

  it.each<["a part" | "a ticket", string, RegExp, RegExp]>([
    ["a part", "dodi", /^Anda mendapat bagian dari tiket/, /^Ada kabar baru.*bagian dari tiket ini/],
    ["a ticket", "sari", /masuk ke daftar Anda/, /kabar baru/],
  ])(
    "got %s, and the platform refused that message: the next message says again whose it is",
    async (what, id, text, news) => {
      const { messaging, store, opened, work, heard, deliver } = await office();
      const number = await opened();
      await work(number);
      if (what === "a part") await shareTicket(messaging, number, asked);
      await deliver(id, "failed");
      const address = ALL.find((one) => one.id === id)?.telegram ?? "";
      await store.recordInbound([inbound({ ...TELEGRAM, address }, "saya kembali")]);
      const add = async (entry: string) => {
        await store.changeTicket(number, { type: "add", id: entry, at: Date.now(), by: "citizen", text: "lagi" });
        vi.setSystemTime(Date.now() + 10 * 60_000);
        await work(number);
        vi.setSystemTime(Date.now() + 10 * 60_000);
        await work(number);
      };
      await add("a1");
      await deliver(id, "sent");
      await add("a2");
      const matching = [text, text, news].map((one) => expect.stringMatching(one));
      expect(await heard(id, number)).toEqual(matching);
    },
  );
});
