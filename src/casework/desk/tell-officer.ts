import type { Value } from "../../vocabulary/message.ts";
import { chatsOf, type Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** The part of the desk for sending a message to an officer's chats. */
export type OfficerChats = Pick<Desk, "store" | "queue" | "channels" | "locales" | "log">;
type Told = { key: string; values?: Record<string, Value>; id: string };

/**
 * Tells an officer of a ticket in the officer's chats with the district's accounts. The message has number and
 * category, and no data of the citizen. A message with the same `id` about one ticket is sent once.
 */
export async function tellOfficer(
  desk: OfficerChats & Pick<Desk, "translate">,
  officer: Officer,
  { number, category }: Ticket,
  { key, values, id }: Told,
): Promise<void> {
  const known = { number, category: { key: `category.${category}` } };
  const text = desk.translate(desk.locales[0] ?? "id", { key, values: { ...known, ...values } });
  await sayToOfficer(desk, officer, `${number}-${officer.id}-${id}`, text);
}

/** Sends a text to every chat of an officer. A text with the same `id` is sent once to each chat. */
export async function sayToOfficer(
  { store, queue, channels, locales, log }: OfficerChats,
  officer: Officer,
  id: string,
  text: string,
): Promise<void> {
  const accounts = [...channels.values()].filter(({ district }) => district === officer.district);
  for (const { channel, address } of chatsOf(officer)) {
    const own = accounts.find(({ name }) => name === channel);
    const conversation = own && (await store.conversationOf({ channel, account: own.account, address }));
    if (!conversation) {
      log("warn", { officer: officer.id, channel }, "officer has no chat with this account yet");
      continue;
    }
    await store.addOutbound(conversation, id, { text, choices: [], locale: locales[0] ?? "id" });
    await queue.wake("outbound", { conversation });
  }
}
