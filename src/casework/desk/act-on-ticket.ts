import { defined } from "../../defined.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { dateIn } from "../../time.ts";
import type { OfficerAct } from "../../vocabulary/acts.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { DeliveryState } from "../../vocabulary/lists.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import { actId } from "../act-id.ts";
import { ends, isToCitizen } from "../apply.ts";
import { rule } from "../category.ts";
import { dangerLaneOf, isClosed } from "../danger-lane.ts";
import { hasWords } from "../has-words.ts";
import { ticketNumber } from "../number.ts";
import { ownOffice } from "../part.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../ticket.ts";
import { type Caller, callerKey, type Expecting, guardOf, ticketFor } from "./caller.ts";
import { checkCategory, checkHead, noWords } from "./check-head.ts";
import { checkRequired } from "./check-required.ts";
import { countCounterTicket } from "./counter-limits.ts";
import type { Desk } from "./desk.ts";
import { isOpenedFrom, openedFromOf } from "./opened-from.ts";
import { alarmOfNamed, keptApart, ownWords } from "./own-words.ts";
import { screenedDraft } from "./screening.ts";
import { ticketWords } from "./ticket-words.ts";

/** `id` is the caller's own and makes a repeated act harmless; the same id with other words is refused. */
export type Act = Caller &
  Expecting & {
    id: string;
    type: OfficerAct;
    text: string;
    /** Of a request about data that is closed: it was not done, and the citizen reads so. */
    unfulfilled?: true | undefined;
  };

/**
 * Writes an officer's act and, in the same step, the message that brings its words to the citizen's chat. Rejects with
 * TICKET_UNKNOWN, STALE, NOT_YOURS, NO_WORDS, NOT_REPAIRABLE, ID_REUSED, TICKET_CLOSED, TICKET_WAITING.
 */
export async function actOnTicket(desk: Desk, number: string, act: Act): Promise<Ticket> {
  const { store, queue } = desk;
  const { type, by } = act;
  const before = await ticketFor(desk, number, act, type);
  const words = hasWords(act.text) ? act.text.trim() : "";
  const says = checkRequired(before, { ...act, words });
  const isInward = says === undefined;
  const { own, isNamed } = await ownWords(desk, before, { words, author: act.officer, isInward });
  const { text } = own;
  if (isOldRepeat(before, { ...act, text })) return before;
  const { conversation } = before;
  const id = actId(callerKey(act), act.id);
  const event: TicketEvent = {
    id,
    by,
    type,
    ...own,
    ...ownOffice(before, act.officer),
    at: Date.now(),
    ...(act.unfulfilled ? { unfulfilled: true } : {}),
  } as TicketEvent;
  const message = isInward || !conversation ? undefined : await wordsFor(desk, before, { type, says, text });
  const outbound = message && conversation ? { outbound: `${conversation}.${number}-${id}` } : {};
  const guard = guardOf(desk, act, before, [type, by, words, act.unfulfilled ?? null]);
  const ticket = await store.changeTicket(number, { ...event, ...outbound } as TicketEvent, message, guard);
  if (message && conversation) await queue.wake("outbound", { conversation });
  if (isNamed) alarmOfNamed(desk, ticket);
  if (own.lane && ticket.news) await queue.wake("complaints", { number });
  return ticket;
}

/** Whether this act leaves a question to the citizen open, so that it goes on waiting for them. */
export const staysOpen = ({ state }: Pick<Ticket, "state">, type: OfficerAct): boolean =>
  state === "waiting" && type === "answer";

/** An act that was kept when ids were not yet told apart by caller. */
const isOldRepeat = ({ events }: Ticket, { id, by, type, text }: Act): boolean =>
  events.some((event) => event.id === id && event.by === by && event.type === type && event.text === text);

/** The act in the citizen's language, with a button that leads back to the ticket. */
async function wordsFor(
  desk: Desk,
  ticket: Ticket,
  { type, text, says }: Pick<Act, "type" | "text"> & { says: string },
): Promise<OutboundBody | undefined> {
  const said: Text = { key: says, values: { number: ticket.number, text } };
  const isOpen = type === "ask" || staysOpen(ticket, type);
  const id = `>${isOpen ? "reply.begin" : "track.show"}:${ticket.number}`;
  const title: Text = { key: isOpen ? "casework.reply" : "casework.see" };
  const unsolved = { id: `>track.unsolved:${ticket.number}`, title: { key: "track.unsolved" } };
  const choices = ends(ticket, type) ? [unsolved, { id, title }] : [{ id, title }];
  const words = await ticketWords(desk, ticket, { parts: [said], choices });
  if (!words) return undefined;
  const [body, ...more] = words;
  if (!body || more.length > 0) throw new AppError("TOO_LARGE", "the words do not fit into one message");
  return body;
}

