import type { RowCount } from "../register/row-count.ts";
import type { FindingCode } from "./rows/row-findings.ts";

/**
 * - `words`: the words of the cells that a summary may show, the most frequent first.
 * - `further`: how many rows have words beyond `MOST_DIFFERENT_WORDS`.
 */
export type Finding = RowCount & { words: (RowCount & { text: string })[]; further?: number };
export type Findings = Partial<Record<FindingCode, Finding>>;

export const FIRST_ROWS = 5;
export const MOST_DIFFERENT_WORDS = 1_000;

/** Keeps the lowest row numbers. Batches may come in any order. */
function countRow(counted: RowCount, row: number): void {
  counted.count += 1;
  const last = counted.rows.at(-1);
  if (counted.rows.length >= FIRST_ROWS && last !== undefined && last < row) return;
  counted.rows = [...counted.rows, row].sort((a, b) => a - b).slice(0, FIRST_ROWS);
}

export function openFindingCounter() {
  const kinds = new Map<FindingCode, RowCount & { words: Map<string, RowCount>; further: number }>();
  return {
    add(row: number, code: FindingCode, text?: string): void {
      const kind = kinds.get(code) ?? { count: 0, rows: [], words: new Map(), further: 0 };
      kinds.set(code, kind);
      countRow(kind, row);
      if (text === undefined) return;
      if (kind.words.size >= MOST_DIFFERENT_WORDS && !kind.words.has(text)) {
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

export const byFrequency = ([a, n]: readonly [string, number], [b, m]: readonly [string, number]): number =>
  m - n || (a < b ? -1 : 1);
