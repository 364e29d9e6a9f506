import type { Facts } from "../../engine/facts.ts";
import { withoutFillers } from "../../understanding/words.ts";

/** How many other words may stand before and after the name of a place. */
const MOST_BEFORE = 2;
const MOST_AFTER = 5;
const MOST_BESIDE_TIME = 2;

/** A story that mentions a place does not count. */
export function tellsPlaceOrTime(said: readonly string[], { words }: Facts): boolean {
  const { ofAPlace, landmarks, ofATime, besideATime, denials, subjects } = words.report;
  const { kinds, before } = words.places;
  const isPlace = (word: string): boolean => ofAPlace.has(word) || landmarks.has(word) || kinds.has(word);
  const isTime = (word: string): boolean => ofATime.has(word) || besideATime.has(word);
  const isOther = (word: string): boolean =>
    !isPlace(word) && !isTime(word) && !before.has(word) && !/^\d+$/.test(word);
  const othersIn = (part: readonly string[]): string[] => withoutFillers(part, words).filter(isOther);
  const first = said.findIndex(isPlace);
  const ahead = othersIn(first < 0 ? said : said.slice(0, first));
  const hasSubject = said.slice(0, first < 0 ? said.length : first).some((word) => subjects.has(word));
  const rest = ahead.filter((word) => !subjects.has(word) && !denials.has(word));
  if (hasSubject && rest.length > 0) return false;
  if (first < 0) return said.some((word) => ofATime.has(word)) && rest.length <= MOST_BESIDE_TIME;
  return rest.length <= MOST_BEFORE && othersIn(said.slice(first)).length <= MOST_AFTER;
}

const LONGEST_NAME = 3;

/** Whether the words may name a place that the register does not know. */
export function mayBeName(said: readonly string[], { words }: Facts): boolean {
  const { denials, subjects, happened } = words.report;
  const isName = (word: string): boolean =>
    /^\p{L}{3,}$/u.test(word) &&
    /[aeiou]/.test(word) &&
    !denials.has(word) &&
    !subjects.has(word) &&
    !happened.has(word);
  return said.length <= LONGEST_NAME && withoutFillers(said, words).length === said.length && said.every(isName);
}
