import type { Facts } from "../../conversation/engine/facts.ts";
import type { Text } from "../../vocabulary/message.ts";
import { officeOpensAt } from "../deadline.ts";

/** At night and on free days an officer may read it later than at once: the citizen who waits for it is told so. */
export function whenRead({ now, calendar }: Pick<Facts, "now" | "calendar">): Text[] {
  const opens = officeOpensAt(now, calendar);
  return opens === undefined
    ? []
    : [{ key: "urgent.readLater", values: { time: { time: opens, zone: calendar.zone } } }];
}
