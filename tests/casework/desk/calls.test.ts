import { describe, expect, it, onTestFinished, vi } from "vitest";
import { assignTicket, giveTicket } from "../../../src/casework/desk/assign.ts";
import { sendNotices } from "../../../src/casework/desk/notices.ts";
import { saveOfficer } from "../../../src/casework/desk/officer-leaves.ts";
import { findGaps, logStaffGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { chatOf, deskWith, NUMBER, officer } from "../../support/danger-desk.ts";
import { officerOf } from "../../support/officers.ts";

describe("a call of danger goes first to an officer whom a message reaches", () => {
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

it("a ticket that may accuse an official goes first to an officer whom a message reaches", async () => {
  const { open, holder } = await deskWith([officer("ani"), officer("uci")], ["uci"]);
  await open("not-paid", { lane: { sensitive: false, doubt: true, barred: [], keeps: [] } });
  expect(await holder()).toBe("uci");
});

const COULD_NOT = "an officer could not be told that somebody is in danger";
const NOBODY = "no officer could be told that somebody is in danger";
const TOLD_NOW = "an officer has been told by now that somebody is in danger";
const CALL = expect.stringContaining("DARURAT");

describe("a call of danger is followed until it is delivered", () => {
  it("a delivered call ends, and no other officer is called", async () => {
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

  it("if the assignee has blocked the bot, the next officer gets the ticket and the operators an alarm", async () => {
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

  it("if all have blocked the bot, operators are told once, the gaps name the ticket, and an officer who comes back is called", async () => {
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
    expect(alarms().at(-1)).toBe(TOLD_NOW);
  });

  it("an assignee whose chat has never written to the bot is called after the chat's first message", async () => {
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

  it("an assignee who writes to the bot before the call is first followed is called", async () => {
    const { open, follow, meet, textsOf } = await deskWith([officer("ani")], []);
    await open("violence");
    await meet("ani");
    for (const _ of ["once", "repeated"]) await follow();
    expect(await textsOf("ani")).toEqual([CALL]);
  });

  it("if the platform does not take the call in time, the next officer is called too", async () => {
    const { messaging, open, deliver, follow, holder, textsOf, alarms } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani", "uci"],
    );
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
    const named = async () => (await findGaps(messaging)).filter(({ gap }) => gap.includes(NUMBER)).length;
    expect(await named()).toBe(1);
    await deliver("uci", "sent");
    expect(await named(), "an officer was told in place of the assignee").toBe(0);
  });

  it("an officer who was told in place of another gets the ticket without a second call", async () => {
    const { open, deliver, follow, alarms, meet, owed, holder, textsOf } = await deskWith(
      [officer("ani"), officer("uci")],
      ["ani"],
    );
    await open("urgent-private");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20_000 });
    onTestFinished(() => void vi.useRealTimers());
    await follow();
    await meet("uci");
    await follow();
    await deliver("uci", "sent");
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci"), await owed()]).toEqual(["uci", [CALL], []]);
    expect(alarms()).toEqual(["somebody is in danger", NOBODY, TOLD_NOW]);
  });

  it.each<[string, { refuses?: true; chats?: string[] }, Record<string, number>]>([
    ["has not taken the call in the first one's place yet", {}, { uci: 1 }],
    ["has refused that call", { refuses: true }, { uci: 2 }],
    ["knows another chat by now", { chats: ["uci", "new"] }, { uci: 2, new: 1 }],
  ])(
    "an officer who gets the ticket, and whose platform %s, reads the right number of calls",
    async (_, later, expected) => {
      const { messaging, store, open, deliver, follow, meet, textsOf, owed } = await deskWith(
        [officer("ani"), officer("uci")],
        ["ani", "uci"],
      );
      await open("urgent-private");
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20_000 });
      onTestFinished(() => void vi.useRealTimers());
      await follow();
      if (later.refuses) await deliver("uci", "failed");
      for (const id of later.chats ?? ["uci"]) await meet(id);
      if (later.chats) await store.saveOfficer(officer("uci", { chats: later.chats.map(chatOf) }));
      await giveTicket(messaging, NUMBER, "uci", { officer: officer("ani"), by: "ani" });
      const counts = Object.keys(expected).map(async (id) => [id, (await textsOf(id)).length]);
      expect(Object.fromEntries(await Promise.all(counts))).toEqual(expected);
      await deliver("uci", "sent");
      for (const __ of ["once", "repeated"]) await follow();
      expect(await owed()).toEqual([]);
    },
  );

  it.each([
    ["a new call is tried again within twenty seconds", 0, true],
    ["after a quarter of an hour the usual pauses count", 16 * 60_000, false],
  ])("a platform that does not answer, behind a message that waits: %s", async (_, later, isSoon) => {
    const { store, open, meet, follow } = await deskWith([officer("ani")], []);
    const conversation = await meet("ani");
    await store.addOutbound(conversation, "older", { text: "lama", choices: [], locale: "id" });
    const send = await store.openSend(conversation);
    if (send) await store.closeSend(send, { state: "unknown", after: 5 * 60_000, code: "CHANNEL_UNKNOWN" });
    await open("urgent-private");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later });
    onTestFinished(() => void vi.useRealTimers());
    const shortened = vi.spyOn(store, "shortenPause");
    await follow();
    expect(shortened.mock.calls).toEqual(isSoon ? [[conversation, 20_000]] : []);
    expect(await Promise.all(shortened.mock.results.map(({ value }) => value))).toEqual(isSoon ? [true] : []);
  });

  it("if news cannot reach the assignee, the next officer is called, and the assignee keeps the ticket", async () => {
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

describe("an open call of danger goes to an officer who comes later", () => {
  const BY = { by: "operator:test" };
  it.each<[string, Category, Officer | undefined, Officer]>([
    ["an officer who is new", "urgent-private", undefined, officer("uci")],
    ["an officer with a new mark", "urgent-private", officer("uci", { urgent: false }), officer("uci")],
    ["an officer who is back at work", "urgent", officer("uci", { active: false }), officer("uci")],
    ["an officer with a new mark for survivors", "violence", officer("uci", { survivor: false }), officer("uci")],
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
  ])("a ticket %s without an officer goes to a new officer too", async (_, category) => {
    const { messaging, open, follow, holder } = await deskWith([], []);
    await open(category);
    expect(await holder()).toBeUndefined();
    await saveOfficer(messaging, undefined, officer("uci"), BY);
    await follow();
    expect(await holder()).toBe("uci");
  });

  it("a notice waits for a chat that has never written to the bot", async () => {
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

  it("a new officer gets the ticket of an officer whom no message has reached", async () => {
    const { messaging, open, follow, holder, textsOf } = await deskWith([officer("palsu")], ["uci"]);
    await open("urgent-private");
    await follow();
    expect(await holder()).toBe("palsu");
    await saveOfficer(messaging, undefined, officer("uci"), BY);
    for (const _ of ["once", "repeated"]) await follow();
    expect([await holder(), await textsOf("uci")]).toEqual(["uci", [CALL]]);
  });

  it("staff check names a ticket without an officer", async () => {
    const { messaging, open, store } = await deskWith([], []);
    await open("urgent-private");
    await store.saveOfficer(officer("uci"));
    const gaps = (await findGaps(messaging)).map(({ gap }) => gap);
    expect(gaps.join()).toMatch(new RegExp(`1 open ticket of somebody in danger has no officer.*${NUMBER}`));
  });

  it("staff check names each officer whom no message has reached, with the tickets", async () => {
    const { messaging, open, follow } = await deskWith([officer("ani"), officer("uci")], []);
    const numbers = ["LMG-26-930001-1", "LMG-26-930002-9", "LMG-26-930003-7"];
    for (const number of numbers) {
      await open("urgent-private", { number });
      await assignTicket(messaging, number);
    }
    await follow();
    const gaps = (await findGaps(messaging)).map(({ gap }) => gap);
    expect(gaps.join()).toContain(
      `3 open tickets of people in danger are with an officer whom no message has reached: call ani (${numbers[2]}, ${numbers[0]}) and uci (${numbers[1]}), or npx --no sapa tickets transfer ${numbers[2]} --to OFFICER --by ani`,
    );
  });
});

describe("a start", () => {
  const AFTER_START = "after a start: people wait in danger";

  it("of several processes tells the operators once about a person in danger of whom no officer was told", async () => {
    const all = await deskWith([officer("ani")], ["ani"]);
    await all.openFromChat("urgent");
    await all.deliver("ani", "failed");
    await all.follow();
    const before = all.lines.length;
    for (const _ of ["one process", "another"]) await logStaffGaps(all.messaging);
    const told = all.lines.slice(before).filter(({ fields }) => fields.alarm !== undefined);
    expect(told).toMatchObject([
      {
        message: AFTER_START,
        fields: { alarm: "urgent", district: "lamongan", what: expect.stringContaining(NUMBER) },
      },
    ]);
  });

  it("tells the operators nothing about a person in danger of whom an officer was told", async () => {
    const all = await deskWith([officer("ani")], ["ani"]);
    await all.openFromChat("urgent");
    await all.deliver("ani", "sent");
    await all.follow();
    await logStaffGaps(all.messaging);
    expect(all.lines.map(({ message }) => message)).not.toContain(AFTER_START);
  });
});
