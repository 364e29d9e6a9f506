export const splitRows = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => line.replace(/\r$/, ""))
    .filter((line) => line.trim() !== "" && !/^#(?:\s|$)/.test(line))
    .map((line) => line.split("\t").map((field) => field.trim()));
