import { closeSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { RowKind } from "../register/recipient.ts";
import { openLineSpool } from "./line-spool.ts";
import { type FindingCode, SENTENCES } from "./rows/row-findings.ts";

/** The file `-` is standard input. */
export const chooseRejectedPath = (file: string, kind: RowKind, district: string, dataDir: string): string =>
  file === "-"
    ? resolve(dataDir, `rejected-${kind}-${district}.csv`)
    : join(dirname(file), `${basename(file).replace(/\.\w+$/, "")}.rejected.csv`);

const CODES = Object.keys(SENTENCES) as FindingCode[];
const LINES_AT_ONCE = 1_000;

/** Puts an apostrophe before a text that looks like a formula, because a spreadsheet would run the formula. */
const quoteCell = (text: string): string => `"${text.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"`;

type Line = readonly [row: number, code: number, text: string];

const lineOf = ([row, at, text]: Line): string => {
  const code = CODES[at] ?? "REPEATED";
  return `${row},${code},${quoteCell(SENTENCES[code])},${text === "" ? "" : quoteCell(text)}\n`;
};

function* mergeRuns(runs: Iterator<Line>[]): Generator<Line> {
  const heads = runs.map((run) => ({ run, next: run.next() }));
  for (;;) {
    const open = heads.filter(({ next }) => !next.done);
    if (open.length === 0) return;
    const first = open.reduce((least, one) => (isBefore(one.next.value, least.next.value) ? one : least));
    yield first.next.value;
    first.next = first.run.next();
  }
}

const isBefore = ([row, code]: Line, [otherRow, otherCode]: Line): boolean =>
  row < otherRow || (row === otherRow && code < otherCode);

/** Callers add findings about single rows first, then findings about the whole list. */
export function openRejectedRows(folder: () => string) {
  const spool = openLineSpool(folder);
  const runs: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  let writtenPath: string | null = null;

  function linesInOrder(): Generator<Line> {
    const read = function* (from: number, to: number): Generator<Line> {
      for (const line of spool.read(from, to)) yield JSON.parse(line) as Line;
    };
    return mergeRuns(runs.map((from, index) => read(from, runs[index + 1] ?? spool.size())));
  }

  function writeWithFallback(path: string): string {
    try {
      return writeRows(path);
    } catch {
      return writeRows(join(mkdtempSync(join(tmpdir(), "sapa-rejected-")), basename(path)));
    }
  }

  function writeRows(path: string): string {
    const file = openSync(path, "w", 0o600);
    try {
      let lines = ["row,code,reason,words\n"];
      for (const line of linesInOrder()) {
        lines.push(lineOf(line));
        if (lines.length < LINES_AT_ONCE) continue;
        writeFileSync(file, lines.join(""));
        lines = [];
      }
      writeFileSync(file, lines.join(""));
    } finally {
      closeSync(file);
    }
    return path;
  }

  return {
    add(row: number, code: FindingCode, text = "") {
      if (row < last) runs.push(spool.size());
      last = row;
      spool.add(JSON.stringify([row, CODES.indexOf(code), text] satisfies Line));
    },
    /** Returns the path of the written file, or `null` if no row was added. */
    writeFile(path: string): string | null {
      if (writtenPath === null && runs.length > 0) writtenPath = writeWithFallback(path);
      return writtenPath;
    },
  };
}
