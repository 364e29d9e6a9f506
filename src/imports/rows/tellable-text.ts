const MOST_LETTERS = 40;
/** Nine digits or more may be part of a person's number. */
const LONG_NUMBER = /\d(?:[\s.,/-]*\d){8}/;

/** Returns the text if a summary may show it. Any cell may contain personal data, because columns may be shifted. */
export function tellableText(text: string | undefined, name?: string): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim() ?? "";
  const isName = name !== undefined && line.toLowerCase() === name.replace(/\s+/g, " ").trim().toLowerCase();
  return line === "" || line.length > MOST_LETTERS || LONG_NUMBER.test(line) || isName ? undefined : line;
}
