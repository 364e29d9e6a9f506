import { confideId } from "../conversation/engine/confide.ts";
import type { Effect } from "../effects/index.ts";
import type { Reply, Text } from "../vocabulary/message.ts";

/** An effect that the desk has looked at, and the sentences that tell its citizen who reads it now. */
type Screened = { effect: Effect; say: readonly Text[] };

/**
 * Puts the words about who reads a ticket now right behind the words that it is filed, and takes away the button that
 * would keep it from the village where the desk has just done so: a name alone can, which no conversation knows.
 */
export function withTold(replies: readonly Reply[], read: readonly Screened[]): Reply[] {
  const kept = new Set(read.flatMap(({ effect }) => keptNumber(effect) ?? []).map(confideId));
  const [first, ...more] = replies.map((reply) =>
    reply.choices ? { ...reply, choices: reply.choices.filter(({ id }) => !kept.has(id)) } : reply,
  );
  const told = read.flatMap(({ say }) => say);
  if (told.length === 0) return first ? [first, ...more] : [];
  const once = new Map(told.map((text) => [JSON.stringify(text), text])); // equal words for several reports are said only once
  return [{ ...first, parts: [...(first?.parts ?? []), ...once.values()] }, ...more];
}

/** The ticket that this effect keeps from the village. */
function keptNumber({ type, payload }: Effect): string | undefined {
  if (type === "open-ticket") {
    const { number, confidential, lane } = payload.draft;
    return confidential || lane?.sensitive ? number : undefined;
  }
  const { number, event } = payload;
  return "lane" in event && event.lane?.sensitive ? number : undefined;
}
