import { assignTicket } from "../../src/casework/desk/assign.ts";
import { followCalls } from "../../src/casework/desk/follow-calls.ts";
import type { Officer } from "../../src/casework/officer.ts";
import type { TicketDraft } from "../../src/casework/ticket.ts";
import type { Store } from "../../src/store/ports/store.ts";
import type { Category } from "../../src/vocabulary/lists.ts";
import { meetChat } from "./chats.ts";
import { stages } from "./messaging.ts";
import { officerOf, VILLAGE } from "./officers.ts";

export const ACCOUNT = "lamongan";
export const NUMBER = "LMG-26-930001-1";
const MARKS = { sensitive: true, urgent: true, survivor: true };
export const chatOf = (id: string) => ({ channel: "webchat", address: `chat of ${id}` });
export const officer = (id: string, more: Partial<Officer> = {}): Officer =>
  officerOf("dinsos", { id, name: id, ...MARKS, chats: [chatOf(id)], ...more });

/** The chats of the officers in `met` have already written to the account. */
export async function deskWith(officers: Officer[], met: string[], over: { store?: Store } = {}) {
  const all = await stages(over);
  const { store } = all.messaging;
  for (const one of officers) await store.saveOfficer(one);
  const conversations = new Map<string, string>();
  const meet = async (id: string) => {
    const conversation = await meetChat(store, chatOf(id), ACCOUNT);
    conversations.set(id, conversation);
    return conversation;
  };
  for (const id of met) await meet(id);
  const open = async (category: Category, more: Partial<TicketDraft> = {}) => {
    const draft = { district: "lamongan", text: "", locale: "id", person: {}, area: VILLAGE } as const;
    await store.openTicket({ ...draft, number: NUMBER, category, openedAt: Date.now(), ...more });
    await assignTicket(all.messaging, NUMBER);
  };
  const alarms = () => all.lines.flatMap(({ fields, message }) => (fields.alarm === "urgent" ? [message] : []));
  const deliver = async (id: string, state: "sent" | "failed") => {
    const result = state === "sent" ? { state } : { state, code: "CONTACT_UNREACHABLE" };
    for (let send = await store.openSend(conversations.get(id) ?? ""); send; )
      send = await store.closeSend(send, result);
    if (state === "failed") await store.setReachable({ ...chatOf(id), account: ACCOUNT }, false);
  };
  return {
    ...all,
    store,
    open,
    alarms,
    deliver,
    follow: async () => {
      await followCalls(all.messaging);
      await assignTicket(all.messaging, NUMBER);
    },
    owed: async () => (await store.ticket(NUMBER))?.notices ?? [],
    meet,
    openFromChat: async (category: Category, more: Partial<TicketDraft> = {}) => {
      await meet("citizen");
      await open(category, { conversation: conversations.get("citizen") ?? "", ...more });
    },
    holder: async () => (await store.ticket(NUMBER))?.officer,
    textsOf: async (id: string) => {
      const conversation = conversations.get(id);
      return conversation ? (await store.chatRecords(conversation)).answered.map(({ text }) => text) : [];
    },
  };
}
