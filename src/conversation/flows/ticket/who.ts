import type { Category } from "../../../vocabulary/lists.ts";
import { titleTyped } from "../../understanding/commands.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { Here } from "./data.ts";

/** Categories whose report needs a name and a village. What the citizen tells of them later is added to the report. */
export const ASKS_WHO: ReadonlySet<Category> = new Set(["call-back", "listed-dead"]);

/** The most words of a message that is only a name. */
const LONGEST_NAME = 3;

/** Whether the words are those of the button that led here. They are no details. */
export const isOwnButton = (text: string, { data: { category }, facts }: Here): boolean =>
  category === "listed-dead" && titleTyped(text, [facts.wordings({ key: "repair.fileContest" })], false) !== undefined;

/** Whether an objection names nobody and no village, and the chat has not asked again yet. */
export function lacksWho(words: string, { data, facts, session }: Here): boolean {
  const { category, asked, nik, area, text, files } = data;
  if (category !== "listed-dead" || asked || area !== undefined || files.length > 0) return false;
  if ((nik ?? session.proof?.nik) !== undefined || facts.findPlaces(text).length > 0) return false;
  return !facts.words.officer.names.isIn(plainText(text)) && !isBareName(words, facts.words.proof.notAName);
}

function isBareName(text: string, notAName: ReadonlySet<string>): boolean {
  const said = text.trim().split(/\s+/);
  return (
    said.length <= LONGEST_NAME &&
    said.every((word) => /^[\p{L}.'’-]+$/u.test(word) && !notAName.has(word.toLowerCase()))
  );
}
