import type { Content } from "../vocabulary/message.ts";

export const SHOWN_NUMBER = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;

/**
 * A group message is for us if it names our number (`@628...`), answers us, is a command, or shows a NIK or KK number.
 */
export function wordsInGroup(text: string, own: readonly string[], answersUs: boolean): Content | undefined {
  if (SHOWN_NUMBER.test(text)) return { type: "other", kind: "number-in-group" };
  const isNamed = own.some((number) => text.includes(`@${number}`));
  const words = own.reduce((words, number) => words.replaceAll(`@${number}`, ""), text).trim();
  if (words === "" || !(isNamed || answersUs || /^\/[a-z_]+/i.test(words))) return undefined;
  return { type: "text", text: words };
}
