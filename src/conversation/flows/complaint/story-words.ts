import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { wishesCheck } from "../../engine/corrected-intent.ts";
import type { Facts } from "../../engine/facts.ts";
import { storyOf, tellsOfLack } from "../../engine/story.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import type { Intent } from "../../understanding/intents.ts";
import { isAngry } from "../../understanding/moods.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import { onlyScolds } from "../../understanding/only-scolds.ts";
import { mayAsk } from "../../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import type { Here } from "./data.ts";
import { isPlaceCorrection, isShortQuestion, isTimeOnly, programmeAlone } from "./read-place-answer.ts";

/** A greeting, a number or a bare yes or no tells nothing. */
export const writtenText = (content: Content, { words }: Facts): string | undefined => {
  const text = wordsIn(content);
  return text === undefined || !tellsSomething(text, words) ? undefined : keptWords(text);
};

const OF_A_STORY: ReadonlySet<Intent> = new Set(["complaint", "unknown", "listed-dead"]);

export const goesOn = (content: TextContent, facts: Facts): boolean =>
  tellsSomething(content.text, facts.words) &&
  !mayAsk(content.text, facts.words) &&
  !isShortQuestion(content.text, facts) &&
  !isQuestion(content.text, facts) &&
  !isAngry(content.text, facts.words) &&
  !onlyScolds(content, facts) &&
  !isPlaceCorrection(content.text, facts) &&
  !isTimeOnly(content.text, facts) &&
  OF_A_STORY.has(understoodOnce(content, facts).intent);

const LEAST_SUBJECT = 2;

/** Returns words that only name the subject of a story: "kartu atm saya". */
export function subjectIn(content: TextContent, facts: Facts): string | undefined {
  const isNamed = plainText(content.text).split(" ").length >= LEAST_SUBJECT;
  const announces = facts.words.report.announces.isIn(plainText(content.text));
  return isNamed && !announces && goesOn(content, facts) ? keptWords(content.text) : undefined;
}

export function storyIn(content: TextContent, { data, facts }: Here): string | undefined {
  if (isNoStory(content, facts) || onlyScolds(content, facts)) return undefined;
  const before = data.text || data.subject;
  if (isShortQuestion(content.text, facts)) return undefined;
  const isMore = before && goesOn(content, facts) && programmeAlone(content.text, facts) === undefined;
  const text = storyOf(content, facts.words) ?? (isMore ? keptWords(content.text) : undefined);
  return text && before ? keptWords(`${before}\n${text}`) : text;
}

const TASKS: ReadonlySet<Intent> = new Set([
  "check",
  "programmes",
  "apply",
  "ask",
  "offices",
  "track",
  "officer",
  "language",
  "privacy",
  "data-copy",
  "data-delete",
]);
const SURE = 0.5;

export function namesTask(content: TextContent, facts: Facts): boolean {
  const { intent, confidence, extracted } = understoodOnce(content, facts);
  if (extracted.category !== undefined || facts.signals(content.text).includes("accusation")) return false;
  if (wishesCheck(understoodOnce(content, facts), content.text, facts)) return true;
  const complains = tellsOfLack(content.text, facts.words) && !(intent === "ask" && extracted.answer !== undefined);
  return TASKS.has(intent) && confidence >= SURE && !complains;
}

/** Whether the citizen only says "sudah saya ceritakan tadi" (I told you before). */
export const isNoStory = (content: Content, { words }: Facts): boolean =>
  content.type === "text" && words.report.noStory.isIn(plainText(content.text));

/** "Kapan cair pak" is a question; "kenapa belum cair" is the complaint itself. */
export function isQuestion(text: string, { words }: Facts): boolean {
  const said = wordsOf(text, words);
  return words.questions.first.has(said[0] ?? "") || said.some((word) => words.questions.about.has(word));
}
