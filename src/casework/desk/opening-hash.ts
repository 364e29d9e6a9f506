import { createHash } from "node:crypto";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/**
 * Hashes the content of the request that opened a ticket, with a key: a repeated request id with other content can be
 * refused, and the hash reveals no NIK.
 */
export const hashOpening = ({ hashRequest }: Pick<Desk, "hashRequest">, content: readonly unknown[]): string =>
  hashRequest(JSON.stringify(content));

/** Whether a ticket was opened by a request with this content. Tickets of older releases have a hash without a key. */
export function isOpenedFrom(
  desk: Pick<Desk, "hashRequest">,
  { openedFrom }: Ticket,
  content: readonly unknown[],
): boolean {
  const withoutKey = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  return openedFrom === hashOpening(desk, content) || openedFrom === withoutKey;
}
