import type { Session } from "../conversation/engine/session.ts";
import { newSession, readSession } from "../conversation/engine/session.ts";
import { defined } from "../defined.ts";
import type { ChatData } from "../store/ports/chat-data.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { OutboundMessage, Reply, Translate } from "../vocabulary/message.ts";

import type { Asking } from "./look-up-context.ts";

/** In ms. After such a time without a message, a phone number may belong to another person. */
export const STRANGER_AFTER = 90 * 24 * 3_600_000;

/** Each person has one address of each kind: one phone number, and one id on each platform. */
const kindOf = (address: string): string =>
  /^\d+(@c\.us)?$/.test(address) ? "phone" : (/@\w+$/.exec(address)?.[0] ?? "id");

function isElsewhere(known: readonly string[], addresses: readonly string[]): boolean {
  const kinds = new Set(addresses.map(kindOf));
  return [...kinds].some((kind) => {
    const before = known.filter((one) => kindOf(one) === kind);
    return before.length > 0 && !addresses.some((one) => before.includes(one));
  });
}

type Chat = Pick<Session, "addresses" | "lastAt">;
type Patience = { strangerAfter?: number };

function mayBeAnother({ strangerAfter = STRANGER_AFTER }: Patience, chat: Chat, addresses: string[], at: number) {
  const isOld = chat.lastAt > 0 && at - chat.lastAt > strangerAfter;
  return isOld || isElsewhere(chat.addresses ?? [], addresses);
}

/** If another person may hold the chat, removes proof and drafts from the session, and hides earlier reports. */
export function withStranger(patience: Patience, turn: OpenTurn, session: Session): Session {
  const { contact, message } = turn;
  const addresses = [...new Set([contact.address, message.contact.address, ...(message.aliases ?? [])])];
  const now = Date.now();
  if (!mayBeAnother(patience, session, addresses, now)) {
    const known = [...new Set([...(session.addresses ?? []), ...addresses])];
    return known.length === session.addresses?.length ? session : { ...session, addresses: known };
  }
  const people = session.people.map(({ person }) => person);
  const hidden = { since: now, people: [...new Set([...(session.hidden?.people ?? []), ...people])] };
  const guessed = session.localeGuessed ? { localeGuessed: true as const } : {};
  return { ...newSession(session.locale), ...guessed, addresses, hidden };
}

export const isHidden = (
  { session: { hidden }, shown }: Pick<Asking, "session" | "shown">,
  ticket: { openedAt: number },
): boolean => hidden !== undefined && shown?.all !== true && ticket.openedAt < hidden.since;

export async function showIfKnown(asking: Asking, person: string, nik: string): Promise<void> {
  const { stage, session, turn, shown } = asking;
  if (!session.hidden || !shown) return;
  const { conversation } = turn;
  const isTheirs = async () => {
    const filed = await stage.store.ticketsOf({ conversation }, { limit: 50 });
    return filed.some((ticket) => ticket.person.nik === nik);
  };
  if (session.hidden.people.includes(person) || (await isTheirs())) shown.all = true;
}

export async function findHiddenSentence({ stage, session, turn }: Omit<Asking, "once">): Promise<Reply[]> {
  const { hidden } = session;
  if (!hidden || hidden.told) return [];
  const filed = await stage.store.ticketsOf({ conversation: turn.conversation }, { limit: 1 });
  return filed.length > 0 ? [{ parts: [{ key: "common.hidden" }] }] : [];
}

export function keepHidden(before: Session, after: Session, shown: Asking["shown"]): Session {
  const { hidden: _, ...rest } = after;
  const { hidden, addresses } = before;
  return {
    ...rest,
    ...defined({ addresses }),
    ...(hidden && shown?.all !== true ? { hidden: { ...hidden, told: true } } : {}),
  };
}

export type Showing = Patience & {
  store: Pick<ChatData, "sessionOf"> & Pick<Tickets, "head">;
  translate: Translate;
};

/** If another person may hold the chat, a message about a report says only that there is news. */
export async function hideFromStranger(
  showing: Showing,
  conversation: string,
  message: OutboundMessage,
): Promise<OutboundMessage> {
  const { store, translate } = showing;
  const { ticket: number, id, to, locale } = message;
  if (number === undefined) return message;
  const session = readSession(await store.sessionOf(conversation));
  if (!session) return message;
  const { hidden } = session;
  const isOther = mayBeAnother(showing, session, [message.to.address], Date.now());
  const isOld = hidden !== undefined && ((await store.head(number))?.openedAt ?? 0) < hidden.since;
  const thread = session.thread === undefined ? {} : { thread: session.thread };
  if (!isOther && !isOld) return { ...message, ...thread };
  const text = translate(session.locale, { key: "common.hiddenNews" });
  return { id, to, locale, ...thread, text, choices: [] };
}
