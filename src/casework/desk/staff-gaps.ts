import { many } from "../../many.ts";
import { claimKey } from "../../store/ports/claim.ts";
import { reservedIds, staffGaps } from "../staff-gaps.ts";
import type { Desk } from "./desk.ts";
import { freeParts } from "./free-parts.ts";
import { laneGaps } from "./lane-gaps.ts";
import type { ChatSources } from "./officer-chats.ts";
import { countStranded } from "./stranded-tickets.ts";
import { describeUnreachedOfficers } from "./unreached-officers.ts";
import { unreadTickets } from "./unread-tickets.ts";
import { untoldCalls } from "./untold-calls.ts";

type StaffSources = Pick<Desk, "store" | "districts"> & Pick<ChatSources, "channels">;

/** Returns a line for each gap in the staff of all districts, or of the district `only`. */
export async function findGaps(
  { store, districts, channels }: StaffSources,
  only?: string,
): Promise<{ district: string; gap: string }[]> {
  const all = [...districts.keys()].filter((district) => only === undefined || district === only);
  const found = all.map(async (district) => {
    const officers = await store.officers(district);
    return [
      ...staffGaps(officers),
      ...reservedIds(officers),
      ...laneGaps(district, officers, await countStranded({ store, districts }, district, officers)),
      ...(await describeUnreachedOfficers({ store, channels }, district, officers)),
      ...(await untoldCalls({ store }, district, officers)),
      ...(await freeParts({ store }, district)),
      ...(await unreadTickets({ store, districts }, officers)),
    ].map((gap) => ({
      district,
      gap,
    }));
  });
  const unserved = only === undefined ? await findUnserved({ store, districts }) : [];
  return [...(await Promise.all(found)).flat(), ...unserved];
}

/** Returns a gap for each district whose officers are in the store, and which this service does not serve. */
async function findUnserved({
  store,
  districts,
}: Pick<StaffSources, "store" | "districts">): Promise<{ district: string; gap: string }[]> {
  const active = (await store.officers()).filter((one) => one.active && !districts.has(one.district));
  return [...Map.groupBy(active, ({ district }) => district)].map(([district, { length }]) => ({
    district,
    gap: `${district}: ${many(length, "officer is", "officers are")} at work, and nobody serves the district: DISTRICTS does not name it`,
  }));
}

/** Of several processes that start within this time (ms), one tells the operators. */
const STARTING = 60_000;

/**
 * Logs the gaps when the service starts. `sapa staff check` prints the same gaps.
 *
 * Tells the operators of people in danger of whom no officer was told: alarms that waited for the operators' chat ended
 * with the process.
 */
export async function logStaffGaps(desk: StaffSources & Pick<Desk, "log">): Promise<void> {
  for (const gap of await findGaps(desk)) desk.log("warn", gap, "officers: a gap");
  for (const district of desk.districts.keys()) {
    const untold = await untoldCalls(desk, district, await desk.store.officers(district));
    if (untold.length === 0 || !(await claimKey(desk.store, `untold-at-start:${district}`, STARTING))) continue;
    desk.log("warn", { alarm: "urgent", district, what: untold.join("; ") }, "after a start: people wait in danger");
  }
}
