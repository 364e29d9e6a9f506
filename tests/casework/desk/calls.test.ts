import { describe, expect, it, onTestFinished, vi } from "vitest";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import { followCalls } from "../../../src/casework/desk/follow-calls.ts";
import { sendNotices } from "../../../src/casework/desk/notices.ts";
import { saveOfficer } from "../../../src/casework/desk/officer-leaves.ts";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { TicketDraft } from "../../../src/casework/ticket.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { meetChat } from "../../support/chats.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const ACCOUNT = "lamongan";
const NUMBER = "LMG-26-930001-1";
const MARKS = { sensitive: true, urgent: true, survivor: true };
const chatOf = (id: string) => ({ channel: "webchat", address: `chat of ${id}` });
const officer = (id: string, more: Partial<Officer> = {}): Officer =>
  officerOf("dinsos", { id, name: id, ...MARKS, chats: [chatOf(id)], ...more });

/** A desk with these officers. The chats of those in `met` have written to the account. */
async function deskWith(officers: Officer[], met: string[]) {
  const all = await stages();
  const { store } = all.messaging;
  for (const one of officers) await store.saveOfficer(one);
  const conversations = new Map<string, string>();
  const meet = async (id: string) => conversations.set(id, await meetChat(store, chatOf(id), ACCOUNT));
  for (const id of met) await meet(id);
  const open = async (category: Category, more: Partial<TicketDraft> = {}) => {
    const draft = { district: "lamongan", text: "", locale: "id", person: {}, area: VILLAGE } as const;
    await store.openTicket({ ...draft, number: NUMBER, category, openedAt: Date.now(), ...more });
    await assignTicket(all.messaging, NUMBER);
  };
  const alarms = () => all.lines.flatMap(({ fields, message }) => (fields.alarm === "urgent" ? [message] : []));
  /** Sends what waits in the officer's chat, with this result, as their platform would give it. */
  const deliver = async (id: string, state: "sent" | "failed") => {
    const result = state === "sent" ? { state } : { state, code: "CONTACT_UNREACHABLE" };
    for (let send = await store.openSend(conversations.get(id) ?? ""); send; )
      send = await store.closeSend(send, result);
    if (state === "failed") await store.setReachable({ ...chatOf(id), account: ACCOUNT }, false);
  };
  return {
    ...all,
    store,
    open,
    alarms,
    deliver,
    follow: async () => {
      await followCalls(all.messaging);
      await assignTicket(all.messaging, NUMBER); // as the worker does that was woken
    },
    owed: async () => (await store.ticket(NUMBER))?.notices ?? [],
    meet,
    /** Opens a ticket from the chat of a citizen. */
    openFromChat: async (category: Category, more: Partial<TicketDraft> = {}) => {
      await meet("citizen");
      await open(category, { conversation: conversations.get("citizen") ?? "", ...more });
    },
    holder: async () => (await store.ticket(NUMBER))?.officer,
    textsOf: async (id: string) => {
      const conversation = conversations.get(id);
      return conversation ? (await store.chatRecords(conversation)).answered.map(({ text }) => text) : [];
    },
  };
}

