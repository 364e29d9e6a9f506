import { OFFICES } from "../../vocabulary/lists.ts";
import type { Clock, KindTable } from "./kind.ts";

/** The clocks of the public rules for complaints: 3, 5, 14 and 60 working days. */
export const INFORMATION = { firstAnswer: 3, resolve: 5 } as const satisfies Clock;
export const OFFICE_CHECK = { firstAnswer: 3, resolve: 14 } as const satisfies Clock;
export const FIELD_CHECK = { firstAnswer: 3, resolve: 60 } as const satisfies Clock;

/**
 * A part has half the time of an office check, because the assignee needs time to answer with the office's findings.
 */
export const OFFICE_PARTS = { offices: OFFICES, resolve: 7 } as const satisfies KindTable["parts"];
