import { wordsIn } from "../../conversation/engine/content.ts";
import { readSession } from "../../conversation/engine/session.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import type { ChatRecords } from "../../store/ports/chat-data.ts";
import type { TimeZone } from "../../vocabulary/lists.ts";
import type { Contact, Content, Text } from "../../vocabulary/message.ts";
import type { WithoutThread } from "../ticket.ts";
import type { Desk } from "./desk.ts";

export type ChatContent = ChatRecords & {
  contact: Contact | undefined;
  notice?: { version: string; at: number } | undefined;
  tickets: WithoutThread[];
};

export const idOfCopy = (number: string, index: number): string => `${number}-copy-${index}`;
const IS_COPY = /-copy-\d+$/;

/** Leaves out records from before another person took over the number. */
export async function readChatContent({ store }: Desk, conversation: string): Promise<ChatContent> {
  const contact = await store.contactOf(conversation);
  const session = readSession((await store.storedSession(conversation))?.session);
  const { said, answered, missed } = await store.chatRecords(conversation);
  const since = session?.hidden?.since ?? 0;
  return {
    contact,
    ...(session?.notice ? { notice: session.notice } : {}),
    said: said.filter(({ at }) => at >= since),
    answered: answered.filter(({ id, at }) => at >= since && !IS_COPY.test(id)),
    missed: missed.filter(({ at }) => at >= since),
    tickets: (await store.ticketsOf({ conversation })).filter(({ openedAt }) => openedAt >= since),
  };
}

/** Other people may read the copy, so the texts mask numbers and links. */
export function textsOf({ contact, notice, said, answered, missed, tickets }: ChatContent, zone: TimeZone): Text[] {
  const lines = [
    ...said.map(({ at, content }) => ({ at, who: "privacy.you", text: messageWords(content) })),
    ...answered.map(({ at, text }) => ({ at, who: "privacy.we", text })),
  ].sort((a, b) => a.at - b.at);
  const none: Text = { key: "privacy.nothingKept" };
  return [
    { key: "privacy.copyHead" },
    ...(contact ? [contactText(contact)] : []),
    ...(notice
      ? [{ key: "privacy.copyNotice", values: { version: notice.version, at: { time: notice.at, zone } } }]
      : []),
    { key: "privacy.copyTickets" },
    ...(tickets.length > 0 ? tickets.map((ticket) => ticketText(ticket, zone)) : [none]),
    { key: "privacy.copyMessages" },
    ...(lines.length > 0
      ? lines.map(
          ({ at, who, text }): Text => ({
            key: "privacy.copyLine",
            values: { at: { time: at, zone }, who: { key: who }, text: withoutPaths(maskNumbers(text)) },
          }),
        )
      : [none]),
    ...(missed.length > 0 ? [{ key: "privacy.copyMissed" }, ...missed.map((one) => missedText(one, zone))] : []),
  ];
}

const missedText = ({ at, text }: ChatContent["missed"][number], zone: TimeZone): Text => ({
  key: "privacy.copyLine",
  values: { at: { time: at, zone }, who: { key: "privacy.you" }, text: withoutPaths(maskNumbers(text)) },
});

const SHOWN = 4;

/** Leaves out a web chat's address, because the address opens the chat. */
function contactText({ channel, address }: Contact): Text {
  const digits = (address.split(/[@:]/)[0] ?? "").replace(/\D/g, "");
  if (channel === "webchat" || digits.length <= SHOWN) return { key: "privacy.copyChannel", values: { channel } };
  return { key: "privacy.copyContact", values: { channel, address: `…${digits.slice(-SHOWN)}` } };
}

const withoutPaths = (text: string): string => text.replace(/(https?:\/\/[^\s/?#]+)[/?#]\S*/gi, "$1");

const ticketText = (
  { number, category, state, openedAt, text, person, attachments }: WithoutThread,
  zone: TimeZone,
): Text => ({
  key: text.trim() === "" ? "privacy.copyTicketNoWords" : "privacy.copyTicket",
  values: {
    number,
    category: { key: `category.${category}` },
    state: { key: `ticketState.${state}` },
    opened: { time: openedAt, zone },
    text: withoutPaths(maskNumbers(text)),
    nik: person.nik ? maskNumbers(person.nik) : "-",
    files: attachments.filter((one) => one.state === "kept").length,
  },
});

export const messageWords = (content: Content): string =>
  wordsIn(content) ?? (content.type === "choice" ? (content.title ?? content.id) : `[${content.type}]`);
