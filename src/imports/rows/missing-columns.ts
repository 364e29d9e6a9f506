import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { similarName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { columnKey, type NamedColumn, usualNamesOf } from "./column-names.ts";
import { describeUnfollowed, type Unfollowed } from "./unfollowed.ts";

/** Words that stand in headers. */
const WORDS = new Set(sheets.header_words.flatMap((line) => line.split(" ")));

/** Whether a cell is made of words that stand in headers, so that it can be no person's name or number. */
const isHeaderWords = (cell: string): boolean => {
  const words = cell.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => WORDS.has(word));
};

const LAYOUTS = ["bnba", "dtks", "siks-ng", "opensid"];
/** The most names of a header that an error tells, and the most letters of each. */
const MOST_NAMED = 60;
const LONGEST = 40;
/** A row in which at least this share of the cells are names of columns is a header, even if its other cells are unknown. */
const SURELY = 2 / 3;
const quoted = (cell: string): string => `"${cell.replace(/\s+/g, " ").trim()}"`;

/** A row of a file, with the column that each of its cells names, if any. */
export type Candidate = { row: number; cells: readonly string[]; named: readonly (NamedColumn | undefined)[] };

/**
 * The error for a file without the columns that it must have. It tells the row that looks most like a header, and never
 * a row of a person.
 */
export function missingColumnsError(
  missing: readonly string[],
  candidates: readonly Candidate[],
  { kind, unfollowed, unusedLayout }: Asked,
): AppError {
  const best = mostLikeHeader(candidates);
  const names = best && scoreOf(best) > 0 ? namesShown(best, missing, kind) : [];
  const mapped = unfollowed(names).map((one) => `; ${describeUnfollowed(one)}`);
  const layout =
    unusedLayout === undefined ? "" : `none of the column names of --layout ${unusedLayout} is in the sheet; `;
  const layouts = LAYOUTS.filter((name) => name !== unusedLayout);
  return new AppError(
    "IMPORT_UNREADABLE",
    `${layout}missing ${missing.length === 1 ? "column" : "columns"}: ${missing.join(", ")}; ${describe(candidates, missing, kind)}${mapped.join("")}. docs/register.md lists the columns; ` +
      `--layout ${layouts.slice(0, -1).join(", ")} or ${layouts.at(-1)} and --mapping FILE read other names`,
  );
}

/** The kind of list that was asked for, and a function that tells which names of the operator's mapping a row lacks. */
type Asked = { kind: RowKind; unfollowed: (cells: readonly string[]) => Unfollowed[]; unusedLayout?: string };

const heldIn = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));

const mostLikeHeader = (candidates: readonly Candidate[]): Candidate | undefined =>
  heldIn(candidates).reduce<Candidate | undefined>(
    (one, other) => (one === undefined || scoreOf(other) > scoreOf(one) ? other : one),
    undefined,
  );

/**
 * The cells that an error may tell, since they say nothing about a person: all cells of a row that is surely a header;
 * of another row the known names, the cells made of words of headers and, beside two known names, those similar to a
 * missing name.
 */
function namesShown({ cells, named }: Candidate, missing: readonly string[], kind: RowKind): string[] {
  const held = cells.filter((cell, index) => named[index] !== undefined || cell.trim() !== "");
  const isNamed = (cell: string) => named[cells.indexOf(cell)] !== undefined || isHeaderWords(cell);
  const known = named.filter((one) => one !== undefined).length;
  const isHeader = known > 1 && held.filter(isNamed).length >= held.length * SURELY;
  const sought = missing.flatMap((name) => [name, ...usualNamesOf(kind, name)]).map(columnKey);
  const isLike = (cell: string) => similarName(columnKey(cell), sought) !== undefined;
  const isShort = (cell: string) => cell.length <= LONGEST && !/\d{4}/.test(cell);
  return held.filter((cell) => isNamed(cell) || (known > 1 && isShort(cell) && (isHeader || isLike(cell))));
}

function describe(candidates: readonly Candidate[], missing: readonly string[], kind: RowKind): string {
  const held = heldIn(candidates);
  const [first] = held;
  const best = mostLikeHeader(candidates);
  if (!first || !best) return "the file holds nothing";
  if (scoreOf(best) > 0)
    return `row ${best.row} looks most like a header: ${namesIn(best, namesShown(best, missing, kind))}`;
  if (first.cells.some((cell) => /\d{6}/.test(cell)))
    return `row ${first.row} is a person's row, so the header is missing`;
  return `none of the first ${held.length === 1 ? "row" : `${held.length} rows`} names a column that we know`;
}

/** How much a row looks like a header. One known column counts more than any number of header words. */
function scoreOf({ cells, named }: Candidate): number {
  if (cells.some((cell) => /\d{6}/.test(cell))) return 0;
  const known = named.filter((one) => one !== undefined).length;
  return known * 1_000 + cells.filter(isHeaderWords).length;
}

function namesIn({ cells, named }: Candidate, names: readonly string[]): string {
  const known = cells.filter((_, index) => named[index] !== undefined);
  const unknown = cells.filter((cell, index) => named[index] === undefined && cell.trim() !== "");
  const shown = names.filter((cell) => unknown.includes(cell)).slice(0, MOST_NAMED);
  const others = unknown.length - shown.length;
  const rest = others > 0 ? [`${others}${shown.length > 0 ? " more" : ""}`] : [];
  return [
    known.length > 0 ? `read ${known.slice(0, MOST_NAMED).map(quoted).join(", ")}` : "no name in it is known",
    ...(unknown.length > 0 ? [`unknown ${[...shown.map(quoted), ...rest].join(", ")}`] : []),
  ].join("; ");
}
