import type { Value } from "../../vocabulary/message.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

type Telling = { key: string; values?: Record<string, Value>; id: string };

/**
 * Tells an officer in their chat with the district's bot, where they have one: number and category, nothing of the
 * citizen. The same `id` of one ticket is told once.
 */
export async function tellOfficer(
  desk: Desk,
  officer: Officer,
  { number, category }: Ticket,
  { key, values, id }: Telling,
): Promise<void> {
  const known = { number, category: { key: `category.${category}` } };
  const text = desk.translate(desk.locales[0] ?? "id", { key, values: { ...known, ...values } });
  await sayToOfficer(desk, officer, `${number}-${officer.id}-${id}`, text);
}

/** Words of ours in an officer's chat; the same `id` is said once. */
export async function sayToOfficer(
  { store, queue, channels, locales, log }: Desk,
  officer: Officer,
  id: string,
  text: string,
): Promise<void> {
  if (!officer.telegram) return;
  const bot = [...channels.values()].find(({ name, district }) => name === "telegram" && district === officer.district);
  const contact = bot && { channel: bot.name, account: bot.account, address: officer.telegram };
  const conversation = contact && (await store.conversationOf(contact));
  if (!conversation) {
    log("warn", { officer: officer.id }, "officer has no chat with the bot yet");
    return;
  }
  await store.addOutbound(conversation, id, { text, choices: [], locale: locales[0] ?? "id" });
  await queue.wake("outbound", { conversation });
}
