import type { AreaCodes } from "../../register/area-codes.ts";
import type { NameWords } from "../../register/name-cells.ts";
import type { NumberError } from "../../register/nik.ts";
import type { Status } from "../../register/status-words.ts";
import type { Reason } from "../../vocabulary/lists.ts";
import type { AreaContext } from "./area.ts";
import { type Cell, isBlank, isFormula } from "./cell.ts";
import type { Header } from "./header.ts";
import type { KkFault, NikFault, Note, Refusal, Rejection } from "./row-findings.ts";

/**
 * - `today`: such as `2026-11-23`.
 * - `spellings`, `statuses`: reasons and statuses by plain words.
 * - `programmes`: codes by the plain names of programmes.
 */
export type ImportContext = AreaContext & {
  today: string;
  areas: AreaCodes;
  /** Words in a name cell that are no names. If absent, the import makes no notes about name cells. */
  nameWords?: NameWords;
  spellings: ReadonlyMap<string, Reason>;
  statuses: ReadonlyMap<string, Status>;
  programmes?: ReadonlyMap<string, string>;
};

/**
 * Words that prevent a judgement:
 * - `unknown`: a status without a mapping, or "" without a status.
 * - `held`: a status that the office wants to look at.
 * - `doubt`: a reason without a mapping beside a status that means valid.
 */
export type UnjudgedWords = { unknown?: string; held?: string; doubt?: string };

/**
 * - `unmapped`: reasons without a mapping.
 * - `notes`: findings that a person has to look at.
 * - `nikFault`: why no NIK finds the row.
 * - `kkFault`: why a family card cannot prove the person.
 */
export type ReadRow<Value> =
  | (UnjudgedWords & { value: Value; unmapped: string[]; notes: Note[]; nikFault?: NikFault; kkFault?: KkFault })
  | Refusal;

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** Returns why the import refuses the row. Empty cells after the last column do not count. */
export function rejectionOf(cells: readonly Cell[], { width, positions }: Header): Rejection | undefined {
  if (cells.length < width || !cells.slice(width).every(isBlank)) return "WRONG_COLUMNS";
  if (cells.some((cell) => typeof cell === "string" && CONTROL.test(cell))) return "UNREADABLE";
  return Object.values(positions).some((at) => isFormula(cells[at])) ? "FORMULA" : undefined;
}

export const isWrongLength = ({ code }: NumberError): boolean => code === "TOO_SHORT" || code === "TOO_LONG";

export function nikFaultOf([error]: readonly NumberError[]): { nikFault?: NikFault } {
  if (!error) return {};
  if (error.code === "EMPTY") return { nikFault: "NO_NIK" };
  return { nikFault: isWrongLength(error) ? "NIK_LENGTH" : "NIK_IMPOSSIBLE" };
}