/** A report that an officer writes down for a citizen at the counter. */
export type CounterTicket = {
  district: string;
  category: string;
  text: string;
  nik?: string | undefined;
  kk?: string | undefined;
  name?: string | undefined;
  area?: string | undefined;
  programme?: string | undefined;
  /** The caller's own, makes a repeated call harmless. */
  key: string;
};

/**
 * Opens a ticket for somebody who has no chat here. The key is one caller's in one district; rejects with ID_REUSED
 * where they have used it for another citizen, with COUNTER_LIMIT past the limit of an hour.
 */
export async function openCounterTicket(desk: Desk, given: CounterTicket, caller: Caller): Promise<Ticket> {
  const { store, districts, queue, signals } = desk;
  if (caller.officer && caller.officer.district !== given.district) throw new AppError("FORBIDDEN", "another district");
  const district = districts.get(given.district);
  if (!district)
    throw wrongField("district", `there is no ${given.district}; there are ${[...districts.keys()].join(", ")}`);
  const category = checkCategory(given.category);
  if (!hasWords(given.text)) throw noWords("text");
  const { name, area, programme, text, key } = given;
  const { nik, kk } = checkHead(desk, district.id, given);
  const content = [category, text, nik, kk, name, area, programme].map((one) => one ?? null);
  await countCounterTicket(desk, { district: district.id, category, id: key }, caller);
  const now = Date.now();
  const year = Number(dateIn(now, district.timezone).slice(0, 4));
  const serial = await store.reserveSerial(district.id, year, `counter ${district.id} ${callerKey(caller)} ${key}`);
  const danger = isClosed(category) && category !== "urgent-private" ? undefined : dangerLaneOf(signals.read(text));
  const filed = danger ?? category;
  const isKept = rule(filed).onlyMarked !== "survivor";
  const { text: masked, mentioned } = keptApart(text, desk);
  const writing: TicketDraft = {
    number: ticketNumber(district.prefix, year, serial),
    district: district.id,
    category: filed,
    text,
    person: { ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(name ? { name: maskNumbers(name) } : {}) },
    locale: "id",
    openedAt: now,
    openedBy: caller.by,
    openedFrom: openedFromOf(desk, content),
    ...(area ? { area } : {}),
    ...(programme ? { programme } : {}),
  };
  const { draft, isNamed } = await screenedDraft(desk, writing, [], caller.officer);
  // Screened as it was written, kept as it may be: of an account of violence no word.
  const kept = isKept ? { text: masked, ...defined({ mentioned }) } : { text: "" };
  const isConfidential = rule(category).sensitive ? { confidential: true } : {};
  const ticket = await store.openTicket({ ...draft, ...isConfidential, ...kept });
  if (!isOpenedFrom(desk, ticket, content)) throw new AppError("ID_REUSED", "this id was used for another ticket");
  if (isNamed) alarmOfNamed(desk, ticket);
  await queue.wake("complaints", { number: ticket.number });
  return ticket;
}

export type Delivery = { state: DeliveryState; code?: string };

/** The delivery state of each answer: sent, delivered, failed, or waiting for the citizen to write. */
export async function deliveriesOf({ store }: Desk, ticket: Ticket): Promise<Map<string, Delivery>> {
  const ids = ticket.events.flatMap((event) => ("outbound" in event && event.outbound ? [event.outbound] : []));
  const states = await store.outboundStates(ids);
  return new Map(
    ticket.events.flatMap((event): [string, Delivery][] => {
      if (!isToCitizen(ticket, event.type)) return [];
      const outbound = "outbound" in event ? event.outbound : undefined;
      const state = outbound ? states[outbound] : undefined;
      return [[event.id, state ?? { state: outbound ? "expired" : "no-chat" }]];
    }),
  );
}
