import { many } from "../../many.ts";
import { MARKS, type Mark } from "../../vocabulary/lists.ts";
import type { Officer } from "../officer.ts";
import type { StrandedLane } from "./stranded-tickets.ts";

const WHAT: Record<Mark | "sensitive", string> = {
  sensitive: "reads what accuses officials",
  urgent: "is called when somebody is in danger",
  survivor: "reads what follows violence",
};

/** `stranded`: the number of open tickets in each lane that no officer may see. */
export function laneGaps(
  district: string,
  officers: readonly Officer[],
  stranded: ReadonlyMap<StrandedLane, number>,
): string[] {
  const waiting = (lane: StrandedLane): string => {
    const count = stranded.get(lane);
    return count ? `, and ${many(count, "open ticket waits", "open tickets wait")} for somebody who may see them` : "";
  };
  const missing = (["sensitive", ...MARKS] as const)
    .filter((mark) => !officers.some((one) => one.active && one.rung === "dinsos" && one[mark]))
    .map((mark) => `${district}: nobody ${WHAT[mark]}${waiting(mark)}: mark an officer of the Dinsos with --${mark}`);
  const places = stranded.has("place")
    ? [
        `${district}: nobody serves the places of some tickets${waiting("place")}: give an officer the --area, or --all-areas`,
      ]
    : [];
  const withoutDinsos = stranded.has("dinsos")
    ? [`${district}: nobody of the Dinsos is at work${waiting("dinsos")}: add an officer with --rung dinsos`]
    : [];
  return [...missing, ...places, ...withoutDinsos];
}
