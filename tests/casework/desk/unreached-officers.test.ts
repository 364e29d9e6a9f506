import { expect, it } from "vitest";
import { noticeOnNotTold } from "../../../src/casework/desk/not-told.ts";
import { findReachable } from "../../../src/casework/desk/officer-chats.ts";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import { describeUnreachedChats } from "../../../src/casework/desk/unreached-officers.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import { channelKey } from "../../../src/channels/accounts.ts";
import { meetChat } from "../../support/chats.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf } from "../../support/officers.ts";

const MARKS = { sensitive: true, urgent: true, survivor: true };

async function withBot() {
  const { messaging, channel } = await stages();
  const bot = { ...channel, name: "telegram", account: "bot" };
  const channels = new Map([...messaging.channels, [channelKey({ channel: "telegram", account: "bot" }), bot]]);
  await meetChat(messaging.store, { channel: "telegram", address: "met" }, "bot");
  await meetChat(messaging.store, { channel: "telegram", address: "blocked" }, "bot");
  const blocked = { channel: "telegram", account: "bot", address: "blocked" };
  await messaging.store.setReachable(blocked, false);
  return { ...messaging, channels };
}
const whatsapp = { channel: "whatsapp", address: "628100001111" };

it.each<[string, Partial<Officer>, boolean, RegExp[]]>([
  ["no chat", {}, false, []],
  ["a chat that has met the bot", { telegram: "met" }, true, []],
  ["a number that nobody has", { telegram: "99999999" }, false, [/never written to the bot.*staff invite dina/]],
  ["a chat that has blocked the bot", { telegram: "blocked" }, false, [/takes no messages.*unblock/]],
  ["a channel without an account", { chats: [whatsapp] }, false, [/no account on whatsapp/]],
  [
    "one chat that is met and one that is not",
    { telegram: "met", chats: [whatsapp] },
    true,
    [/no account on whatsapp/],
  ],
])("an officer with %s", async (what, record, isReached, lines) => {
  const isInvited = what !== "a chat that has blocked the bot";
  const desk = await withBot();
  const dina = officerOf("dinsos", { id: "dina", ...MARKS, ...record });
  await desk.store.saveOfficer(dina);
  expect((await findReachable(desk, [dina])).has("dina")).toBe(isReached);
  const notice = (caller?: Officer) => noticeOnNotTold(desk, dina, "dina", { officer: caller });
  const said = isInvited
    ? { key: "casework.notToldInvite", values: { officer: dina.name, invite: "npx --no sapa staff invite dina" } }
    : { key: "casework.notTold", values: { officer: dina.name } };
  expect([await notice(), await notice(dina)]).toEqual([isReached ? undefined : said, undefined]);
  expect(await describeUnreachedChats(desk, dina)).toEqual(lines.map((line) => expect.stringMatching(line)));
  const lane = "nobody can be told of somebody in danger, of violence, of what accuses officials";
  expect((await findGaps(desk, "lamongan")).map(({ gap }) => gap)).toEqual([
    ...(isReached ? [] : [expect.stringContaining(lane)]),
    ...lines.map((line) => expect.stringMatching(line)),
  ]);
});

it.each<[string, Partial<Officer>, string | undefined]>([
  ["another officer with the marks is reached", { ...MARKS, telegram: "met" }, undefined],
  [
    "the other officer has only the mark for danger",
    { urgent: true, telegram: "met" },
    "of violence, of what accuses officials:",
  ],
  ["the other officer is off", { ...MARKS, telegram: "met", active: false }, "of somebody in danger"],
])("the gaps of lanes of which an officer is not reached: %s", async (_, other, named) => {
  const desk = await withBot();
  await desk.store.saveOfficer(officerOf("dinsos", { id: "dina", ...MARKS, telegram: "99999999" }));
  await desk.store.saveOfficer(officerOf("dinsos", { id: "uci", ...other }));
  const gaps = (await findGaps(desk, "lamongan")).map(({ gap }) => gap);
  expect(gaps.filter((gap) => gap.includes("nobody can be told"))).toEqual(
    named === undefined ? [] : [expect.stringContaining(named)],
  );
});

it("the gaps of an office with the web chat alone say once that no officer is told", async () => {
  const { messaging } = await stages();
  await messaging.store.saveOfficer(officerOf("dinsos", { ...MARKS, telegram: "7" }));
  expect((await findGaps(messaging, "lamongan")).map(({ gap }) => gap)).toEqual([
    expect.stringMatching(/no officer is told of a ticket, not even of somebody in danger/),
  ]);
});

it("the gaps name a district whose officers are at work and that this service does not serve", async () => {
  const desk = await withBot();
  await desk.store.saveOfficer(officerOf("dinsos", { ...MARKS, telegram: "met" }));
  for (const id of ["joko", "tuti"]) await desk.store.saveOfficer(officerOf("dinsos", { id, district: "jombang" }));
  await desk.store.saveOfficer(officerOf("dinsos", { id: "rina", district: "jombang", active: false }));
  const districts = new Map([...desk.districts].filter(([id]) => id === "lamongan"));
  expect((await findGaps({ ...desk, districts })).map(({ gap }) => gap)).toEqual([
    "jombang: 2 officers are at work, and nobody serves the district: DISTRICTS does not name it",
  ]);
  expect(await findGaps({ ...desk, districts }, "lamongan")).toEqual([]);
});
