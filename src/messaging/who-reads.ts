import { confideId } from "../conversation/engine/confide.ts";
import type { Effect } from "../effects/index.ts";
import type { Reply, Text } from "../vocabulary/message.ts";

/** `say`: texts that tell the citizen who reads the ticket now. */
type Screened = { effect: Effect; say: readonly Text[] };

/** Removes the button that hides a ticket if the ticket is already hidden. */
export function addReaders(replies: readonly Reply[], read: readonly Screened[]): Reply[] {
  const kept = new Set(read.flatMap(({ effect }) => keptNumber(effect) ?? []).map(confideId));
  const [first, ...more] = replies.map((reply) =>
    reply.choices ? { ...reply, choices: reply.choices.filter(({ id }) => !kept.has(id)) } : reply,
  );
  const told = read.flatMap(({ say }) => say);
  if (told.length === 0) return first ? [first, ...more] : [];
  const once = new Map(told.map((text) => [JSON.stringify(text), text]));
  return [{ ...first, parts: [...(first?.parts ?? []), ...once.values()] }, ...more];
}

function keptNumber({ type, payload }: Effect): string | undefined {
  if (type === "open-ticket") {
    const { number, confidential, lane } = payload.draft;
    return confidential || lane?.sensitive ? number : undefined;
  }
  if (type !== "add-to-ticket") return undefined;
  const { number, event } = payload;
  return "lane" in event && event.lane?.sensitive ? number : undefined;
}