describe("a call of danger goes first to whom a message reaches", () => {
  it.each<[Category, Officer[], string[], string]>([
    ["urgent-private", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["violence", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["urgent", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["urgent", [officer("ani"), officer("uci", { urgent: false })], ["uci"], "uci"],
    ["urgent", [officer("ani"), officerOf("village", { chats: [chatOf("village")] })], ["village"], "village"],
    ["urgent-private", [officer("ani"), officer("uci", { urgent: false })], ["uci"], "ani"],
    ["urgent-private", [officer("ani"), officer("uci")], [], "ani"],
    ["cut", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["cut", [officer("ani"), officer("uci")], [], "ani"],
    ["data-copy", [officer("ani"), officer("uci")], ["uci"], "ani"],
  ])("%s", async (category, officers, met, expected) => {
    const { open, holder, textsOf } = await deskWith(officers, met);
    await open(category);
    expect(await holder()).toBe(expected);
    if (met.includes(expected) && category !== "cut")
      expect(await textsOf(expected)).toEqual([expect.stringContaining("DARURAT")]);
  });
});

const COULD_NOT = "an officer could not be told that somebody is in danger";
const NOBODY = "no officer could be told that somebody is in danger";
const CALL = expect.stringContaining("DARURAT");

describe("a call of danger is followed until it is delivered", () => {
  it("delivered: nothing is owed, and nobody else is called", async () => {
    const { open, deliver, follow, owed, textsOf, alarms } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani", "uci"],
    );
    await open("urgent-private");
    expect(await owed()).toHaveLength(1);
    await deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await follow();
    expect([await owed(), await textsOf("ani"), await textsOf("uci")]).toEqual([[], [CALL], []]);
    expect(alarms()).toEqual(["somebody is in danger"]);
  });

  it("the assignee has blocked the bot: the next one is called at once, and the operators", async () => {
    const { open, deliver, follow, owed, holder, textsOf, alarms } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani", "uci"],
    );
    await open("violence");
    await deliver("ani", "failed");
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci")]).toEqual(["uci", [CALL]]);
    expect(alarms()).toEqual(["somebody is in danger", COULD_NOT]);
    await deliver("uci", "sent");
    await follow();
    expect(await owed()).toEqual([]);
  });

  it("all have blocked the bot: the operators hear it once, doctor names it, and who comes back is called", async () => {
    const { messaging, open, deliver, follow, meet, owed, holder, textsOf, alarms } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani", "uci"],
    );
    await open("urgent-private");
    await deliver("ani", "failed");
    await follow();
    await deliver("uci", "failed");
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), alarms()]).toEqual(["uci", ["somebody is in danger", COULD_NOT, NOBODY]]);
    const gaps = async () => (await findGaps(messaging)).map(({ gap }) => gap);
    expect((await gaps()).join()).toMatch(
      new RegExp(`1 open ticket of somebody in danger is with an officer whom no message.*${NUMBER}`),
    );
    await meet("uci");
    await follow();
    expect(await textsOf("uci")).toEqual([CALL, CALL]);
    await deliver("uci", "sent");
    await follow();
    expect([await owed(), (await gaps()).filter((gap) => gap.includes(NUMBER))]).toEqual([[], []]);
  });

  it("the assignee's chat has never met the bot: they are called once it has", async () => {
    const { open, deliver, follow, meet, owed, textsOf, alarms } = await deskWith([officer("ani")], []);
    await open("urgent-private");
    for (const _ of ["once", "repeated"]) await follow();
    expect(alarms()).toEqual(["somebody is in danger", NOBODY]);
    await meet("ani");
    for (const _ of ["once", "repeated"]) await follow();
    expect(await textsOf("ani")).toEqual([CALL]);
    await deliver("ani", "sent");
    await follow();
    expect(await owed()).toEqual([]);
  });

  it("a message that its platform does not take in time: the next one is told beside", async () => {
    const { open, follow, holder, textsOf, alarms } = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await open("urgent-private");
    await follow();
    expect(await textsOf("uci")).toEqual([]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20_000 });
    onTestFinished(() => void vi.useRealTimers());
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci"), alarms()]).toEqual([
      "ani",
      [CALL],
      ["somebody is in danger", COULD_NOT],
    ]);
  });

  it("news for an assignee who has blocked the bot is told to the next one too, and the ticket stays", async () => {
    const { messaging, store, open, deliver, follow, holder, textsOf } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani", "uci"],
    );
    await open("urgent-private");
    await deliver("ani", "sent");
    await follow();
    await store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "ya" });
    await assignTicket(messaging, NUMBER);
    await deliver("ani", "failed");
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci")]).toEqual(["ani", [CALL]]);
  });
});

