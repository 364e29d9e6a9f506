import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Judges the data of a person who has several rows in a register. The result has the reasons of all rows, and is valid
 * only if every row is valid. If one row is unread (neither valid nor invalid), the result is unread.
 */
export function judgeRows(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
