import { noteAuditHead } from "./audit-heads.ts";
import { eraseMentioned } from "./erase.ts";
import type { Messaging } from "./messaging.ts";

const DAY = 86_400_000;
/** Handled records live this long: longer than any platform sends a message again. */
export const MESSAGES_KEPT = 14 * DAY;

/** Once an hour: what has been kept long enough goes, and the audit chain's head of the day is written elsewhere. */
export async function tidy(messaging: Messaging): Promise<void> {
  const { store, log, auditHeads } = messaging;
  const dropped = await store.expire(MESSAGES_KEPT);
  if (dropped > 0) log("info", { dropped }, "expired records dropped");
  const erased = await eraseMentioned(messaging);
  if (erased > 0) log("info", { tickets: erased }, "mentioned numbers erased");
  if (auditHeads) await noteAuditHead(messaging, auditHeads, Date.now());
}
