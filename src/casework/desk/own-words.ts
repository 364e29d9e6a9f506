import { numbersIn } from "../../conversation/engine/mentioned-numbers.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import type { Text } from "../../vocabulary/message.ts";
import { actId } from "../act-id.ts";
import { rule } from "../category.ts";
import type { DangerLane } from "../danger-lane.ts";
import type { Lane } from "../lane.ts";
import type { NumberTyped } from "../mentioned.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, callerKey } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { laneOfWords } from "./screening.ts";

/** An officer's words as a ticket keeps them: numbers masked and apart, as a citizen's. */
export function keptApart(words: string): { text: string; mentioned?: NumberTyped[] } {
  const mentioned = numbersIn(words);
  return { text: maskNumbers(words), ...(mentioned.length > 0 ? { mentioned } : {}) };
}

/** `isInward`: no citizen reads them; `isStory`: they may tell what somebody said. */
type Words = { words: string; author: Officer | undefined; isInward: boolean; isStory?: boolean };
type OwnWords = { text: string; mentioned?: NumberTyped[]; lane?: Lane };

/**
 * The same on a ticket that is there: what its words accuse somebody of, or tell of violence and self-harm, changes who
 * reads it, as a citizen's words do. Of an account of violence nothing is kept except what the citizen reads.
 */
export async function ownWords(
  desk: Desk,
  ticket: Ticket,
  { words, author, isInward, isStory = false }: Words,
): Promise<{ own: OwnWords; isNamed: boolean }> {
  const { lane, isNamed } = await laneOfWords(desk, ticket, { words, author, isStory });
  const kept = lane?.category === "violence" && isInward ? { text: "" } : keptApart(words);
  return { own: { ...kept, ...(lane ? { lane } : {}) }, isNamed };
}

/** Tells the operators that an officer below the Dinsos accuses one of the Dinsos, who is not barred for it. */
export function alarmOfNamed({ log }: Pick<Desk, "log">, { number, district }: Ticket): void {
  log("warn", { alarm: "named", ticket: number, district }, "an officer's words name an officer");
}

/** What an officer reads whose words have brought a ticket to marked officers. */
const saidOfDanger = (category: DangerLane): Text => ({
  key: category === "violence" ? "casework.nowViolence" : "casework.nowPrivate",
});

/** What is said to whoever wrote a ticket down at the counter, as `given`. */
export function counterSaid({ category }: Ticket, given: string): Text | undefined {
  if (category !== given && (category === "violence" || category === "urgent-private")) return saidOfDanger(category);
  return rule(category).onlyMarked === "survivor" ? { key: "casework.noWordsKept" } : undefined;
}

/** The same of one act on a ticket, by its caller's own id. */
export function dangerSaid({ events }: Ticket, caller: Caller, id: string): Text | undefined {
  const event = events.find((one) => one.id === actId(callerKey(caller), id));
  const category = event && "lane" in event ? event.lane?.category : undefined;
  return category && saidOfDanger(category);
}
