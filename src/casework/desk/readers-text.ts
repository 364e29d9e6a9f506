import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import type { Ticket, TicketDraft } from "../ticket.ts";

/** The text for a wish for secrecy about a ticket that no village, companion or TKSK officer can open. */
export const NO_VILLAGE_READS: Text = { key: "confidential.asked" };

/** The texts that say that an officer was told. At night the service adds when the offices open. */
export const OFFICER_IS_TOLD: ReadonlySet<string> = new Set([
  "urgent.told.dinsos",
  "urgent.told.near",
  "urgent.told.survivor",
]);

/**
 * Returns the key of the text that says which officer the service calls for a person in danger. `officers`: the
 * officers whom a message reaches. If the service calls nobody, the text says so: the citizen must not wait in vain.
 */
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

/**
 * Returns the text that says who reads the ticket now. If no officer of the district may read it, the text says that
 * too.
 */
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
