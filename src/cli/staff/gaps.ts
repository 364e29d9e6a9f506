import { findGaps } from "../../casework/desk/staff-gaps.ts";
import { many } from "../../many.ts";
import type { Runtime } from "../../runtime.ts";

/** Returns what is wrong with the officers of a district, as `sapa staff check` prints it. */
export const listGaps = async (runtime: Runtime, district: string): Promise<string[]> =>
  (await findGaps(runtime, district)).map(({ gap }) => gap);

/** Says how many tickets an officer no longer has, after their record changed. */
export const describeHandedOn = (count: number): string =>
  `${many(count, "open ticket is", "open tickets are")} routed again`;
