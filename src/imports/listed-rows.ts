import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { RowKind } from "../register/recipient.ts";
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
/** At most so many distinct texts are kept, to bound memory. */
const MOST_WORDS = 20_000;
const LINES_AT_ONCE = 10_000;

/** A cell of a CSV file. An apostrophe before what looks like a formula makes a spreadsheet show it as text and not run it. */
const quoted = (text: string): string => `"${text.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"`;

/**
 * Collects the rows that somebody has to look at and writes them to a file, in the order of the imported file; without
 * such a row it writes none. Of a row's text the file holds the words of places, states, reasons and programmes that
 * could not be read, and nothing about a person. Where its folder is not writable, the file goes to the system's
 * temporary folder. A million rows take some 24 MB of memory.
 */
export function openRejectedRows() {
  const rows: number[] = [];
  const codes: number[] = [];
  const texts: number[] = [];
  const distinctTexts: string[] = [""];
  const indexOfText = new Map<string, number>([["", 0]]);
  let writtenPath: string | null = null;

  function rememberText(text: string): number {
    const before = indexOfText.get(text);
    if (before !== undefined) return before;
    if (distinctTexts.length > MOST_WORDS) return 0;
    indexOfText.set(text, distinctTexts.length);
    return distinctTexts.push(text) - 1;
  }

  function* csvLines(): Generator<string> {
    yield "row,code,reason,words\n";
    const order = Uint32Array.from(rows, (_, index) => index);
    order.sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0) || (codes[a] ?? 0) - (codes[b] ?? 0) || a - b);
    for (let at = 0; at < order.length; at += LINES_AT_ONCE) {
      yield Array.from(order.subarray(at, at + LINES_AT_ONCE), lineOf).join("");
    }
  }

  function lineOf(index: number): string {
    const code = CODES[codes[index] ?? 0] ?? "REPEATED";
    const text = distinctTexts[texts[index] ?? 0] ?? "";
    return `${rows[index]},${code},${quoted(SENTENCES[code])},${text === "" ? "" : quoted(text)}\n`;
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
      for (const text of csvLines()) writeSync(file, text);
    } finally {
      closeSync(file);
    }
    return path;
  }

  return {
    add(row: number, code: RejectCode, text = "") {
      rows.push(row);
      codes.push(CODES.indexOf(code));
      texts.push(rememberText(text));
    },
    /** Writes the added rows to this path, once. Returns the path of the file, or `null` if no row was added. */
    writeFile(path: string): string | null {
      if (writtenPath === null && rows.length > 0) writtenPath = writeSomewhere(path);
      return writtenPath;
    },
  };
}
