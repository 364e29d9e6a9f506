import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/** A person with several rows is valid if every row is valid, and unread if one row is unread. */
export function judgeRows(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
