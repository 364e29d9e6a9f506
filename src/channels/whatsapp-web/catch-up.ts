import { gatewayMessageOf } from "./gateway-message.ts";
import { PERSON } from "./parse.ts";
import type { GatewayMessage } from "./schema.ts";
import { limitWork } from "./time-limit.ts";

/** `at` is the time of the chat's last activity, in seconds since 1970. */
export type UnreadChat = { id: string; at: number };

export type Phone = {
  unreadChats(): Promise<UnreadChat[]>;
  /** Returns at most `most` of the newest unread messages; `count` counts all. */
  unreadOf(chat: string, most: number): Promise<{ count: number; messages: unknown[] }>;
};

/** The gateway reads the chat `again`, or people of the office read it. */
export type Left = "again" | "with people";

const MOST_A_CHAT = 50;
const MOST_A_ROUND = 1_000;
/** In seconds. The service forgets message ids after 14 days. */
const OLDEST = 7 * 24 * 3_600;

/** In ms. */
export type RoundLimits = { question: number; round: number };

/**
 * Reads the oldest chats first, without messages from before `since` (ms since 1970). Returns in `left` the chats that
 * still have unread messages.
 */
export async function catchUp(
  phone: Phone,
  handOn: (message: GatewayMessage) => void,
  { question, round, since = 0 }: RoundLimits & { since?: number },
  only?: ReadonlySet<string>,
): Promise<{ handed: number; left: Map<string, Left> }> {
  const end = performance.now() + round;
  const oldest = Math.max(Date.now() / 1_000 - OLDEST, since / 1_000);
  const chats = (await limitWork(phone.unreadChats(), question))
    .filter(({ id }) => PERSON.test(id) && (only?.has(id) ?? true))
    .sort((a, b) => a.at - b.at);
  const left = new Map<string, Left>(chats.map(({ id }) => [id, "again"]));
  let handed = 0;
  for (const chat of chats) {
    if (handed >= MOST_A_ROUND || performance.now() > end) break;
    const found = await readUnread(phone, chat.id, question, oldest);
    if (!found) continue;
    for (const message of found.messages) handOn(message);
    handed += found.messages.length;
    if (found.left) left.set(chat.id, found.left);
    else left.delete(chat.id);
  }
  return { handed, left };
}

async function readUnread(
  phone: Phone,
  chat: string,
  limit: number,
  oldest: number,
): Promise<{ messages: GatewayMessage[]; left?: Left } | undefined> {
  try {
    const unread = await limitWork(phone.unreadOf(chat, MOST_A_CHAT), limit);
    const all = unread.messages.map((message) => gatewayMessageOf(message));
    const young = all.filter(({ timestamp }) => timestamp >= oldest);
    // For a `ciphertext` message, another device has not sent the key yet.
    const messages = young.filter(({ type }) => type !== "ciphertext");
    messages.sort((a, b) => a.timestamp - b.timestamp);
    if (messages.length < young.length) return { messages, left: "again" };
    return messages.length < unread.count ? { messages, left: "with people" } : { messages };
  } catch {
    return undefined;
  }
}
