import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { defined } from "../../defined.ts";
import { nearestName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";

/** A register is taken without these columns and means less: each with what citizens read then. */
const MISSED = {
  no_kk:
    "nobody can prove by a family card that a row is theirs, so citizens are asked for NIK and name and read 'registered' only",
  status_data: "everybody with a readable NIK is shown as not readable yet",
} as const;

/** A column that is not there, what that means, and the unused column that is perhaps meant. */
export type Absent = { column: keyof typeof MISSED; means: string; like?: string };

/** The columns of a register that this header does not name and that somebody will miss. */
export function absentColumns({ positions, ignored }: Header, kind: RowKind): Absent[] {
  if (kind !== "register") return [];
  return (["no_kk", "status_data"] as const).flatMap((column) => {
    if (positions[column] !== undefined) return [];
    const means = MISSED[column];
    const alike = ignored.filter((name) => sheets.alike[column].some((part) => columnKey(name).includes(part)));
    const key = nearestName(columnKey(column), alike.map(columnKey));
    const nearest = alike.find((name) => columnKey(name) === key);
    return [{ column, means, ...defined({ like: nearest }) }];
  });
}
