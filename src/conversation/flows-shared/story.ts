import { keptWords } from "../engine/content.ts";
import { plainText } from "../understanding/normalise.ts";
import type { TextContent } from "../understanding/understood-once.ts";

/** So many words tell what happened; fewer only name what it is about. */
const TELLING = 5;

/** What a message tells beside what it is about, without numbers; nothing where it only names that. */
export function storyOf({ text }: TextContent): string | undefined {
  const kept = keptWords(text);
  return plainText(kept).split(" ").length < TELLING ? undefined : kept;
}
