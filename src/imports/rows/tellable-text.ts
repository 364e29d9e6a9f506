const MOST_LETTERS = 40;
/** Nine digits or more, which is more than a date has: perhaps part of a NIK, a KK number or a phone number. */
const LONG_NUMBER = /\d(?:[\s.,/-]*\d){8}/;

/**
 * Returns the text of a cell if a summary may show it: one short line without a long number, and not the name of the
 * row's person. Otherwise returns `undefined`. So a shifted column does not bring a person's data into a summary.
 */
export function tellableText(text: string | undefined, name?: string): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim() ?? "";
  const isName = name !== undefined && line.toLowerCase() === name.replace(/\s+/g, " ").trim().toLowerCase();
  return line === "" || line.length > MOST_LETTERS || LONG_NUMBER.test(line) || isName ? undefined : line;
}
