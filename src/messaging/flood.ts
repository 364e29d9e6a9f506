import type { Channel } from "../channels/channel.ts";
import { wordsIn } from "../conversation/engine/content.ts";
import type { Session } from "../conversation/engine/session.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/signal-names.ts";
import type { Content } from "../vocabulary/message.ts";

const WINDOW = 10 * 60_000;
/** Messages of one chat that are answered in that time: more than anybody writes, photos of an album among them. */
const MOST = 100;

type Pace = NonNullable<Session["pace"]>;

/** How many messages of a chat were opened in the running window, this one included; a clock set back begins another. */
export function paceAfter(pace: Pace | undefined, now: number): Pace {
  const isOver = !pace || now < pace.since || now - pace.since > WINDOW;
  return isOver ? { since: now, count: 1 } : { ...pace, count: pace.count + 1 };
}

/**
 * The treatment of a message: `answer`; or it is only kept, since its chat writes faster than any person, `tell` for the
 * first of them and `keep` for the others. An accepted message is never dropped.
 */
export type Handling = "answer" | "tell" | "keep";

export function handlingOf({ limitsItself }: Pick<Channel, "limitsItself">, { count }: Pace): Handling {
  if (count <= MOST || limitsItself) return "answer";
  return count === MOST + 1 ? "tell" : "keep";
}

/** Messages of a flood that tell of danger and are answered all the same. */
const MOST_URGENT = 20;

/** The pace after a message that is answered in a flood, since it tells of somebody in danger; `undefined` for any other. */
export function urgentInFlood(content: Content, pace: Pace, read: (text: string) => Signal[]): Pace | undefined {
  const words = content.type === "phone" ? undefined : wordsIn(content);
  const urgent = (pace.urgent ?? 0) + 1;
  if (words === undefined || urgent > MOST_URGENT || dangersIn(read(words)).length === 0) return undefined;
  return { ...pace, urgent };
}
