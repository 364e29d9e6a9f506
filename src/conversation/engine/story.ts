import type { Words } from "../../words/words.ts";
import { plainText } from "../understanding/normalise.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import { keptWords } from "./content.ts";

/** A shorter message (in words) may name only its subject. */
const TELLING = 5;
/** With a word such as "belum", this many words tell a story: "pkh belum cair". */
const TELLING_IN_SHORT = 3;

export function storyOf({ text }: TextContent, { answers, report }: Words): string | undefined {
  const kept = keptWords(text);
  const [first = "", ...more] = plainText(kept).split(" ");
  const says =
    more.some((word) => answers.denials.has(word) || report.happened.has(word)) || report.happened.has(first);
  return more.length + 1 < (says ? TELLING_IN_SHORT : TELLING) ? undefined : kept;
}

export function tellsOfLack(text: string, { answers, questions }: Words): boolean {
  const [first = "", ...more] = plainText(text).split(" ");
  return !questions.begins.has(first) && more.some((word) => answers.denials.has(word));
}
