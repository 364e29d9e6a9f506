import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { similarName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { columnKey, type NamedColumn, usualNamesOf } from "./column-names.ts";
import { describeUnusedMapping, type UnusedMapping } from "./unused-mappings.ts";

const WORDS = new Set(sheets.header_words.flatMap((line) => line.split(" ")));

const isHeaderWords = (cell: string): boolean => {
  const words = cell.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => WORDS.has(word));
};

const LAYOUTS = ["bnba", "dtks", "siks-ng", "opensid"];
const MOST_NAMED = 60;
const LONGEST_NAME = 40;
const HEADER_SHARE = 2 / 3;
const quoteName = (cell: string): string => `"${cell.replace(/\s+/g, " ").trim()}"`;

export type Candidate = { row: number; cells: readonly string[]; named: readonly (NamedColumn | undefined)[] };

/** The error shows the row that looks most like a header, but never a row about a person. */
export function missingColumnsError(
  missing: readonly string[],
  candidates: readonly Candidate[],
  { kind, unusedMappings: unfollowed, unusedLayout }: Search,
): AppError {
  const best = likeliestHeader(candidates);
  const names = best && headerScoreOf(best) > 0 ? tellableNames(best, missing, kind) : [];
  const mapped = unfollowed(names).map((one) => `; ${describeUnusedMapping(one)}`);
  const layout =
    unusedLayout === undefined ? "" : `none of the column names of --layout ${unusedLayout} is in the sheet; `;
  const layouts = LAYOUTS.filter((name) => name !== unusedLayout);
  return new AppError(
    "IMPORT_UNREADABLE",
    `${layout}missing ${missing.length === 1 ? "column" : "columns"}: ${missing.join(", ")}; ${describeCandidates(candidates, missing, kind)}${mapped.join("")}. docs/register.md lists the columns; ` +
      `--layout ${layouts.slice(0, -1).join(", ")} or ${layouts.at(-1)} and --mapping FILE read other names`,
  );
}

type Search = { kind: RowKind; unusedMappings: (cells: readonly string[]) => UnusedMapping[]; unusedLayout?: string };

const filledRowsOf = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));

const likeliestHeader = (candidates: readonly Candidate[]): Candidate | undefined =>
  filledRowsOf(candidates).reduce<Candidate | undefined>(
    (one, other) => (one === undefined || headerScoreOf(other) > headerScoreOf(one) ? other : one),
    undefined,
  );

/** Returns the cells that an error may show, because they contain no personal data. */
function tellableNames({ cells, named }: Candidate, missing: readonly string[], kind: RowKind): string[] {
  const held = cells.filter((cell, index) => named[index] !== undefined || cell.trim() !== "");
  const isNamed = (cell: string) => named[cells.indexOf(cell)] !== undefined || isHeaderWords(cell);
  const known = named.filter((one) => one !== undefined).length;
  const isHeader = known > 1 && held.filter(isNamed).length >= held.length * HEADER_SHARE;
  const sought = missing.flatMap((name) => [name, ...usualNamesOf(kind, name)]).map(columnKey);
  const isLike = (cell: string) => similarName(columnKey(cell), sought) !== undefined;
  const isShort = (cell: string) => cell.length <= LONGEST_NAME && !/\d{4}/.test(cell);
  return held.filter((cell) => isNamed(cell) || (known > 1 && isShort(cell) && (isHeader || isLike(cell))));
}

function describeCandidates(candidates: readonly Candidate[], missing: readonly string[], kind: RowKind): string {
  const held = filledRowsOf(candidates);
  const [first] = held;
  const best = likeliestHeader(candidates);
  if (!first || !best) return "the file holds nothing";
  if (headerScoreOf(best) > 0)
    return `row ${best.row} looks most like a header: ${describeNames(best, tellableNames(best, missing, kind))}`;
  if (first.cells.some((cell) => /\d{6}/.test(cell)))
    return `row ${first.row} is a person's row, so the header is missing`;
  return `none of the first ${held.length === 1 ? "row" : `${held.length} rows`} names a column that we know`;
}

/** Returns 0 for a row with a long number, because it may be a person's row. */
function headerScoreOf({ cells, named }: Candidate): number {
  if (cells.some((cell) => /\d{6}/.test(cell))) return 0;
  const known = named.filter((one) => one !== undefined).length;
  return known * 1_000 + cells.filter(isHeaderWords).length;
}

function describeNames({ cells, named }: Candidate, names: readonly string[]): string {
  const known = cells.filter((_, index) => named[index] !== undefined);
  const unknown = cells.filter((cell, index) => named[index] === undefined && cell.trim() !== "");
  const shown = names.filter((cell) => unknown.includes(cell)).slice(0, MOST_NAMED);
  const others = unknown.length - shown.length;
  const rest = others > 0 ? [`${others}${shown.length > 0 ? " more" : ""}`] : [];
  return [
    known.length > 0 ? `read ${known.slice(0, MOST_NAMED).map(quoteName).join(", ")}` : "no name in it is known",
    ...(unknown.length > 0 ? [`unknown ${[...shown.map(quoteName), ...rest].join(", ")}`] : []),
  ].join("; ");
}
