import type { Channel } from "../channels/channel.ts";
import { wordsIn } from "../conversation/engine/content.ts";
import type { Session } from "../conversation/engine/session.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/signal-names.ts";
import type { Content } from "../vocabulary/message.ts";

const WINDOW = 10 * 60_000;
/**
 * Most messages of one chat that are answered within `WINDOW`: more than anybody writes, even with the photos of an
 * album.
 */
const MOST = 100;

type Pace = NonNullable<Session["pace"]>;

/**
 * Counts this message among those of the chat in the running window; if the clock was set back, a new window begins.
 */
export function paceAfter(pace: Pace | undefined, now: number): Pace {
  const isOver = !pace || now < pace.since || now - pace.since > WINDOW;
  return isOver ? { since: now, count: 1 } : { ...pace, count: pace.count + 1 };
}

/**
 * How a message is treated. `answer`: it is answered. `tell` and `keep`: it is only kept, since its chat writes faster
 * than any person; the first such message is `tell`, the others are `keep`. An accepted message is never dropped.
 */
export type Handling = "answer" | "tell" | "keep";

export function handlingOf({ limitsItself }: Pick<Channel, "limitsItself">, { count }: Pace): Handling {
  if (count <= MOST || limitsItself) return "answer";
  return count === MOST + 1 ? "tell" : "keep";
}

/** Most messages of a flood that are answered because they tell of danger. */
const MOST_URGENT = 20;

/**
 * Returns the pace after a message of a flood that is answered because it tells of somebody in danger; `undefined` for
 * any other message.
 */
export function urgentInFlood(content: Content, pace: Pace, read: (text: string) => Signal[]): Pace | undefined {
  const words = content.type === "phone" ? undefined : wordsIn(content);
  const urgent = (pace.urgent ?? 0) + 1;
  if (words === undefined || urgent > MOST_URGENT || dangersIn(read(words)).length === 0) return undefined;
  return { ...pace, urgent };
}
