import { confideId } from "../conversation/engine/confide.ts";
import type { Effect } from "../effects/index.ts";
import type { Reply, Text } from "../vocabulary/message.ts";

/** An effect after casework has screened it, with the sentences that tell its citizen who reads it now. */
type Screened = { effect: Effect; say: readonly Text[] };

/**
 * Adds the sentences about a ticket's readers right after the sentence that the ticket is filed. Casework may have
 * hidden a ticket from the village because of a name in its words, which the conversation does not know. Then the
 * button that would hide the ticket is removed.
 */
export function addReaders(replies: readonly Reply[], read: readonly Screened[]): Reply[] {
  const kept = new Set(read.flatMap(({ effect }) => keptNumber(effect) ?? []).map(confideId));
  const [first, ...more] = replies.map((reply) =>
    reply.choices ? { ...reply, choices: reply.choices.filter(({ id }) => !kept.has(id)) } : reply,
  );
  const told = read.flatMap(({ say }) => say);
  if (told.length === 0) return first ? [first, ...more] : [];
  const once = new Map(told.map((text) => [JSON.stringify(text), text])); // equal sentences are said only once
  return [{ ...first, parts: [...(first?.parts ?? []), ...once.values()] }, ...more];
}

/** Returns the number of the ticket that this effect hides from the village. */
function keptNumber({ type, payload }: Effect): string | undefined {
  if (type === "open-ticket") {
    const { number, confidential, lane } = payload.draft;
    return confidential || lane?.sensitive ? number : undefined;
  }
  if (type !== "add-to-ticket") return undefined;
  const { number, event } = payload;
  return "lane" in event && event.lane?.sensitive ? number : undefined;
}
