import type { Content } from "../vocabulary/message.ts";

/** A whole number of a person, however it is written. */
export const SHOWN_NUMBER = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;

/**
 * What a message in a WhatsApp group says to us, to be answered in private: words that name one of our numbers (`@628...`),
 * answer our own message or are a command. A member who shows a person's number there is told why that is unwise.
 */
export function wordsInGroup(text: string, own: readonly string[], answersUs: boolean): Content | undefined {
  if (SHOWN_NUMBER.test(text)) return { type: "other", kind: "number-in-group" };
  const isNamed = own.some((number) => text.includes(`@${number}`));
  const said = own.reduce((words, number) => words.replaceAll(`@${number}`, ""), text).trim();
  if (said === "" || !(isNamed || answersUs || /^\/[a-z_]+/i.test(said))) return undefined;
  return { type: "text", text: said };
}
