import type { Ticket } from "../complaints/ticket.ts";
import { wordsIn } from "../conversation/files.ts";
import { readSession } from "../conversation/session.ts";
import { AppError } from "../errors.ts";
import type { Content, Text } from "../message.ts";
import { maskNumbers } from "../register/find-numbers.ts";
import type { Caller } from "./caller.ts";
import { composed } from "./compose.ts";
import { dataRequest, type Request, sendReceipt } from "./data-rights.ts";
import { channelOf, type Messaging } from "./messaging.ts";

/** Bubbles that a chat gets at most; a longer copy is printed at the counter. */
const MOST_BUBBLES = 12;

/** DATA SAYA: what this chat has left here, readable, in the chat itself; then the receipt. */
export async function exportChat(messaging: Messaging, number: string, caller: Caller): Promise<Ticket> {
  const { store, queue, translate } = messaging;
  const request = await dataRequest(messaging, number, caller, "export");
  const { conversation, ticket } = request;
  const contact = await store.contactOf(conversation);
  if (!contact) throw new AppError("BAD_REQUEST", `${number} has no chat any more`);
  const parts = await copyOf(messaging, request);
  const { limits } = channelOf(messaging, contact);
  const bubbles = composed([{ parts }], ticket.locale, limits, translate);
  if (bubbles.length > MOST_BUBBLES) {
    throw new AppError(
      "TOO_LARGE",
      "this copy is too long for a chat: print it with `sapa tickets export NUMBER --out FILE`",
    );
  }
  for (const [index, body] of bubbles.entries()) await store.addOutbound(conversation, `${number}-copy-${index}`, body);
  await queue.wake("outbound", { conversation });
  return sendReceipt(messaging, request, "export", [{ key: "privacy.copied", values: { number } }]);
}

/** The same copy as text, to be handed over at the counter; the citizen's chat gets the receipt. */
export async function printChat(
  messaging: Messaging,
  number: string,
  caller: Caller,
): Promise<{ ticket: Ticket; text: string }> {
  const request = await dataRequest(messaging, number, caller, "export");
  const parts = await copyOf(messaging, request);
  const text = parts.map((part) => messaging.translate(request.ticket.locale, part)).join("\n\n");
  const ticket = await sendReceipt(messaging, request, "export", [{ key: "privacy.printed", values: { number } }]);
  return { ticket, text };
}

/** Everything of a chat in words: address, consents, reports and what was said. Numbers stay masked: a copy may be read by others. */
async function copyOf({ store }: Messaging, { conversation }: Request): Promise<Text[]> {
  const contact = await store.contactOf(conversation);
  const stored = await store.storedSession(conversation);
  const session = readSession(stored?.session);
  const { said, answered } = await store.chatRecords(conversation);
  const tickets = await store.tickets({ conversation });
  const lines = [
    ...said.map(({ at, content }) => ({ at, who: "privacy.you", text: wordsOf(content) })),
    ...answered.map(({ at, text }) => ({ at, who: "privacy.we", text })),
  ].sort((a, b) => a.at - b.at);
  const none: Text = { key: "privacy.nothingKept" };
  return [
    { key: "privacy.copyHead" },
    ...(contact
      ? [{ key: "privacy.copyContact", values: { channel: contact.channel, address: contact.address } }]
      : []),
    ...(session?.notice
      ? [{ key: "privacy.copyNotice", values: { version: session.notice.version, at: { time: session.notice.at } } }]
      : []),
    { key: "privacy.copyTickets" },
    ...(tickets.length > 0 ? tickets.map(ticketText) : [none]),
    { key: "privacy.copyMessages" },
    ...(lines.length > 0
      ? lines.map(
          ({ at, who, text }): Text => ({
            key: "privacy.copyLine",
            values: { at: { time: at }, who: { key: who }, text: maskNumbers(text) },
          }),
        )
      : [none]),
  ];
}

const ticketText = ({ number, category, state, openedAt, text, person, attachments }: Ticket): Text => ({
  key: "privacy.copyTicket",
  values: {
    number,
    category: { key: `category.${category}` },
    state: { key: `ticketState.${state}` },
    opened: { time: openedAt },
    text,
    nik: person.nik ? maskNumbers(person.nik) : "-",
    files: attachments.filter((one) => one.state === "kept").length,
  },
});

const wordsOf = (content: Content): string =>
  wordsIn(content) ?? (content.type === "choice" ? (content.title ?? content.id) : `[${content.type}]`);
