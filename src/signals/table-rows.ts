/**
 * Splits a table into rows, and each row into fields at its tabs. Leaves out empty lines, and lines that begin with `#`
 * and a space.
 */
export const splitRows = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line.trim() !== "" && !/^#(?:\s|$)/.test(line))
    .map((line) => line.split("\t").map((field) => field.trim()));
