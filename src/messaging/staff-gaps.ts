import { staffGaps } from "../staff/staff-gaps.ts";
import type { Messaging } from "./messaging.ts";

/** Names at start what is wrong with the officers of each district; `sapa staff check` says the same. */
export async function logStaffGaps({ store, districts, log }: Pick<Messaging, "store" | "districts" | "log">) {
  for (const district of districts.keys()) {
    for (const gap of staffGaps(await store.officers(district))) log("warn", { district, gap }, "officers: a gap");
  }
}
