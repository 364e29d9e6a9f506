import type { Limits } from "../store/ports/limits.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import { CHAT_NUMBER, type Content, type Text } from "../vocabulary/message.ts";

const WINDOW = 10 * 60_000;
/** The limit keeps a member from filling a group with answers. */
const MOST = 5;

export const isChatNumber = (content: Content): boolean =>
  content.type === CHAT_NUMBER.type && content.kind === CHAT_NUMBER.kind;

export async function answerChatNumber(
  { store }: { store: Pick<Limits, "count"> },
  { conversation, key, contact }: Pick<OpenTurn, "conversation" | "key" | "contact">,
): Promise<Text | undefined> {
  const rule = { key: `chat-number:${conversation}`, limit: MOST, window: WINDOW, add: 1, once: key };
  if ((await store.count([rule])).exceeded) return undefined;
  const { address: number } = contact;
  const isPrivate = !number.startsWith("-");
  return { key: isPrivate ? "telegram.number" : "telegram.groupNumber", values: { number } };
}
