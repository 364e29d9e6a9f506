import { createHash } from "node:crypto";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** The hash needs a secret key, because a reader of the store could try all NIKs. */
export const hashOpening = ({ hashRequest }: Pick<Desk, "hashRequest">, content: readonly unknown[]): string =>
  hashRequest(JSON.stringify(content));

/** Older releases hashed the content without a key. */
export function isOpenedFrom(
  desk: Pick<Desk, "hashRequest">,
  { openedFrom }: Ticket,
  content: readonly unknown[],
): boolean {
  const withoutKey = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  return openedFrom === hashOpening(desk, content) || openedFrom === withoutKey;
}
