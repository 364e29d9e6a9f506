import type { Reason } from "../vocabulary/lists.ts";
import type { Recipient } from "./recipient.ts";

/**
 * Judges the data of a person who has several rows in a register. The judgement has the reasons of all rows and is
 * valid only if every row is. An import marks rows that contradict each other as unread, so one such row makes it
 * unread.
 */
export function judgeRows(rows: readonly Recipient[]): Pick<Recipient, "valid" | "reasons" | "unread"> {
  const reasons: Reason[] = [...new Set(rows.flatMap((row) => row.reasons))];
  const isUnread = rows.some(({ unread }) => unread);
  return { valid: rows.every(({ valid }) => valid), reasons, ...(isUnread ? { unread: true as const } : {}) };
}
