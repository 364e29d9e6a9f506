const MOST_LETTERS = 40;
/** More digits than a date has: part of a NIK, a family card's number or a telephone's. */
const NUMBER = /\d(?:[\s.,/-]*\d){8}/;

/**
 * Words of a cell as they may be told to the operator who imports: one short line without a long number, and never the row's own
 * name; `undefined` for others. A column that has slipped must not bring a person's cell into a summary.
 */
export function tellable(text: string | undefined, name?: string): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim() ?? "";
  const isName = name !== undefined && line.toLowerCase() === name.replace(/\s+/g, " ").trim().toLowerCase();
  return line === "" || line.length > MOST_LETTERS || NUMBER.test(line) || isName ? undefined : line;
}
