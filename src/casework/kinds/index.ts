import type { Kind } from "../../vocabulary/lists.ts";
import { complaint } from "./complaint.ts";
import { data } from "./data.ts";
import type { KindTable } from "./kind.ts";
import { repair } from "./repair.ts";
import { request } from "./request.ts";
import { urgent } from "./urgent.ts";

/** A new kind needs a line here, a table in this folder, and a name in `KINDS`. */
export const kinds = { complaint, repair, request, urgent, data } as const satisfies Record<Kind, KindTable>;

export const kindTable = (kind: Kind): KindTable => kinds[kind];
