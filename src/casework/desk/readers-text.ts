import type { Facts } from "../../conversation/engine/facts.ts";
import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import { officeOpensAt } from "../deadline.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import type { Ticket, TicketDraft } from "../ticket.ts";

export const NO_VILLAGE_READS: Text = { key: "confidential.asked" };

/** `officers`: the officers with a reachable chat. */
export function calledText(
  officers: readonly Officer[],
  { category, district, area, lane, confidential }: TicketDraft,
  { now, calendar }: Pick<Facts, "now" | "calendar">,
): { text: Text; isTold: boolean } {
  const { kind, onlyMarked } = rule(category);
  const sensitive = confidential === true || (lane?.sensitive ?? false);
  const barred = lane?.barred ?? [];
  const called = officerFor({ kind, category, sensitive, district, area, barred }, officers, {});
  const isSurvivors = onlyMarked === "survivor";
  if (!called) return { text: { key: isSurvivors ? "urgent.told.noSurvivor" : "urgent.told.nobody" }, isTold: false };
  const key = `urgent.told.${isSurvivors ? "survivor" : called.rung === "dinsos" ? "dinsos" : "near"}`;
  const looksAtAnyHour = called.rung === "dinsos" && called.urgent === true && !isSurvivors;
  const opens = looksAtAnyHour ? undefined : officeOpensAt(now, calendar);
  if (opens === undefined) return { text: { key }, isTold: true };
  return { text: { key: `${key}Later`, values: { time: { time: opens, zone: calendar.zone } } }, isTold: true };
}

export function readersText(
  officers: readonly Officer[],
  { district, barred }: Pick<Ticket, "district"> & { barred: readonly string[] },
  when: "filed" | "raised",
): Text {
  const isRead = officers.some(
    (one) =>
      one.district === district && one.active && one.rung === "dinsos" && one.sensitive && !barred.includes(one.id),
  );
  return { key: `confidential.${when}${isRead ? "" : "Unread"}` };
}
