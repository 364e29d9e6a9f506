import type { Category } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { numbersIn } from "../../engine/mentioned-numbers.ts";
import { titleTyped } from "../../understanding/commands.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { Here } from "./data.ts";

/** The chat adds the name and the village to these reports later. */
export const ASKS_WHO: ReadonlySet<Category> = new Set(["call-back", "listed-dead"]);

const LONGEST_NAME = 3;

export const isOwnButton = (text: string, { data: { category }, facts }: Here): boolean =>
  category === "listed-dead" && titleTyped(text, [facts.wordings({ key: "repair.fileContest" })], false) !== undefined;

/** Returns a question about the person, which the chat asks only once. */
export function lackingWho(words: string, { data, facts, session }: Here): Text | undefined {
  const { category, asked, nik, area, text, files } = data;
  if (asked || files.length > 0 || (nik ?? session.proof?.nik) !== undefined) return undefined;
  if (numbersIn(words, facts.words).some(({ label }) => label === "nik")) return undefined;
  if (facts.words.officer.names.isIn(plainText(text))) return undefined;
  if (category === "death-report")
    return facts.placesNamed(words).length > 0 ? { key: "ticket.askNameOfDead" } : undefined;
  if (category !== "listed-dead" || area !== undefined || facts.findPlaces(text).length > 0) return undefined;
  return isBareName(words, facts.words.proof.notAName) ? undefined : { key: "ticket.askWhoAgain" };
}

function isBareName(text: string, notAName: ReadonlySet<string>): boolean {
  const said = text.trim().split(/\s+/);
  return (
    said.length <= LONGEST_NAME &&
    said.every((word) => /^[\p{L}.'’-]+$/u.test(word) && !notAName.has(word.toLowerCase()))
  );
}
