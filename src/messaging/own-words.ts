import type { Lane } from "../complaints/lane.ts";
import type { NumberTyped } from "../complaints/mentioned.ts";
import type { Ticket } from "../complaints/ticket.ts";
import { numbersIn } from "../conversation/mentioned.ts";
import { maskNumbers } from "../register/find-numbers.ts";
import type { Messaging } from "./messaging.ts";
import { laneOfWords } from "./screening.ts";

/** An officer's words as a ticket keeps them: numbers masked and apart, as a citizen's. */
export function keptApart(words: string): { text: string; mentioned?: NumberTyped[] } {
  const mentioned = numbersIn(words);
  return { text: maskNumbers(words), ...(mentioned.length > 0 ? { mentioned } : {}) };
}

/** The same on a ticket that is there: what its words accuse somebody of raises it, as a citizen's words do. */
export async function ownWords(
  messaging: Messaging,
  ticket: Ticket,
  words: string,
  isStory = false,
): Promise<{ text: string; mentioned?: NumberTyped[]; lane?: Lane }> {
  const lane = await laneOfWords(messaging, ticket, words, isStory);
  return { ...keptApart(words), ...(lane ? { lane } : {}) };
}
