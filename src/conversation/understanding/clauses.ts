import { plainText } from "./normalise.ts";

export const clausesOf = (text: string): string[] => text.split(/[.,;!?\n]+/).map(plainText);

const SENTENCE_ENDS = /[?;\n]+|,\s|(?<!\S)\d[.)]\s/;

/** A comma, or a number such as "2.", also begins a new sentence. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(SENTENCE_ENDS)
    .map((one) => one.trim())
    .filter(Boolean);

/** Leaves out the words that begin a clause, such as "but". */
export function splitAtWords(words: readonly string[], beginsClause: (word: string) => boolean): string[][] {
  const clauses: string[][] = [[]];
  for (const word of words) {
    if (beginsClause(word)) clauses.push([]);
    else clauses.at(-1)?.push(word);
  }
  return clauses;
}
