import type { RejectCode } from "./rows/sentences.ts";

/** How often, and the first rows as a spreadsheet counts them. */
type Counted = { count: number; rows: number[] };
/**
 * What of one kind was found in a list, and the words of its cells, where they may be told: the most frequent first.
 * `further`: rows with other words, which were too many to be counted apart.
 */
export type Finding = Counted & { words: (Counted & { text: string })[]; further?: number };
export type Findings = Partial<Record<RejectCode, Finding>>;

/** Rows of one kind that are named. */
export const FIRST_ROWS = 5;
/** Different words of one kind that are counted apart: bounds memory. */
export const MOST_WORDS = 1_000;

/** Rows come in any order, and the first ones are the same each time. */
function countRow(counted: Counted, row: number): void {
  counted.count += 1;
  const last = counted.rows.at(-1);
  if (counted.rows.length >= FIRST_ROWS && last !== undefined && last < row) return;
  counted.rows = [...counted.rows, row].sort((a, b) => a - b).slice(0, FIRST_ROWS);
}

/** Counts what is found in the rows of a list, by kind and by words. */
export function countFindings() {
  const kinds = new Map<RejectCode, Counted & { words: Map<string, Counted>; further: number }>();
  return {
    add(row: number, code: RejectCode, text?: string): void {
      const kind = kinds.get(code) ?? { count: 0, rows: [], words: new Map(), further: 0 };
      kinds.set(code, kind);
      countRow(kind, row);
      if (text === undefined) return;
      if (kind.words.size >= MOST_WORDS && !kind.words.has(text)) {
        kind.further += 1;
        return;
      }
      const word = kind.words.get(text) ?? { count: 0, rows: [] };
      kind.words.set(text, word);
      countRow(word, row);
    },
    found: (): Findings =>
      Object.fromEntries(
        [...kinds].map(([code, { count, rows, words, further }]) => [
          code,
          {
            count,
            rows,
            words: [...words]
              .sort(([a, { count: n }], [b, { count: m }]) => byFrequency([a, n], [b, m]))
              .map(([text, counted]) => ({ text, ...counted })),
            ...(further > 0 ? { further } : {}),
          } satisfies Finding,
        ]),
      ),
  };
}

/** The most frequent first, then by text: one file has one summary, no matter which worker read which part of it. */
export const byFrequency = ([a, n]: readonly [string, number], [b, m]: readonly [string, number]): number =>
  m - n || (a < b ? -1 : 1);

export const rowsOf = ({ count, rows }: Pick<Finding, "count" | "rows">): string =>
  `${count === 1 ? "row" : "rows"} ${rows.join(", ")}${count > rows.length ? " ..." : ""}`;
