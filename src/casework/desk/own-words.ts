import { numbersIn } from "../../conversation/engine/mentioned-numbers.ts";
import { defined } from "../../defined.ts";
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

/**
 * An officer's words as a ticket keeps them, like a citizen's: the text with its numbers masked, and the numbers in a
 * list of their own.
 */
export function keptApart(words: string, desk: Pick<Desk, "words">): { text: string; mentioned?: NumberTyped[] } {
  const mentioned = numbersIn(words, desk.words);
  return { text: maskNumbers(words), ...(mentioned.length > 0 ? { mentioned } : {}) };
}

/**
 * `isInward`: no citizen reads these words; `isStory`: they may repeat what somebody told the officer, so a doubt in
 * them counts.
 */
type Words = { words: string; author: Officer | undefined; isInward: boolean; isStory?: boolean };
type OwnWords = { text: string; mentioned?: NumberTyped[]; lane?: Lane };

/**
 * Reads an officer's words on a ticket that exists, before they are kept. Words that accuse somebody, or tell of
 * violence or self-harm, change who may read the ticket, as a citizen's words do. Of an account of violence the ticket
 * keeps only the words that the citizen reads.
 */
export async function ownWords(
  desk: Desk,
  ticket: Ticket,
  { words, author, isInward, isStory = false }: Words,
): Promise<{ own: OwnWords; isNamed: boolean }> {
  const { lane, isNamed } = await laneOfWords(desk, ticket, { words, author, isStory });
  const kept = lane?.category === "violence" && isInward ? { text: "" } : keptApart(words, desk);
  return { own: { ...kept, ...defined({ lane }) }, isNamed };
}

/**
 * Alerts the operators: an officer below the Dinsos accuses an officer of the Dinsos. The accusation does not bar the
 * accused officer from the ticket.
 */
export function alarmOfNamed({ log }: Pick<Desk, "log">, { number, district }: Ticket): void {
  log("warn", { alarm: "named", ticket: number, district }, "an officer's words name an officer");
}

/** What an officer is told after their words have moved a ticket to marked officers. */
const saidOfDanger = (category: DangerLane): Text => ({
  key: category === "violence" ? "casework.nowViolence" : "casework.nowPrivate",
});

/** What the author of a ticket from the counter is told; `given` is the category that they chose. */
export function counterSaid({ category }: Ticket, given: string): Text | undefined {
  if (category !== given && (category === "violence" || category === "urgent-private")) return saidOfDanger(category);
  return rule(category).onlyMarked === "survivor" ? { key: "casework.noWordsKept" } : undefined;
}

/** What the caller is told after one act on a ticket; `id` is the id that the caller gave this act. */
export function dangerSaid({ events }: Ticket, caller: Caller, id: string): Text | undefined {
  const event = events.find((one) => one.id === actId(callerKey(caller), id));
  const category = event && "lane" in event ? event.lane?.category : undefined;
  return category && saidOfDanger(category);
}
