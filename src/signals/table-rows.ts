/**
 * Splits a table into rows, and each row into the fields between its tabs. Lines without words, and lines that begin with `#`
 * and a space, are left out.
 */
export const splitRows = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line.trim() !== "" && !/^#(?:\s|$)/.test(line))
    .map((line) => line.split("\t").map((field) => field.trim()));
