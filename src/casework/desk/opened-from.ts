import { createHash } from "node:crypto";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** What a counter ticket is opened from, as it is written into its head: a keyed hash, which tells nobody of a NIK. */
export const openedFromOf = ({ hashOfCall }: Pick<Desk, "hashOfCall">, content: readonly unknown[]): string =>
  hashOfCall(JSON.stringify(content));

/** Whether a ticket was opened from this. Tickets of older releases hold a hash without a key. */
export function isOpenedFrom(
  desk: Pick<Desk, "hashOfCall">,
  { openedFrom }: Ticket,
  content: readonly unknown[],
): boolean {
  const withoutKey = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  return openedFrom === openedFromOf(desk, content) || openedFrom === withoutKey;
}
