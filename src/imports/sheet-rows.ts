import { statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type ProcessLimits, startLimited } from "../limited-process.ts";
import { AppError } from "../vocabulary/errors.ts";
import { MOST_PACKED } from "./check-workbook.ts";
import type { Cell } from "./rows/cell.ts";

const PROGRAM = join(import.meta.dirname, "../../workers/read-sheet.ts");
/** These limits allow ten million cells. */
const LIMITS: ProcessLimits = { memory: 1_536 * 1_024 * 1_024, heap: 1_024, patience: 10 * 60_000 };

type Line = { rows: (Cell | { date: number })[][]; total: number; sheet: string; others: string[] } | { wrong: string };

const cellOf = (cell: Cell | { date: number }): Cell =>
  typeof cell === "object" && cell !== null && "date" in cell ? new Date(cell.date) : cell;

/**
 * Reads the named sheet of an XLSX file, or its first visible sheet. Rejects with IMPORT_UNREADABLE if the file cannot
 * be read or needs more than the limits.
 */
export async function* readSheetRows(
  path: string,
  sheet?: string,
  limits: Partial<ProcessLimits> = {},
): AsyncGenerator<{ rows: Cell[][]; done: number; total: number; sheet: string; others: string[] }> {
  if (statSync(path).size > MOST_PACKED) throw tooLargeError();
  const child = startLimited(PROGRAM, [path, ...(sheet === undefined ? [] : [sheet])], { ...LIMITS, ...limits });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    let done = 0;
    for await (const line of child.stdout ? createInterface({ input: child.stdout }) : []) {
      const read = parseLine(line);
      if (!read) break;
      if ("wrong" in read) throw new AppError("IMPORT_UNREADABLE", read.wrong);
      done += read.rows.length;
      const { rows, total, sheet: name, others } = read;
      yield { rows: rows.map((row) => row.map(cellOf)), done, total, sheet: name, others };
    }
    if ((await ended) !== 0) throw tooLargeError();
  } finally {
    child.kill("SIGKILL");
  }
}

function parseLine(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}

const tooLargeError = (): AppError =>
  new AppError(
    "IMPORT_UNREADABLE",
    "the XLSX needs more memory or time than an import may take: save the sheet as CSV (UTF-8) and import that",
  );
