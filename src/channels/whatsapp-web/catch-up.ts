import { handedOf } from "./handed.ts";
import { PERSON } from "./parse.ts";
import type { Handed } from "./schema.ts";
import { within } from "./time-limit.ts";

/** A chat of the phone with messages that nobody has read, and when it last stirred, in seconds since 1970. */
export type UnreadChat = { id: string; at: number };

/** What the phone can be asked about the time before its session was there. */
export type Phone = {
  unreadChats(): Promise<UnreadChat[]>;
  /** How many a chat has by now, and the newest of them, at most so many. */
  unreadOf(chat: string, most: number): Promise<{ count: number; messages: unknown[] }>;
};

/** Why a chat still holds what was not handed on: it is tried again, or it stays with people. */
export type Left = "again" | "with people";

/** Messages a chat, and in one round. */
const MOST_A_CHAT = 50;
const MOST_A_ROUND = 1_000;
/** Seconds. Nobody expects an answer of a machine to what is older, and the service forgets ids in 14 days. */
const OLDEST = 7 * 24 * 3_600;

/** Ms: for each question, and for all of a round. */
export type RoundLimits = { question: number; round: number };

/**
 * Hands on what persons' chats hold unread, oldest first, from the chat that has waited longest to the newest; `only`
 * names those that are looked at, `since` (ms since 1970) lets what is older be. Returns the chats of which something is left. Rejects when there is no list of chats.
 */
export async function catchUp(
  phone: Phone,
  hand: (message: Handed) => void,
  { question, round, since = 0 }: RoundLimits & { since?: number },
  only?: ReadonlySet<string>,
): Promise<{ handed: number; left: Map<string, Left> }> {
  const end = performance.now() + round;
  const oldest = Math.max(Date.now() / 1_000 - OLDEST, since / 1_000);
  const chats = (await within(phone.unreadChats(), question))
    .filter(({ id }) => PERSON.test(id) && (only?.has(id) ?? true))
    .sort((a, b) => a.at - b.at);
  const left = new Map<string, Left>(chats.map(({ id }) => [id, "again"]));
  let handed = 0;
  for (const chat of chats) {
    if (handed >= MOST_A_ROUND || performance.now() > end) break;
    const found = await unreadOf(phone, chat.id, question, oldest);
    if (!found) continue;
    for (const message of found.messages) hand(message);
    handed += found.messages.length;
    if (found.left) left.set(chat.id, found.left);
    else left.delete(chat.id);
  }
  return { handed, left };
}

/** `undefined`: this chat cannot be read now. */
async function unreadOf(
  phone: Phone,
  chat: string,
  limit: number,
  oldest: number,
): Promise<{ messages: Handed[]; left?: Left } | undefined> {
  try {
    const unread = await within(phone.unreadOf(chat, MOST_A_CHAT), limit);
    const all = unread.messages.map((message) => handedOf(message));
    const young = all.filter(({ timestamp }) => timestamp >= oldest);
    // Its key is still on the way from another device.
    const messages = young.filter(({ type }) => type !== "ciphertext");
    messages.sort((a, b) => a.timestamp - b.timestamp);
    if (messages.length < young.length) return { messages, left: "again" };
    return messages.length < unread.count ? { messages, left: "with people" } : { messages };
  } catch {
    return undefined;
  }
}
