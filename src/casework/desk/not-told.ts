import type { Text } from "../../vocabulary/message.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findReachable } from "./officer-chats.ts";

/**
 * Returns the text for a caller who has given a ticket, or a part of it, to an officer whom no message reaches. A
 * caller who keeps the ticket needs no text.
 */
export async function noticeOnNotTold(
  { store, channels }: Pick<Desk, "store" | "channels">,
  { district }: Pick<Ticket, "district">,
  id: string | undefined,
  caller: Pick<Caller, "officer">,
): Promise<Text | undefined> {
  if (id === undefined || id === caller.officer?.id) return undefined;
  const officer = (await store.officers(district)).find((one) => one.id === id);
  if (!officer || (await findReachable({ store, channels }, [officer])).size > 0) return undefined;
  return { key: "casework.notTold", values: { officer: officer.name } };
}
