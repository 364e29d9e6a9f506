const MOST_LETTERS = 40;
/** More digits than a date has: they may be part of a NIK, of a family card's number or of a phone number. */
const NUMBER = /\d(?:[\s.,/-]*\d){8}/;

/**
 * The words of a cell, if the operator who imports may see them: one short line without a long number, and not the
 * row's own name; otherwise `undefined`. So a shifted column does not bring a person's data into a summary.
 */
export function tellable(text: string | undefined, name?: string): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim() ?? "";
  const isName = name !== undefined && line.toLowerCase() === name.replace(/\s+/g, " ").trim().toLowerCase();
  return line === "" || line.length > MOST_LETTERS || NUMBER.test(line) || isName ? undefined : line;
}
