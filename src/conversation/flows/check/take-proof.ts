import type { Content } from "../../../vocabulary/message.ts";
import type { Words } from "../../../words/words.ts";
import type { Context, Step } from "../../engine/flow.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { globalCommand } from "../../understanding/commands.ts";
import { isCourtesy } from "../../understanding/courtesy.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import { asksAbout } from "../../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import type { CheckData } from "./data.ts";
import { typedFamilyCard, writtenNumbers } from "./numbers.ts";

type Here = Context<CheckData>;

export function takeProof(text: string, context: Here): Step<CheckData> | undefined {
  const { nik = "" } = context.data;
  const numbers = writtenNumbers(text);
  const card = typedFamilyCard(numbers.find((one) => one !== nik) ?? text, context.facts);
  if (!card) return takeName(text, context);
  if (context.facts.noCards) return { to: "check.proof", wrong: { key: "check.cardNotHeld" } };
  if ("wrong" in card) return { to: "check.proof", wrong: card.wrong };
  if (card.digits === nik) return { to: "check.proof", wrong: { key: "check.sameNumber" } };
  return {
    to: "check.looking",
    data: { kk: card.digits },
    lookUp: { find: "person", nik, proof: { kk: card.digits } },
  };
}

const asksOrWants = (text: string, words: Words): boolean =>
  asksAbout(text, words) || wordsOf(text, words).some((word) => words.proof.requests.has(word));

export const isNameLike = (text: string, words: Words): boolean =>
  /^[\p{L}.,'’\- ]{2,100}$/u.test(text) &&
  text.split(/\s+/).length <= 6 &&
  !text.split(/\s+/).some((word) => words.proof.notAName.has(word.toLowerCase())) &&
  !asksOrWants(text, words) &&
  meaningOf(text, words) === undefined &&
  globalCommand(text, words) === undefined &&
  !isCourtesy(text, words);

/** In words. A longer text is no name unless the chat asked for one. */
const LONGEST_NAME = 4;

/** Whether the citizen gives a name unasked, alone or after "nama saya". */
export function isNameAlone(content: TextContent, { facts }: Here): boolean {
  const { text } = content;
  if (facts.words.proof.beforeName.isIn(plainText(text))) return isNameLike(nameIn(text, facts.words), facts.words);
  const isShort = text.trim().split(/\s+/).length <= LONGEST_NAME;
  return isShort && isNameLike(text.trim(), facts.words) && understoodOnce(content, facts).intent === "unknown";
}

function nameIn(text: string, { proof: { beforeName } }: Words): string {
  const plain = plainText(text);
  const at = beforeName.at(plain);
  return at < 0 ? text.trim() : beforeName.replacedIn(plain.slice(at).trim(), "").trim();
}

function takeName(text: string, { data: { nik = "" }, facts }: Here): Step<CheckData> | undefined {
  const name = nameIn(text, facts.words);
  if (!isNameLike(name, facts.words) || asksOrWants(text, facts.words)) return undefined;
  return { to: "check.looking", lookUp: { find: "person", nik, proof: { name } } };
}

export const takeTypedProof = (content: Content, context: Here) =>
  content.type === "text" ? takeProof(content.text, context) : undefined;