describe("open calls of danger go to whoever comes to be there for them", () => {
  const BY = { by: "operator:test" };
  it.each<[string, Category, Officer | undefined, Officer]>([
    ["who is new, where nobody was", "urgent-private", undefined, officer("uci")],
    ["who is marked now", "urgent-private", officer("uci", { urgent: false }), officer("uci")],
    ["who is back at work", "urgent", officer("uci", { active: false }), officer("uci")],
    ["who is marked for survivors now", "violence", officer("uci", { survivor: false }), officer("uci")],
  ])("%s", async (_, category, before, now) => {
    const { messaging, open, follow, holder, textsOf } = await deskWith(before ? [before] : [], ["uci"]);
    await open(category);
    await follow();
    expect(await holder()).toBeUndefined();
    await saveOfficer(messaging, before, now, BY);
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci")]).toEqual(["uci", [CALL]]);
  });

  it.each<[string, Category]>([
    ["that accuses an official", "cut"],
    ["about data", "data-copy"],
  ])("a ticket %s without an officer too", async (_, category) => {
    const { messaging, open, follow, holder } = await deskWith([], []);
    await open(category);
    expect(await holder()).toBeUndefined();
    await saveOfficer(messaging, undefined, officer("uci"), BY);
    await follow();
    expect(await holder()).toBe("uci");
  });

  it("a notice for a chat that has never met the bot waits until it has", async () => {
    const { messaging, open, meet, owed, textsOf } = await deskWith([officer("ani")], []);
    await open("cut");
    await sendNotices(messaging, NUMBER);
    expect(await owed()).toMatchObject([{ officer: "ani" }]);
    await meet("ani");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    await sendNotices(messaging, NUMBER);
    expect([await owed(), await textsOf("ani")]).toEqual([[], [expect.stringContaining(NUMBER)]]);
  });

  it("from an officer whom no message has reached", async () => {
    const { messaging, open, follow, holder, textsOf } = await deskWith([officer("palsu")], ["uci"]);
    await open("urgent-private");
    await follow();
    expect(await holder()).toBe("palsu");
    await saveOfficer(messaging, undefined, officer("uci"), BY);
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci")]).toEqual(["uci", [CALL]]);
  });

  it("staff check names one that nobody has", async () => {
    const { messaging, open, store } = await deskWith([], []);
    await open("urgent-private");
    await store.saveOfficer(officer("uci")); // as another process does
    const gaps = (await findGaps(messaging)).map(({ gap }) => gap);
    expect(gaps.join()).toMatch(new RegExp(`1 open ticket of somebody in danger has no officer.*${NUMBER}`));
  });
});

describe("a citizen in danger hears who has the ticket once a message has reached that officer", () => {
  const NAMED = (id: string) => expect.stringContaining(`sekarang ditangani ${id}`);
  it.each<[Category, unknown[]]>([
    ["urgent", [NAMED("ani")]],
    ["urgent-private", [NAMED("ani")]],
    ["violence", []], // somebody else may hold the phone
  ])("%s: delivered", async (category, expected) => {
    const { openFromChat, deliver, follow, textsOf } = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await openFromChat(category);
    await follow();
    expect(await textsOf("citizen")).toEqual([]);
    await deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await follow();
    expect(await textsOf("citizen")).toEqual(expected);
  });

  it.each<Category>(["urgent", "urgent-private"])("%s: no officer can be told, until one is", async (category) => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat(category);
    await all.deliver("ani", "failed");
    await all.follow();
    await all.deliver("uci", "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([]);
    await all.meet("uci");
    await all.follow();
    await all.deliver("uci", "sent");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([NAMED("uci")]);
  });

  it("words that the citizen adds before the first call is sent do not hide that it failed", async () => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat("urgent-private");
    await all.store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "Jegreg" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("ani", "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect([await all.holder(), await all.textsOf("citizen")]).toEqual(["uci", []]);
    await all.deliver("uci", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([NAMED("uci")]);
  });

  it("news after it was said does not repeat it", async () => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat("urgent");
    await all.deliver("ani", "sent");
    await all.follow();
    await all.store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "ya" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("ani", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([NAMED("ani")]);
  });

  it("the officer near the place is named beside only after a message has reached them", async () => {
    const sari = officerOf("village", { id: "sari", name: "sari", chats: [chatOf("sari")] });
    const all = await deskWith([officer("ani"), sari], ["ani", "sari"]);
    await all.openFromChat("urgent");
    await all.deliver("sari", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([]);
    await all.deliver("ani", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(/ditangani ani .*bersama sari/)]);
  });
});
