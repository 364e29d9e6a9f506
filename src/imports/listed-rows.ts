import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type Listed, SENTENCES } from "./rows/cell.ts";

/** Beside the list; for one from standard input in the folder in which the command runs, as a whole path. */
export const listBeside = (file: string): string =>
  file === "-" ? resolve("rejected.csv") : join(dirname(file), `${basename(file).replace(/\.\w+$/, "")}.rejected.csv`);

/**
 * The file of rows that somebody has to look at, in the list's order; made only when there is one. It holds no word of a
 * row itself. Where its folder may not be written, it goes to the one for passing files.
 */
export function listedRows(path: string) {
  const rows: { row: number; code: Listed }[] = [];
  let written: string | null = null;
  function write(): string {
    rows.sort((a, b) => a.row - b.row);
    const text = `row,code,reason\n${rows.map(({ row, code }) => `${row},${code},"${SENTENCES[code]}"\n`).join("")}`;
    try {
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    } catch {
      const other = join(mkdtempSync(join(tmpdir(), "sapa-rejected-")), basename(path));
      writeFileSync(other, text, { mode: 0o600 });
      return other;
    }
  }
  return {
    add(row: number, code: Listed) {
      rows.push({ row, code });
    },
    /** Writes the added rows, once. Returns the path of the file, or `null` if no row was added. */
    end(): string | null {
      if (written === null && rows.length > 0) written = write();
      return written;
    },
  };
}
