import { OFFICES } from "../../vocabulary/lists.ts";
import type { Clock, KindTable } from "./kind.ts";

/** In working days. The rules for public complaints set these clocks. */
export const INFORMATION = { firstAnswer: 3, resolve: 5 } as const satisfies Clock;
export const OFFICE_CHECK = { firstAnswer: 3, resolve: 14 } as const satisfies Clock;
export const FIELD_CHECK = { firstAnswer: 3, resolve: 60 } as const satisfies Clock;

/** The assignee needs the other half of `OFFICE_CHECK` to answer the citizen. */
export const OFFICE_PARTS = { offices: OFFICES, resolve: 7 } as const satisfies KindTable["parts"];
