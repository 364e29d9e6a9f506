import type { OpenTurn } from "../store/ports/turns.ts";
import { CHAT_NUMBER, type Content, type Text } from "../vocabulary/message.ts";
import type { Messaging } from "./messaging.ts";

const WINDOW = 10 * 60_000;
/** A group's members may ask each other's patience away: beyond so many answers it is quiet for the rest of that time. */
const MOST = 5;

export const isChatNumber = (content: Content): boolean =>
  content.type === CHAT_NUMBER.type && content.kind === CHAT_NUMBER.kind;

/** Says which number the chat has and where it is written down; `undefined` where it has been said often enough. */
export async function chatNumberText(
  { store }: Pick<Messaging, "store">,
  { conversation, key, contact }: Pick<OpenTurn, "conversation" | "key" | "contact">,
): Promise<Text | undefined> {
  const rule = { key: `chat-number:${conversation}`, limit: MOST, window: WINDOW, add: 1, once: key };
  if ((await store.count([rule])).exceeded) return undefined;
  const { address: number } = contact;
  const isPrivate = !number.startsWith("-");
  return { key: isPrivate ? "telegram.number" : "telegram.groupNumber", values: { number } };
}
