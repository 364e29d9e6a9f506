import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { assignTicket, giveTicket, takeTicket } from "../../../src/casework/desk/assign.ts";
import type { Desk } from "../../../src/casework/desk/desk.ts";
import { sendNotices } from "../../../src/casework/desk/notices.ts";
import { remindCitizen } from "../../../src/casework/desk/remind-citizen.ts";
import { remindOfficers } from "../../../src/casework/desk/remind-officers.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import { quietUntil } from "../../../src/casework/quiet-hours.ts";
import { channelKey } from "../../../src/channels/accounts.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { inbound } from "../../support/messages.ts";
import { stages } from "../../support/messaging.ts";
import { ticketsIn } from "../../support/tickets.ts";

const VILLAGE = "3524012001";
const KECAMATAN = /Sukorame/i;
const wib = (text: string) => Date.parse(`2026-11-${text}:00+07:00`);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const officer: Omit<Officer, "id" | "name" | "rung"> = {
  district: "lamongan",
  areas: [],
  sensitive: false,
  active: true,
};
const OFFICERS: Officer[] = [
  { ...officer, id: "sari", name: "Sari", rung: "village", areas: [VILLAGE], telegram: "7001" },
  { ...officer, id: "dina", name: "Dina", rung: "dinsos", telegram: "7002" },
  { ...officer, id: "ugi", name: "Ugi", rung: "dinsos", urgent: true, survivor: true, telegram: "7003" },
];

async function night() {
  const telegram: Channel = {
    name: "telegram",
    account: "bot",
    district: "lamongan",
    limits: {
      text: 4_096,
      textWithChoices: 4_096,
      choices: 8,
      choiceTitle: 60,
      choiceDescription: 0,
      rate: 0,
      chatRate: 0,
      burst: 1,
    },
    send: async () => undefined,
  };
  const channels = new Map([[channelKey({ channel: telegram.name, account: telegram.account }), telegram]]);
  const { messaging } = await stages({ channels, quietUntil: (at) => quietUntil(at, "Asia/Jakarta") });
  const { store } = messaging;
  const chats: Record<string, string> = {};
  for (const one of OFFICERS) {
    await store.saveOfficer(one);
    const contact = { channel: "telegram", account: "bot", address: one.telegram ?? "" };
    const [recorded] = await store.recordInbound([inbound(contact, "/start")]);
    chats[one.id] = recorded?.conversation ?? "";
  }
  let serial = 0;
  async function opened(category: Category = "quality", more: { openedAt?: number; conversation?: string } = {}) {
    serial += 1;
    const number = `LMG-26-${String(930_000 + serial)}-1`;
    const base = { district: "lamongan", text: "beras apek sekali", locale: "id", person: {}, area: VILLAGE } as const;
    await store.openTicket({ ...base, number, category, openedAt: Date.now(), ...more });
    return number;
  }
  async function work(number: string, also: Desk = messaging): Promise<void> {
    await assignTicket(also, number);
    await sendNotices(also, number);
    await remindOfficers(also, number);
    await remindCitizen(also, number);
  }
  const heard = async (id: string) => {
    const { answered } = await store.chatRecords(chats[id] ?? "");
    return answered.map(({ text }) => text);
  };
  const numbers = async () => (await ticketsIn(store, { open: true })).map(({ number }) => number);
  const workAll = async () => {
    for (const number of await numbers()) await work(number);
  };
  return { messaging, store, opened, work, workAll, heard, numbers };
}

