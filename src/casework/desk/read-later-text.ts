import type { Facts } from "../../conversation/engine/facts.ts";
import type { Text } from "../../vocabulary/message.ts";
import { officeOpensAt } from "../deadline.ts";

/** Tells a citizen in danger when the office opens; while the office is open, returns no text. */
export function readLaterText({ now, calendar }: Pick<Facts, "now" | "calendar">): Text[] {
  const opens = officeOpensAt(now, calendar);
  return opens === undefined
    ? []
    : [{ key: "urgent.readLater", values: { time: { time: opens, zone: calendar.zone } } }];
}
