import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Judges a person who has several rows in a register: valid only if every row is valid, with the reasons of all rows.
 * If one row is unread (neither valid nor invalid), the result is unread.
 */
export function judgeRows(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