describe("at night", () => {
  it("38 tickets wait for the morning and are one message without the citizens' words", async () => {
    const { opened, work, workAll, heard, numbers } = await night();
    for (let turn = 0; turn < 38; turn += 1) {
      vi.setSystemTime(wib("23T21:00") + turn * 10 * 60_000);
      await work(await opened());
    }
    for (const hour of ["24T00:00", "24T03:00", "24T05:59"]) {
      vi.setSystemTime(wib(hour));
      await workAll();
      expect(await heard("sari"), hour).toEqual([]);
    }
    vi.setSystemTime(wib("24T06:00"));
    await workAll();
    await workAll();
    const [message = "", ...more] = await heard("sari");
    expect(more).toEqual([]);
    for (const number of await numbers()) expect(message).toContain(number);
    expect(message).toMatch(KECAMATAN);
    expect(message).not.toMatch(/apek|beras apek/);
    expect(message.length).toBeLessThan(4_096);
  });

  it("several workers at the same time send one message", async () => {
    const { opened, work, numbers, heard } = await night();
    vi.setSystemTime(wib("23T22:00"));
    for (let turn = 0; turn < 12; turn += 1) await work(await opened());
    vi.setSystemTime(wib("24T06:00"));
    const all = await numbers();
    for (let round = 0; round < 3; round += 1) await Promise.all(all.map((number) => work(number)));
    const told = (await heard("sari")).join("\n");
    for (const number of all) expect(told.split(number)).toHaveLength(2);
    expect(await heard("sari")).toHaveLength(1);
  });

  it("a worker that is too slow leaves the next worker alone", async () => {
    const { messaging, store, opened } = await night();
    vi.setSystemTime(wib("24T10:00"));
    const number = await opened();
    await assignTicket(messaging, number);
    const begin = () => {
      let arrive = () => {};
      let goOn = () => {};
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      const waits = new Promise<void>((resolve) => (goOn = resolve));
      const addOutbound = async (...args: Parameters<typeof store.addOutbound>) => {
        arrive();
        await waits;
        return store.addOutbound(...args);
      };
      const slow = Object.assign(Object.create(store), store, { addOutbound }) as typeof store;
      return { arrived, goOn, ended: sendNotices({ ...messaging, store: slow }, number) };
    };
    const first = begin();
    await first.arrived;
    vi.setSystemTime(Date.now() + 31_000);
    const second = begin();
    await second.arrived;
    first.goOn();
    await first.ended;
    expect(await store.highestCount("gathering:sari"), "the second worker still gathers").toBe(1);
    second.goOn();
    await second.ended;
    expect(await store.highestCount("gathering:sari")).toBe(0);
  });

  it.each(["urgent", "violence"] as const)("a ticket of %s is told at any hour", async (category) => {
    const { opened, work, heard } = await night();
    vi.setSystemTime(wib("24T02:00"));
    const number = await opened(category);
    await work(number);
    expect((await heard("ugi")).join("\n")).toContain(number);
  });

  it("news waits for the morning, and a new ticket with news is announced as new", async () => {
    const { store, opened, work, workAll, heard } = await night();
    vi.setSystemTime(wib("23T10:00"));
    const known = await opened();
    await work(known);
    vi.setSystemTime(wib("23T22:00"));
    const fresh = await opened();
    await work(fresh);
    for (const number of [known, fresh]) {
      const added = { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "masih bau" } as const;
      await store.changeTicket(number, added);
      await work(number);
    }
    expect(await heard("sari")).toHaveLength(1);
    vi.setSystemTime(wib("24T06:00"));
    await workAll();
    const [, morning = ""] = await heard("sari");
    const line = (number: string) => morning.split("\n").find((one) => one.includes(number));
    expect(line(known)).toContain("kabar baru");
    expect(line(fresh)).not.toContain("kabar baru");
    expect(morning).not.toContain("masih bau");
  });

  it("a ticket that ends, moves or becomes invisible before the morning is not told to its officer", async () => {
    const { messaging, store, opened, work, workAll, heard } = await night();
    vi.setSystemTime(wib("23T22:00"));
    const [ended, given, raised, stays] = [await opened(), await opened(), await opened(), await opened()];
    for (const number of [ended, given, raised, stays]) await work(number);
    const stamp = { at: Date.now(), by: "dina", text: "sudah diganti" };
    await store.changeTicket(ended, { ...stamp, type: "close", id: "c1" });
    await giveTicket(messaging, given, "dina", { by: "operator:x" });
    const lane = { sensitive: true, barred: ["sari"], keeps: [] };
    await store.changeTicket(raised, { ...stamp, by: "citizen", type: "confide", id: "k1", lane });
    await workAll();
    vi.setSystemTime(wib("24T06:00"));
    await workAll();
    expect((await heard("sari")).join("\n")).toContain(stays);
    for (const number of [ended, given, raised]) expect((await heard("sari")).join("\n")).not.toContain(number);
    expect((await heard("dina")).join("\n")).toContain(given);
    for (const number of [ended, given, raised, stays]) {
      const { notices = [], state } = (await store.ticket(number)) ?? { state: "gone" };
      if (state !== "closed") expect(notices, number).toEqual([]);
    }
  });

  it("an officer with a part reads of it in the morning, although the ticket is given to somebody else in the night", async () => {
    const { messaging, store, opened, work, heard } = await night();
    const capil: Officer = { ...officer, id: "capil", name: "Capil", rung: "disdukcapil", telegram: "7004" };
    await store.saveOfficer(capil);
    const contact = { channel: "telegram", account: "bot", address: "7004" };
    const [recorded] = await store.recordInbound([inbound(contact, "/start")]);
    vi.setSystemTime(wib("23T22:00"));
    const number = await opened("listed-dead");
    await work(number);
    const routed = await store.ticket(number);
    expect(routed?.parts.map(({ officer }) => officer)).toContain("capil");
    const other = routed?.officer === "ugi" ? "dina" : "ugi";
    await giveTicket(messaging, number, other, { by: "operator:ani" });
    vi.setSystemTime(wib("24T08:00"));
    await work(number);
    expect(await heard(other)).toEqual([expect.stringContaining(number)]);
    const { answered } = await store.chatRecords(recorded?.conversation ?? "");
    expect(answered.map(({ text }) => text)).toEqual([expect.stringContaining(number)]);
  });

  it("reminders and nudges that fell due while the service was down wait for the morning", async () => {
    const { store, opened, work, heard } = await night();
    vi.setSystemTime(wib("02T10:00"));
    const late = await opened("call-back");
    await work(late);
    const citizenChat = { channel: "telegram", account: "bot", address: "8001" };
    const [recorded] = await store.recordInbound([inbound(citizenChat, "halo")]);
    const conversation = recorded?.conversation ?? "";
    const asked = await opened("quality", { conversation });
    await work(asked);
    await store.changeTicket(asked, { type: "ask", id: "q1", at: Date.now(), by: "sari", text: "RT berapa?" });
    const before = (await heard("sari")).length;
    const citizen = async () =>
      (await store.chatRecords(conversation)).answered.filter(({ text }) => text.includes("RT berapa?"));
    vi.setSystemTime(wib("23T22:00"));
    for (const number of [late, asked]) for (const _ of [1, 2, 3]) await work(number);
    expect([(await heard("sari")).length, (await citizen()).length]).toEqual([before, 0]);
    for (const number of [late, asked]) expect((await store.ticket(number))?.quietUntil).toBe(wib("24T06:00"));
    const waiting = await store.waiting(100);
    expect(
      waiting.complaints.filter((number) => [late, asked].includes(number)),
      "nobody is woken all night",
    ).toEqual([]);
    vi.setSystemTime(wib("24T06:00"));
    for (const number of [late, asked]) await work(number);
    const clocks = (await heard("sari")).filter((text) => /batas waktu|menunggu jawaban/i.test(text));
    expect([clocks.length, (await citizen()).length]).toEqual([1, 1]);
  });
});

