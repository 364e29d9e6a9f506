import type { Content } from "../vocabulary/message.ts";

export const SHOWN_NUMBER = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;

/** Returns `undefined` for a message that is not for the service. */
export function wordsInGroup(text: string, own: readonly string[], answersUs: boolean): Content | undefined {
  if (SHOWN_NUMBER.test(text)) return { type: "other", kind: "number-in-group" };
  const isNamed = own.some((number) => text.includes(`@${number}`));
  const words = own.reduce((words, number) => words.replaceAll(`@${number}`, ""), text).trim();
  if (words === "" || !(isNamed || answersUs || /^\/[a-z_]+/i.test(words))) return undefined;
  return { type: "text", text: words };
}
