import type { FindingCode } from "./rows/row-findings.ts";

/** The import reports the marks of a row in this order. */
const MARKS = [
  "NIK_CROWDED",
  "KK_CROWDED",
  "NIK_SHARED",
  "CONTRADICTED",
  "CONTRADICTED_SHARED",
  "SPELT_TWICE",
  "CONTRADICTED_PAYMENT",
] as const satisfies readonly FindingCode[];
export type Mark = (typeof MARKS)[number];

/** One byte for each row holds at most eight marks. */
export function openRowMarks() {
  let marks = new Uint8Array(1_024);
  return {
    add(row: number, mark: Mark): void {
      if (row >= marks.length) {
        const larger = new Uint8Array(2 * row);
        larger.set(marks);
        marks = larger;
      }
      marks[row] = (marks[row] ?? 0) | (1 << MARKS.indexOf(mark));
    },
    *inOrder(): Generator<[row: number, mark: Mark]> {
      for (let row = 0; row < marks.length; row += 1) {
        const bits = marks[row] ?? 0;
        if (bits === 0) continue;
        for (const [at, mark] of MARKS.entries()) if (bits & (1 << at)) yield [row, mark];
      }
    },
  };
}
