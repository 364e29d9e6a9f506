import type { Value } from "../../vocabulary/message.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { findChats } from "./officer-chats.ts";

export type OfficerChats = Pick<Desk, "store" | "queue" | "channels" | "locales" | "log">;
type Told = { key: string; values?: Record<string, Value>; id: string };

/** Sends the message only once for each `id`. */
export async function tellOfficer(
  desk: OfficerChats & Pick<Desk, "translate">,
  officer: Officer,
  { number, category }: Ticket,
  { key, values, id }: Told,
): Promise<string[]> {
  const known = { number, category: { key: `category.${category}` } };
  const text = desk.translate(desk.locales[0] ?? "id", { key, values: { ...known, ...values } });
  return sayToOfficer(desk, officer, `${number}-${officer.id}-${id}`, text);
}

/** Sends the text once to each chat, and returns the ids of the messages. */
export async function sayToOfficer(
  { store, queue, channels, locales, log }: OfficerChats,
  officer: Officer,
  id: string,
  text: string,
): Promise<string[]> {
  const sent: string[] = [];
  for (const { channel, conversation } of await findChats({ store, channels }, officer)) {
    if (!conversation) {
      log("warn", { officer: officer.id, channel }, "officer has no chat with this account yet");
      continue;
    }
    sent.push(await store.addOutbound(conversation, id, { text, choices: [], locale: locales[0] ?? "id" }));
    await queue.wake("outbound", { conversation });
  }
  return sent;
}
