import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Returns what a register says of the data of a person who has several rows: all reasons that a row names, and valid
 * only if every row says so. An import marks rows that contradict each other, so one that is unread makes all unread.
 */
export function judgementOf(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
