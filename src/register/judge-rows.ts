import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Judges a person with several rows: valid if every row is valid, with the reasons of all rows. One unread row (neither
 * valid nor invalid) makes the result unread.
 */
export function judgeRows(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
