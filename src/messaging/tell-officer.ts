import type { Ticket } from "../complaints/ticket.ts";
import type { Value } from "../message.ts";
import type { Officer } from "../staff/officer.ts";
import type { Messaging } from "./messaging.ts";

type Telling = { key: string; values?: Record<string, Value>; id: string };

/**
 * Tells an officer in their chat with the district's bot, where they have one: number and category, nothing of the
 * citizen. The same `id` of one ticket is told once.
 */
export async function tellOfficer(
  { store, queue, channels, translate, locales, log }: Messaging,
  officer: Officer,
  ticket: Ticket,
  { key, values, id }: Telling,
): Promise<void> {
  if (!officer.telegram) return;
  const bot = [...channels.values()].find(({ name, district }) => name === "telegram" && district === ticket.district);
  const contact = bot && { channel: bot.name, account: bot.account, address: officer.telegram };
  const conversation = contact && (await store.conversationOf(contact));
  if (!conversation) {
    log("warn", { ticket: ticket.number, officer: officer.id }, "officer has no chat with the bot yet");
    return;
  }
  const locale = locales[0] ?? "id";
  const known = { number: ticket.number, category: { key: `category.${ticket.category}` } };
  const body = { text: translate(locale, { key, values: { ...known, ...values } }), choices: [], locale };
  await store.addOutbound(conversation, `${ticket.number}-${officer.id}-${id}`, body);
  await queue.wake("outbound", { conversation });
}
