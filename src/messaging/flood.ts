import type { Channel } from "../channels/channel.ts";
import { wordsIn } from "../conversation/engine/content.ts";
import type { Session } from "../conversation/engine/session.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/signal-names.ts";
import type { Content } from "../vocabulary/message.ts";

const WINDOW = 10 * 60_000;
/**
 * The most messages of one chat that get an answer within `WINDOW`. No person writes more, even with an album of
 * photos.
 */
const MOST = 100;

type Pace = NonNullable<Session["pace"]>;

export function paceAfter(pace: Pace | undefined, now: number): Pace {
  const isOver = !pace || now < pace.since || now - pace.since > WINDOW;
  return isOver ? { since: now, count: 1 } : { ...pace, count: pace.count + 1 };
}

/** `tell` and `keep` are over the limit and get no answer: `tell` is the first such message. */
export type Handling = "answer" | "tell" | "keep";

export function handlingOf({ limitsItself }: Pick<Channel, "limitsItself">, { count }: Pace): Handling {
  if (count <= MOST || limitsItself) return "answer";
  return count === MOST + 1 ? "tell" : "keep";
}

/** The most messages of a flood that get an answer because they tell of danger. */
const MOST_URGENT = 20;

/**
 * Returns the new pace if a message of a flood tells of danger and gets an answer; `undefined` for any other message.
 */
export function urgentInFlood(content: Content, pace: Pace, read: (text: string) => Signal[]): Pace | undefined {
  const words = content.type === "phone" ? undefined : wordsIn(content);
  const urgent = (pace.urgent ?? 0) + 1;
  if (words === undefined || urgent > MOST_URGENT || dangersIn(read(words)).length === 0) return undefined;
  return { ...pace, urgent };
}
