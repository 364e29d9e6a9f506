import { createHmac } from "node:crypto";
import { z } from "zod";
import { areSame } from "../constant-time.ts";

/** `at`: in ms since 1970. `subject`: a ticket number, an id or a blind index, but never a NIK. */
export const AuditEntry = z.object({
  serial: z.number().int().positive(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  reason: z.string(),
  mac: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

function macOf(entry: Omit<AuditEntry, "mac">, previous: string, key: Buffer): string {
  const { serial, at, actor, action, subject, reason } = entry;
  const line = JSON.stringify([serial, at, actor, action, subject, reason, previous]);
  return createHmac("sha256", key).update(line).digest("base64url");
}

/** The MAC covers the entry's content and the MAC of `last`. */
export function nextEntry(
  last: AuditEntry | undefined,
  words: Pick<AuditEntry, "at" | "actor" | "action" | "subject" | "reason">,
  key: Buffer,
): AuditEntry {
  const entry = { serial: (last?.serial ?? 0) + 1, ...words };
  return { ...entry, mac: macOf(entry, last?.mac ?? "", key) };
}

export function isNextEntry(last: AuditEntry | undefined, entry: AuditEntry, key: Buffer): boolean {
  const expected = Buffer.from(macOf(entry, last?.mac ?? "", key));
  const given = Buffer.from(entry.mac);
  return entry.serial === (last?.serial ?? 0) + 1 && areSame(given, expected);
}
