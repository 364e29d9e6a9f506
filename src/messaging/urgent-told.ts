import { officeOpensAt } from "../complaints/deadline.ts";
import type { Facts } from "../conversation/facts.ts";
import type { Text } from "../message.ts";

/** At night and on free days it may be read later than at once: that is said to whoever waits for it. */
export function whenRead({ now, calendar }: Pick<Facts, "now" | "calendar">): Text[] {
  const opens = officeOpensAt(now, calendar);
  return opens === undefined ? [] : [{ key: "urgent.readLater", values: { time: { time: opens } } }];
}
