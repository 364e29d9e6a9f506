import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { RowKind } from "../register/recipient.ts";
import { type Listed, SENTENCES } from "./rows/sentences.ts";

/** Beside the list; for one from standard input in the folder of the data, since commands run in the release's own. */
export const listBeside = (file: string, kind: RowKind, district: string, dataDir: string): string =>
  file === "-"
    ? resolve(dataDir, `rejected-${kind}-${district}.csv`)
    : join(dirname(file), `${basename(file).replace(/\.\w+$/, "")}.rejected.csv`);

const CODES = Object.keys(SENTENCES) as Listed[];
/** Different words that are kept: bounds memory. */
const MOST_WORDS = 20_000;
const LINES_AT_ONCE = 10_000;

/** A cell of a CSV; a spreadsheet takes what begins like a formula as text. */
const quoted = (text: string): string => `"${text.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"`;

/**
 * The file of rows that somebody has to look at, in the list's order; made only when there is one. Of the rows themselves it
 * holds the words of places, states, reasons and programmes that could not be read, and nothing of a person. Where its
 * folder may not be written, it goes to the one for passing files. A million rows take some 24 MB until they are written.
 */
export function listedRows() {
  const rows: number[] = [];
  const codes: number[] = [];
  const texts: number[] = [];
  const words: string[] = [""];
  const known = new Map<string, number>([["", 0]]);
  let written: string | null = null;

  function indexOf(text: string): number {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (words.length > MOST_WORDS) return 0;
    known.set(text, words.length);
    return words.push(text) - 1;
  }

  function* lines(): Generator<string> {
    yield "row,code,reason,words\n";
    const order = Uint32Array.from(rows, (_, index) => index);
    order.sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0) || (codes[a] ?? 0) - (codes[b] ?? 0) || a - b);
    for (let at = 0; at < order.length; at += LINES_AT_ONCE) {
      yield Array.from(order.subarray(at, at + LINES_AT_ONCE), lineOf).join("");
    }
  }

  function lineOf(index: number): string {
    const code = CODES[codes[index] ?? 0] ?? "REPEATED";
    const text = words[texts[index] ?? 0] ?? "";
    return `${rows[index]},${code},${quoted(SENTENCES[code])},${text === "" ? "" : quoted(text)}\n`;
  }

  function write(path: string): string {
    try {
      return writeTo(path);
    } catch {
      return writeTo(join(mkdtempSync(join(tmpdir(), "sapa-rejected-")), basename(path)));
    }
  }

  function writeTo(path: string): string {
    const file = openSync(path, "w", 0o600);
    try {
      for (const text of lines()) writeSync(file, text);
    } finally {
      closeSync(file);
    }
    return path;
  }

  return {
    add(row: number, code: Listed, text = "") {
      rows.push(row);
      codes.push(CODES.indexOf(code));
      texts.push(indexOf(text));
    },
    /** Writes the added rows to this path, once. Returns the path of the file, or `null` if no row was added. */
    end(path: string): string | null {
      if (written === null && rows.length > 0) written = write(path);
      return written;
    },
  };
}
