import { findGaps } from "../../casework/desk/staff-gaps.ts";
import { many } from "../../many.ts";
import type { Runtime } from "../../runtime.ts";

export const listGaps = async (runtime: Runtime, district: string): Promise<string[]> =>
  (await findGaps(runtime, district)).map(({ gap }) => gap);

export const describeHandedOn = (count: number): string =>
  `${many(count, "open ticket is", "open tickets are")} routed again`;
