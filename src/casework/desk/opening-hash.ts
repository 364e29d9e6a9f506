import { createHash } from "node:crypto";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/**
 * Hashes, with a key, the content of the request that opened a ticket. By the hash, a repeated request id with other
 * content is refused. Without the key, nobody can guess a NIK from the hash.
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
