import type { Channel } from "../channels/channel.ts";
import { wordsIn } from "../conversation/engine/content.ts";
import type { Session } from "../conversation/engine/session.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/signal-names.ts";
import type { Content } from "../vocabulary/message.ts";

const WINDOW = 10 * 60_000;
/** No person writes more messages within `WINDOW` ms. */
const MOST = 100;

type Pace = NonNullable<Session["pace"]>;

export function paceAfter(pace: Pace | undefined, now: number): Pace {
  const isOver = !pace || now < pace.since || now - pace.since > WINDOW;
  return isOver ? { since: now, count: 1 } : { ...pace, count: pace.count + 1 };
}

/** Over the limit, the first message (`tell`) gets one sentence, and later messages (`keep`) get no answer. */
export type Handling = "answer" | "tell" | "keep";

export function handlingOf({ limitsItself }: Pick<Channel, "limitsItself">, { count }: Pace): Handling {
  if (count <= MOST || limitsItself) return "answer";
  return count === MOST + 1 ? "tell" : "keep";
}

const MOST_URGENT = 20;

export function urgentInFlood(content: Content, pace: Pace, read: (text: string) => Signal[]): Pace | undefined {
  const words = content.type === "phone" ? undefined : wordsIn(content);
  const urgent = (pace.urgent ?? 0) + 1;
  if (words === undefined || urgent > MOST_URGENT || dangersIn(read(words)).length === 0) return undefined;
  return { ...pace, urgent };
}
