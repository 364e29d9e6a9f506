import { reservedIds, staffGaps, unreadLanes } from "../staff-gaps.ts";
import { unmarked } from "../unmarked.ts";
import type { Desk } from "./desk.ts";

type StaffSources = Pick<Desk, "store" | "districts">;

/** The gaps in the staff of these districts, and their lanes that nobody reads. */
export async function gapsOf(
  { store, districts }: StaffSources,
  only?: string,
): Promise<{ district: string; gap: string }[]> {
  const all = [...districts.keys()].filter((district) => only === undefined || district === only);
  const found = all.map(async (district) => {
    const officers = await store.officers(district);
    return [
      ...staffGaps(officers),
      ...reservedIds(officers),
      ...unreadLanes(district, officers),
      ...unmarked(district, officers),
    ].map((gap) => ({
      district,
      gap,
    }));
  });
  return (await Promise.all(found)).flat();
}

/** Names the gaps at start; `sapa staff check` says the same. */
export async function logStaffGaps(desk: StaffSources & Pick<Desk, "log">): Promise<void> {
  for (const gap of await gapsOf(desk)) desk.log("warn", gap, "officers: a gap");
}
