import type { AreaCodes } from "../../register/area-codes.ts";
import type { NameWords } from "../../register/name-cells.ts";
import type { NumberError } from "../../register/nik.ts";
import type { Status } from "../../register/status-words.ts";
import type { Reason } from "../../vocabulary/lists.ts";
import type { AreaContext } from "./area.ts";
import { type Cell, isBlank, isFormula } from "./cell.ts";
import type { Header } from "./header.ts";
import type { KkFault, NikFault, Note, Refusal, Rejection } from "./row-findings.ts";

/** `spellings`, `statuses`, `programmes`: the keys come from `plainWords`. */
export type ImportContext = AreaContext & {
  today: string;
  areas: AreaCodes;
  /** Words in a name cell that are no names. */
  nameWords?: NameWords;
  spellings: ReadonlyMap<string, Reason>;
  statuses: ReadonlyMap<string, Status>;
  programmes?: ReadonlyMap<string, string>;
};

/**
 * Words that prevent a judgement:
 * - `unknown`: a status without a mapping, or "" if the row has no status.
 * - `held`: a status that the office wants to look at.
 * - `doubt`: a reason without a mapping, in a row with the status "valid".
 */
export type UnjudgedWords = { unknown?: string; held?: string; doubt?: string };

/**
 * - `nikFault`: why no NIK finds the row.
 * - `kkFault`: why a family card cannot prove the person.
 */
export type ReadRow<Value> =
  | (UnjudgedWords & { value: Value; unmapped: string[]; notes: Note[]; nikFault?: NikFault; kkFault?: KkFault })
  | Refusal;

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** Empty cells after the last column do not count. */
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
