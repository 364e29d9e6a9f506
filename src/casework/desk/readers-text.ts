import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import type { Ticket, TicketDraft } from "../ticket.ts";

/** Answers "Rahasiakan dari desa" for a ticket that no village, companion or TKSK officer can open. */
export const NO_VILLAGE_READS: Text = { key: "confidential.asked" };

export const OFFICER_IS_TOLD: ReadonlySet<string> = new Set([
  "urgent.told.dinsos",
  "urgent.told.near",
  "urgent.told.survivor",
]);

/** `officers` are the officers with a reachable chat. */
export function calledTextKey(
  officers: readonly Officer[],
  { category, district, area, lane, confidential }: TicketDraft,
): string {
  const { kind, onlyMarked } = rule(category);
  const sensitive = confidential === true || (lane?.sensitive ?? false);
  const barred = lane?.barred ?? [];
  const called = officerFor({ kind, category, sensitive, district, area, barred }, officers, {});
  if (onlyMarked === "survivor") return called ? "urgent.told.survivor" : "urgent.told.noSurvivor";
  if (!called) return "urgent.told.nobody";
  return called.rung === "dinsos" ? "urgent.told.dinsos" : "urgent.told.near";
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
