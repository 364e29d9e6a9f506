import { closeSync, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { RowKind } from "../register/recipient.ts";
import { spoolLines } from "./line-spool.ts";
import { type RejectCode, SENTENCES } from "./rows/sentences.ts";

/**
 * Where the rejected rows are written: beside the imported file. For a file from standard input it is the folder of the
 * data, since commands run in the folder of the release.
 */
export const chooseRejectedPath = (file: string, kind: RowKind, district: string, dataDir: string): string =>
  file === "-"
    ? resolve(dataDir, `rejected-${kind}-${district}.csv`)
    : join(dirname(file), `${basename(file).replace(/\.\w+$/, "")}.rejected.csv`);

const CODES = Object.keys(SENTENCES) as RejectCode[];
const LINES_AT_ONCE = 1_000;

/** A cell of a CSV file. An apostrophe before what looks like a formula makes a spreadsheet show it as text and not run it. */
const quoted = (text: string): string => `"${text.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"`;

/** `code` as its place among the codes. */
type Line = readonly [row: number, code: number, text: string];

const lineOf = ([row, at, text]: Line): string => {
  const code = CODES[at] ?? "REPEATED";
  return `${row},${code},${quoted(SENTENCES[code])},${text === "" ? "" : quoted(text)}\n`;
};

/** Lines of several runs, each of them in order, together in order. */
function* merged(runs: Iterator<Line>[]): Generator<Line> {
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

/**
 * Collects the rows that somebody has to look at and writes them to a file, in the order of the imported file; without
 * such a row it writes none. Of a row's text the file holds the words of places, states, reasons and programmes that
 * could not be read, and nothing about a person. Where its folder is not writable, the file goes to the system's
 * temporary folder. Until then the rows wait on the disk, in `folder`, since each row of a list may have several faults.
 * Rows come in order, and after the last of them those that only the whole list shows, in order too.
 */
export function openRejectedRows(folder: () => string) {
  const spool = spoolLines(folder);
  /** Where each run of rows in order begins in the spool. */
  const runs: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  let writtenPath: string | null = null;

  function inOrder(): Generator<Line> {
    const read = function* (from: number, to: number): Generator<Line> {
      for (const line of spool.read(from, to)) yield JSON.parse(line) as Line;
    };
    return merged(runs.map((from, index) => read(from, runs[index + 1] ?? spool.size())));
  }

  function writeSomewhere(path: string): string {
    try {
      return writeTo(path);
    } catch {
      return writeTo(join(mkdtempSync(join(tmpdir(), "sapa-rejected-")), basename(path)));
    }
  }

  function writeTo(path: string): string {
    const file = openSync(path, "w", 0o600);
    try {
      let lines = ["row,code,reason,words\n"];
      for (const line of inOrder()) {
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
    add(row: number, code: RejectCode, text = "") {
      if (row < last) runs.push(spool.size());
      last = row;
      spool.add(JSON.stringify([row, CODES.indexOf(code), text] satisfies Line));
    },
    /** Writes the added rows to this path, once. Returns the path of the file, or `null` if no row was added. */
    writeFile(path: string): string | null {
      if (writtenPath === null && runs.length > 0) writtenPath = writeSomewhere(path);
      return writtenPath;
    },
  };
}
