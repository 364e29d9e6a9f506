import { describe, expect, it } from "vitest";
import { catchUp, type Phone } from "../../../src/channels/whatsapp-web/catch-up.ts";

const LIMITS = { question: 200, round: 5_000 };
const now = Math.floor(Date.now() / 1_000);
const day = 24 * 3_600;
const person = (number: number): string => `62815${String(number).padStart(8, "0")}@c.us`;

const message = (from: string, name: string, ago: number, type = "chat") => ({
  id: { _serialized: `false_${from}_${name}` },
  from,
  fromMe: false,
  isStatus: false,
  type,
  body: name,
  timestamp: now - ago,
});
type Chat = { count?: number; at?: number; messages: unknown[] | "broken" | "stuck" };

const phoneWith = (chats: Record<string, Chat>): Phone => ({
  unreadChats: async () => Object.entries(chats).map(([id, { at = 0 }]) => ({ id, at })),
  async unreadOf(id, most) {
    const { messages = [], count } = chats[id] ?? {};
    if (messages === "stuck") return new Promise(() => undefined);
    if (messages === "broken") throw new Error("no history");
    return { count: count ?? messages.length, messages: messages.slice(-most) };
  },
});

async function caught(chats: Record<string, Chat>, only?: string[]) {
  const handed: string[] = [];
  const { left } = await catchUp(phoneWith(chats), ({ body }) => handed.push(body), LIMITS, only && new Set(only));
  return { handed, left: Object.fromEntries(left) };
}

const [a, b, c] = [person(1), person(2), person(3)];
const cases: [string, Record<string, Chat>, string[], Record<string, string>][] = [
  ["nothing unread", {}, [], {}],
  [
    "the chat that has waited longest first, each from old to new",
    {
      [a]: { at: 20, messages: [message(a, "3", 10), message(a, "4", 5)] },
      [b]: { at: 10, messages: [message(b, "2", 30), message(b, "1", 40)] },
    },
    ["1", "2", "3", "4"],
    {},
  ],
  [
    "a chat that fails and one that hangs beside one that does not",
    {
      [a]: { at: 1, messages: "stuck" },
      [b]: { at: 2, messages: "broken" },
      [c]: { at: 3, messages: [message(c, "1", 9)] },
    },
    ["1"],
    { [a]: "again", [b]: "again" },
  ],
  [
    "what is no person's chat",
    {
      "120363000000000000@g.us": { messages: [message(a, "group", 1)] },
      "status@broadcast": { messages: [message(a, "status", 1)] },
      "120363000000000000@newsletter": { messages: [message(a, "news", 1)] },
      "123456789012345@lid": { messages: [message("123456789012345@lid", "hidden number", 1)] },
    },
    ["hidden number"],
    {},
  ],
  [
    "what is older than a week stays with people",
    { [a]: { messages: [message(a, "old", 8 * day), message(a, "new", 6 * day)] } },
    ["new"],
    { [a]: "with people" },
  ],
  [
    "what cannot be read yet is asked for again",
    { [a]: { messages: [message(a, "1", 9), message(a, "", 8, "ciphertext")] } },
    ["1"],
    { [a]: "again" },
  ],
  [
    "what this device does not have stays with people",
    { [a]: { count: 5, messages: [message(a, "4", 9), message(a, "5", 8)] } },
    ["4", "5"],
    { [a]: "with people" },
  ],
  [
    "the newest fifty of a flood",
    { [a]: { messages: Array.from({ length: 60 }, (_, index) => message(a, String(index), 100 - index)) } },
    Array.from({ length: 50 }, (_, index) => String(index + 10)),
    { [a]: "with people" },
  ],
  [
    "a chat whose messages are none",
    { [a]: { messages: [{}] }, [b]: { messages: [message(b, "1", 1)] } },
    ["1"],
    { [a]: "again" },
  ],
];

it("catching up leaves messages from before the number was paired", async () => {
  const handed: string[] = [];
  const phone = phoneWith({ [a]: { messages: [message(a, "before", 3_600), message(a, "after", 60)] } });
  const since = (now - 1_800) * 1_000;
  const { left } = await catchUp(phone, ({ body }) => handed.push(body), { ...LIMITS, since });
  expect(handed).toEqual(["after"]);
  expect([...left]).toEqual([[a, "with people"]]);
});

describe("catching up hands on", () => {
  it.each(cases)("%s", async (_, chats, handed, left) => {
    expect(await caught(chats)).toEqual({ handed, left });
  });

  it("a thousand messages in a round, and the others in the next round", async () => {
    const flood = (from: string) => Array.from({ length: 50 }, (_, index) => message(from, "x", 100 - index));
    const people = Array.from({ length: 30 }, (_, index) => person(index));
    const chats = Object.fromEntries(people.map((id, at) => [id, { at, messages: flood(id) }]));
    const first = await caught(chats);
    expect(first.handed).toHaveLength(1_000);
    expect(Object.keys(first.left)).toEqual(people.slice(20));
    expect(await caught(chats, Object.keys(first.left))).toMatchObject({ handed: { length: 500 }, left: {} });
  });

  it("nothing if the phone gives no list of chats", async () => {
    const phone = { ...phoneWith({}), unreadChats: () => new Promise<never>(() => undefined) };
    await expect(catchUp(phone, () => undefined, LIMITS)).rejects.toThrow("hung");
  });
});
