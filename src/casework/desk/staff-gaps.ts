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

/** `isUntold`: the service told no officer about a person in danger. */
type Gap = { district: string; gap: string; isUntold?: true };

type StaffSources = Pick<Desk, "store" | "districts"> & Pick<ChatSources, "channels">;

export async function findGaps({ store, districts, channels }: StaffSources, only?: string): Promise<Gap[]> {
  const all = [...districts.keys()].filter((district) => only === undefined || district === only);
  const found = all.map(async (district) => {
    const officers = await store.officers(district);
    const untold = await untoldCalls({ store }, district, officers);
    const gaps = [
      ...staffGaps(officers),
      ...reservedIds(officers),
      ...laneGaps(district, officers, await countStranded({ store, districts }, district, officers)),
      ...(await describeUnreachedOfficers({ store, channels }, district, officers)),
      ...untold,
      ...(await freeParts({ store }, district)),
      ...(await unreadTickets({ store, districts }, officers)),
    ];
    return gaps.map((gap): Gap => ({ district, gap, ...(untold.includes(gap) ? { isUntold: true } : {}) }));
  });
  const unserved = only === undefined ? await findUnserved({ store, districts }) : [];
  return [...(await Promise.all(found)).flat(), ...unserved];
}

async function findUnserved({ store, districts }: Pick<StaffSources, "store" | "districts">): Promise<Gap[]> {
  const active = (await store.officers()).filter((one) => one.active && !districts.has(one.district));
  return [...Map.groupBy(active, ({ district }) => district)].map(([district, { length }]) => ({
    district,
    gap: `${district}: ${many(length, "officer is", "officers are")} at work, and nobody serves the district: DISTRICTS does not name it`,
  }));
}

/** In ms. If several processes start within this time, only one alerts the operators. */
const STARTING = 60_000;

/** Repeats alerts about people in danger, because a stop may have lost them. */
export async function logStaffGaps(desk: StaffSources & Pick<Desk, "log">): Promise<void> {
  const gaps = await findGaps(desk);
  for (const { district, gap } of gaps) desk.log("warn", { district, gap }, "officers: a gap");
  const untold = gaps.filter(({ isUntold }) => isUntold);
  for (const [district, lines] of Map.groupBy(untold, (one) => one.district)) {
    if (!(await claimKey(desk.store, `untold-at-start:${district}`, STARTING))) continue;
    const what = lines.map(({ gap }) => gap).join("; ");
    desk.log("warn", { alarm: "urgent", district, what }, "after a start: people wait in danger");
  }
}
