import { defined } from "../../defined.ts";
import { nearestName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";

/** A register is taken without these columns and means less: what citizens read then, and what names are like theirs. */
const MISSED = {
  no_kk: { means: "citizens will read 'registered' only", like: /kk|kartu|keluarga|famil/ },
  status_data: { means: "everybody with a readable NIK is shown as not readable yet", like: /status|padan|valid/ },
} as const;

/** A column that is not there, what that means, and the unused column that is perhaps meant. */
export type Absent = { column: keyof typeof MISSED; means: string; like?: string };

/** The columns of a register that this header does not name and that somebody will miss. */
export function absentColumns({ positions, ignored }: Header, kind: RowKind): Absent[] {
  if (kind !== "register") return [];
  return (["no_kk", "status_data"] as const).flatMap((column) => {
    if (positions[column] !== undefined) return [];
    const { means, like } = MISSED[column];
    const alike = ignored.filter((name) => like.test(columnKey(name)));
    const key = nearestName(columnKey(column), alike.map(columnKey));
    const nearest = alike.find((name) => columnKey(name) === key);
    return [{ column, means, ...defined({ like: nearest }) }];
  });
}