describe("by day", () => {
  it("an officer reads of the first ticket immediately, and of the next minutes' tickets in one message", async () => {
    const { opened, work, workAll, heard, numbers } = await night();
    vi.setSystemTime(wib("23T10:00"));
    for (let turn = 0; turn < 6; turn += 1) await work(await opened());
    const [first] = await numbers();
    expect(await heard("sari")).toEqual([expect.stringContaining(first ?? "-")]);
    vi.setSystemTime(wib("23T10:05"));
    await workAll();
    const [, second = "", ...more] = await heard("sari");
    expect(more).toEqual([]);
    for (const number of (await numbers()).slice(1)) expect(second).toContain(number);
    expect(second).not.toContain(first);
  });

  it("an officer who takes a ticket gets no notice, an officer who is given a ticket does", async () => {
    const { messaging, store, opened, heard } = await night();
    vi.setSystemTime(wib("23T10:00"));
    const number = await opened();
    const dina = OFFICERS[1] as Officer;
    await takeTicket(messaging, number, dina);
    expect(await heard("dina")).toEqual([]);
    await giveTicket(messaging, number, "sari", { officer: dina, by: "dina" });
    expect(await heard("sari")).toEqual([expect.stringContaining(number)]);
    expect((await store.ticket(number))?.events.map(({ type }) => type)).toEqual(["assign", "assign"]);
  });
});

it("at any times of tickets and workers, an officer reads nothing at night and of each ticket once", async () => {
  const step = fc.record({ minutes: fc.integer({ min: 1, max: 300 }), opens: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const { opened, work, workAll, heard, numbers } = await night();
      let now = wib("23T18:00");
      let told = 0;
      for (const { minutes, opens } of steps) {
        now += minutes * 60_000;
        vi.setSystemTime(now);
        if (opens) await work(await opened());
        else await workAll();
        const heardNow = (await heard("sari")).length;
        if (quietUntil(now, "Asia/Jakarta") > now) expect(heardNow).toBe(told);
        told = heardNow;
      }
      vi.setSystemTime(quietUntil(now + 24 * 3_600_000, "Asia/Jakarta"));
      await workAll();
      const all = (await heard("sari")).filter((text) => !/batas waktu/i.test(text)).join("\n");
      for (const number of await numbers()) expect(all.split(number), number).toHaveLength(2);
    }),
    { numRuns: 15 },
  );
}, 60_000);
