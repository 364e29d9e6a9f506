import type { Content } from "../vocabulary/message.ts";

export const SHOWN_NUMBER = /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/;

/**
 * Returns the content of a group message to the service, otherwise `undefined`. A message is to the service if it:
 * - names the account's number (`@628...`);
 * - answers the service;
 * - is a command;
 * - shows a NIK or KK number.
 */
export function wordsInGroup(text: string, own: readonly string[], answersUs: boolean): Content | undefined {
  if (SHOWN_NUMBER.test(text)) return { type: "other", kind: "number-in-group" };
  const isNamed = own.some((number) => text.includes(`@${number}`));
  const words = own.reduce((words, number) => words.replaceAll(`@${number}`, ""), text).trim();
  if (words === "" || !(isNamed || answersUs || /^\/[a-z_]+/i.test(words))) return undefined;
  return { type: "text", text: words };
}
