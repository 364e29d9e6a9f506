import { keptWords } from "../engine/content.ts";
import { plainText } from "../understanding/normalise.ts";
import type { TextContent } from "../understanding/understood-once.ts";

/** A message with at least this many words tells what happened; a shorter message only names its subject. */
const TELLING = 5;

/** The story that a message tells, with numbers masked; `undefined` if the message only names its subject. */
export function storyOf({ text }: TextContent): string | undefined {
  const kept = keptWords(text);
  return plainText(kept).split(" ").length < TELLING ? undefined : kept;
}
