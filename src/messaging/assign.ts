import { maySee, officerFor } from "../complaints/routing.ts";
import type { Ticket, TicketEvent } from "../complaints/ticket.ts";
import { AppError } from "../errors.ts";
import type { OutboundBody, Text } from "../message.ts";
import type { Officer } from "../staff/officer.ts";
import { composed } from "./compose.ts";
import { channelOf, type Messaging } from "./messaging.ts";

/**
 * Stage of its own beside answering: brings a new ticket, or news on one, to an officer. Every step may be repeated; a
 * ticket that finds nobody waits in the Dinsos list.
 */
export async function assign(messaging: Messaging, number: string): Promise<void> {
  const { store, districts, log } = messaging;
  const ticket = await store.ticket(number);
  if (!ticket?.news) return;
  const officers = await store.officers(ticket.district);
  const current = officers.find(({ id }) => id === ticket.officer);
  const owner = ticket.reason ? districts.get(ticket.district)?.reasons[ticket.reason]?.repaired_by : undefined;
  const kept = current && maySee(current, ticket) ? current : undefined;
  const officer = kept ?? officerFor(ticket, officers, await store.officerLoads(ticket.district), owner);
  if (officer) await announced(messaging, ticket, officer);
  await routed(messaging, ticket, officer, "system");
  log("info", { ticket: number, rung: officer?.rung ?? "none", again: kept !== undefined }, "routed");
}

/** Gives a ticket to an officer by hand. Rejects with FORBIDDEN where that officer may not see it. */
export async function giveTicket(messaging: Messaging, number: string, id: string, by: string): Promise<Ticket> {
  const { store } = messaging;
  const ticket = await store.ticket(number);
  if (!ticket) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  const officer = (await store.officers(ticket.district)).find((one) => one.id === id);
  if (!officer)
    throw new AppError("BAD_REQUEST", `no officer ${id} in ${ticket.district}`, { details: { field: "to" } });
  if (!maySee(officer, ticket)) throw new AppError("FORBIDDEN", `${id} may not see ${number}`);
  if (ticket.officer === id) return ticket;
  await announced(messaging, ticket, officer);
  return routed(messaging, ticket, officer, by);
}

/** Writes who has a ticket, and tells its citizen when that is somebody new. */
async function routed(messaging: Messaging, ticket: Ticket, officer: Officer | undefined, by: string): Promise<Ticket> {
  const { store, queue } = messaging;
  const { number, conversation, events } = ticket;
  // By hand and by the system at once are two things; each of them twice is one.
  const id = by === "system" ? `routed-${events.length}` : `given-${events.length}-${officer?.id ?? ""}`;
  const isNew = officer !== undefined && officer.id !== ticket.officer;
  const message = isNew && conversation ? await wordsFor(messaging, ticket, officer) : undefined;
  const event: TicketEvent = {
    type: "routed",
    id,
    at: Date.now(),
    by,
    text: officer?.name ?? "",
    seen: events.length,
    ...(officer ? { officer: officer.id } : {}),
    ...(message && conversation ? { outbound: `${conversation}.${number}-${id}` } : {}),
  };
  const changed = await store.changeTicket(number, event, message);
  if (message && conversation) await queue.wake("outbound", { conversation });
  return changed;
}

async function wordsFor(messaging: Messaging, ticket: Ticket, officer: Officer): Promise<OutboundBody | undefined> {
  const contact = ticket.conversation ? await messaging.store.contactOf(ticket.conversation) : undefined;
  if (!contact) return undefined;
  const said: Text = {
    key: "casework.routed",
    values: { number: ticket.number, officer: officer.name, rung: { key: `rung.${officer.rung}` } },
  };
  const { limits } = channelOf(messaging, contact);
  return composed([{ parts: [said] }], ticket.locale, limits, messaging.translate)[0];
}

/** Tells the officer in their chat with the district's bot: number and category, nothing of the citizen. */
async function announced(messaging: Messaging, ticket: Ticket, officer: Officer): Promise<void> {
  const { store, queue, channels, translate, locales, log } = messaging;
  if (!officer.telegram) return;
  const bot = [...channels.values()].find(({ name, district }) => name === "telegram" && district === ticket.district);
  const contact = bot && { channel: bot.name, account: bot.account, address: officer.telegram };
  const conversation = contact && (await store.conversationOf(contact));
  if (!conversation) {
    log("warn", { ticket: ticket.number, officer: officer.id }, "officer has no chat with the bot yet");
    return;
  }
  const locale = locales[0] ?? "id";
  const key = ticket.officer === officer.id ? "casework.news" : "casework.assigned";
  const values = { number: ticket.number, category: { key: `category.${ticket.category}` } };
  const body = { text: translate(locale, { key, values }), choices: [], locale };
  await store.addOutbound(conversation, `${ticket.number}-${officer.id}-${ticket.events.length}`, body);
  await queue.wake("outbound", { conversation });
}
