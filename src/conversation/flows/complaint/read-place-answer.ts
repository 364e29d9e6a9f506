import { type Facts, namesPlace } from "../../engine/facts.ts";
import { namesTime } from "../../engine/told.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { holdsWord, plainText } from "../../understanding/normalise.ts";
import { onlyScolds } from "../../understanding/only-scolds.ts";
import { asksSomething, mayAsk } from "../../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { mayBeName, tellsPlaceOrTime } from "./place-words.ts";
import { maybeDanger } from "./threat.ts";

/** Whether a text tells when, and not where: "sejak 2024", "wis suwe". */
export function isTimeOnly(text: string, facts: Facts): boolean {
  const { ofATime, besideATime, longAgo } = facts.words.report;
  if (namesPlace(text, facts)) return false;
  const said = plainText(text).split(" ");
  if (longAgo.isIn(said.join(" "))) return true;
  const isTime = (word: string): boolean => ofATime.has(word) || /^\d{1,4}$/.test(word);
  return said.some((word) => ofATime.has(word)) && said.every((word) => isTime(word) || besideATime.has(word));
}

/** Returns "sejak Juli" for "desa Jegreg, sejak Juli". */
export function timeIn(text: string, facts: Facts): string | undefined {
  const times = text
    .split(/[,.;\n]+/)
    .map((part) => (namesPlace(part, facts) ? timeBesidePlace(part, facts) : part.trim()))
    .filter((part) => namesTime(part, facts));
  return times.length > 0 ? times.join(", ") : undefined;
}

function timeBesidePlace(part: string, facts: Facts): string {
  const { places, report } = facts.words;
  const words = part.trim().split(/\s+/);
  const isOfTime = (word: string): boolean => report.ofATime.has(word) || report.besideATime.has(word);
  const from = words.findIndex((word) => isOfTime(plainText(word)) || /^\d{1,4}$/.test(word));
  const isOfPlace = (word = ""): boolean => places.kinds.has(plainText(word)) || places.before.has(plainText(word));
  let time = from < 0 ? [] : words.slice(from);
  while (time.length > 0 && (isOfPlace(time.at(-1)) || namesPlace(time.join(" "), facts))) time = time.slice(0, -1);
  return time.join(" ");
}

const LONGEST_NAME = 3;

export const isPlaceCorrection = (text: string, facts: Facts): boolean =>
  !asksSomething(text, facts.words) && namesPlace(text, facts);

const LONGEST_QUESTION = 6;
export const isShortQuestion = (text: string, { words }: Facts): boolean =>
  plainText(text).split(" ").length <= LONGEST_QUESTION && words.questions.orNot.isIn(plainText(text));

export function isWhere(text: string, facts: Facts): boolean {
  if (meaningOf(text, facts.words) === "unknown") return true;
  if (mayAsk(text, facts.words) || isShortQuestion(text, facts) || !tellsSomething(text, facts.words)) return false;
  if (namesPlace(text, facts)) return true;
  if (facts.signals(text).length > 0) return false;
  const plain = facts.words.report.ofAnOfficial.replacedIn(plainText(text), "").trim();
  const said = plain.split(" ");
  const content: TextContent = { type: "text", text };
  const { intent, extracted } = understoodOnce(content, facts);
  if (onlyScolds(content, facts) || maybeDanger(content, facts)) return false;
  if (tellsPlaceOrTime(said, facts)) return /\p{L}{3}/u.test(plain);
  return mayBeName(said, facts) && intent === "unknown" && extracted.programme === undefined;
}

export function programmeAlone(text: string, facts: Facts): string | undefined {
  const { programme } = understoodOnce({ type: "text", text }, facts).extracted;
  return plainText(text).split(" ").length <= LONGEST_NAME && !asksSomething(text, facts.words) ? programme : undefined;
}

export const hidesPlace = (text: string, { words }: Facts): boolean => words.report.hidesPlace.isIn(plainText(text));

export const asksWhoReads = (text: string, { words }: Facts): boolean =>
  asksSomething(text, words) && holdsWord(plainText(text), words.secrecy.told);
