import { numbersIn } from "../../conversation/engine/mentioned-numbers.ts";
import { defined } from "../../defined.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { isToCitizen } from "../apply.ts";
import { rule } from "../category.ts";
import { type DangerLane, dangerLaneOf } from "../danger-lane.ts";
import type { LaneChange } from "../lane.ts";
import type { NumberTyped } from "../mentioned-numbers.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import { actIdOf, type Caller } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findLaneOfWords } from "./lane-change.ts";

export function maskedWordsOf(words: string, desk: Pick<Desk, "words">): { text: string; mentioned?: NumberTyped[] } {
  const mentioned = numbersIn(words, desk.words);
  return { text: maskNumbers(words), ...(mentioned.length > 0 ? { mentioned } : {}) };
}

/**
 * - `isInward`: the citizen does not read the words.
 * - `isStory`: the words may repeat another person's story, so doubtful words count.
 */
type GivenWords = {
  words: string;
  author: Officer | undefined;
  isInward: boolean;
  isStory?: boolean;
  category?: Category | undefined;
};
type StoredWords = { text: string; mentioned?: NumberTyped[]; lane?: LaneChange };

/** Returns an empty `text` for words about violence that the service may not keep. */
export async function readOfficerWords(
  desk: Desk,
  ticket: Ticket,
  { words, author, isInward, isStory = false, category = ticket.category }: GivenWords,
): Promise<{ storedWords: StoredWords; namesDinsosOfficer: boolean }> {
  const { lane, namesDinsosOfficer } = await findLaneOfWords(desk, ticket, { words, author, isStory });
  const tellsOfViolence = dangerLaneOf(desk.signals.read(words)) === "violence";
  const isForSurvivors = [ticket.category, category].every((one) => rule(one).onlyMarked === "survivor");
  const isKept = !isInward || !tellsOfViolence || isForSurvivors;
  const text = isKept ? maskedWordsOf(words, desk) : { text: "" };
  return { storedWords: { ...text, ...defined({ lane }) }, namesDinsosOfficer };
}

export function alertOfAccusedOfficer({ log }: Pick<Desk, "log">, { number, district }: Ticket): void {
  log("warn", { alarm: "named", ticket: number, district }, "an officer's words name an officer");
}

const dangerText = (category: DangerLane): Text => ({
  key: category === "violence" ? "casework.nowViolence" : "casework.nowPrivate",
});

export function noticeOnCounterTicket({ category }: Ticket, given: string): Text | undefined {
  if (category !== given && (category === "violence" || category === "urgent-private")) return dangerText(category);
  return rule(category).onlyMarked === "survivor" ? { key: "casework.noWordsKept" } : undefined;
}

export function dangerNotice(ticket: Ticket, caller: Caller, id: string): Text | undefined {
  const event = ticket.events.find((one) => one.id === actIdOf(caller, id));
  if (!event) return undefined;
  const category = "lane" in event ? event.lane?.category : undefined;
  if (category) return dangerText(category);
  return event.text === "" && !isToCitizen(ticket, event.type) ? { key: "casework.noteNotKept" } : undefined;
}
