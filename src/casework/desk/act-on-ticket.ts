import { defined } from "../../defined.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { dateIn } from "../../time.ts";
import type { OfficerAct } from "../../vocabulary/acts.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { DeliveryState } from "../../vocabulary/lists.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import { endsTicket, isToCitizen } from "../apply.ts";
import { isOnlyForMarked, rule } from "../category.ts";
import { dangerLaneOf } from "../danger-lane.ts";
import { hasWords } from "../has-words.ts";
import { ticketNumber } from "../number.ts";
import { ownOffice } from "../part.ts";
import type { Ticket, TicketDraft, TicketEvent, WholeTicket } from "../ticket.ts";
import { actIdOf, type Caller, callerKey, type ExpectedVersion, guardOf, requireTicket } from "./caller.ts";
import { checkCategory, checkHead, noWordsError } from "./check-head.ts";
import { checkRequired } from "./check-required.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import { countCounterTicket } from "./counter-limits.ts";
import type { Desk } from "./desk.ts";
import { alertOfAccusedOfficer, maskedWordsOf, readOfficerWords } from "./officer-words.ts";
import { hashOpening, isOpenedFrom } from "./opening-hash.ts";
import { screenDraft } from "./screen-draft.ts";
import { composeTicketMessage } from "./ticket-words.ts";

/** A repeated act with the same `id` and words changes nothing. */
export type ActRequest = Caller &
  ExpectedVersion & {
    id: string;
    type: OfficerAct;
    text: string;
    unfulfilled?: true | undefined;
  };

/** Rejects as `requireTicket`, `checkRequired` and the store do, and with TOO_LARGE for long words. */
export async function actOnTicket(desk: Desk, number: string, act: ActRequest): Promise<Ticket> {
  const { type, by } = act;
  const before = await requireTicket(desk, number, act, type);
  const words = hasWords(act.text) ? act.text.trim() : "";
  const says = await checkRequired(desk, before, { ...act, words });
  const isInward = says === undefined;
  const given = { words, author: act.officer, isInward };
  const { storedWords, namesDinsosOfficer } = await readOfficerWords(desk, before, given);
  const { text } = storedWords;
  if (await isOldRepeat(desk.store, before, { ...act, text })) return before;
  const id = actIdOf(act, act.id);
  const event: TicketEvent = {
    id,
    by,
    type,
    ...storedWords,
    ...ownOffice(before, act.officer),
    at: Date.now(),
    ...(act.unfulfilled ? { unfulfilled: true } : {}),
  } as TicketEvent;
  const message =
    isInward || !before.conversation ? undefined : await composeActMessage(desk, before, { type, says, text });
  const guard = guardOf(desk, act, before, [type, by, words, act.unfulfilled ?? null]);
  const ticket = await commitWithMessage(desk, before, event, message, guard);
  if (namesDinsosOfficer) alertOfAccusedOfficer(desk, ticket);
  if (storedWords.lane && ticket.news) await desk.queue.wake("complaints", { number });
  return ticket;
}

export const staysOpen = ({ state }: Pick<Ticket, "state">, type: OfficerAct): boolean =>
  state === "waiting" && type === "answer";

/** In older releases, the ids of acts did not contain the caller. */
async function isOldRepeat(
  store: Pick<Desk["store"], "findEntry">,
  { number }: Pick<Ticket, "number">,
  { id, by, type, text }: ActRequest,
): Promise<boolean> {
  const event = await store.findEntry(number, id);
  return event?.by === by && event.type === type && event.text === text;
}

async function composeActMessage(
  desk: Desk,
  ticket: Ticket,
  { type, text, says }: Pick<ActRequest, "type" | "text"> & { says: string },
): Promise<OutboundBody | undefined> {
  const said: Text = { key: says, values: { number: ticket.number, text } };
  const isOpen = type === "ask" || staysOpen(ticket, type);
  const id = `>${isOpen ? "reply.begin" : "track.show"}:${ticket.number}`;
  const title: Text = { key: isOpen ? "casework.reply" : "casework.see" };
  const unsolved = { id: `>track.unsolved:${ticket.number}`, title: { key: "track.unsolved" } };
  const choices = endsTicket(ticket, type) ? [unsolved, { id, title }] : [{ id, title }];
  const words = await composeTicketMessage(desk, ticket, { parts: [said], choices });
  if (!words) return undefined;
  const [body, ...more] = words;
  if (!body || more.length > 0) throw new AppError("TOO_LARGE", "the words do not fit into one message");
  return body;
}

export type CounterTicket = {
  district: string;
  category: string;
  text: string;
  nik?: string | undefined;
  kk?: string | undefined;
  name?: string | undefined;
  area?: string | undefined;
  programme?: string | undefined;
  /** A repeated call with the same key changes nothing. */
  key: string;
};

/**
 * Opens a ticket for a citizen without a chat. Rejects with:
 * - FORBIDDEN: the officer is of another district.
 * - BAD_REQUEST or NO_WORDS: the named field is wrong.
 * - ID_REUSED: the caller used the key for another ticket of the district.
 * - COUNTER_LIMIT: the caller has opened too many tickets in this hour.
 */
export async function openCounterTicket(desk: Desk, given: CounterTicket, caller: Caller): Promise<Ticket> {
  const { store, districts, queue, signals } = desk;
  if (caller.officer && caller.officer.district !== given.district) throw new AppError("FORBIDDEN", "another district");
  const district = districts.get(given.district);
  if (!district)
    throw wrongField("district", `there is no ${given.district}; there are ${[...districts.keys()].join(", ")}`);
  const category = checkCategory(given.category);
  if (!hasWords(given.text)) throw noWordsError("text");
  const { name, area, programme, text, key } = given;
  const { nik, kk } = await checkHead(desk, district.id, given);
  const content = [category, text, nik, kk, name, area, programme].map((one) => one ?? null);
  await countCounterTicket(desk, { district: district.id, category, id: key }, caller);
  const now = Date.now();
  const year = Number(dateIn(now, district.timezone).slice(0, 4));
  const serial = await store.reserveSerial(district.id, year, `counter ${district.id} ${callerKey(caller)} ${key}`);
  const danger =
    isOnlyForMarked(category) && category !== "urgent-private" ? undefined : dangerLaneOf(signals.read(text));
  const finalCategory = danger ?? category;
  const isKept = rule(finalCategory).onlyMarked !== "survivor";
  const { text: masked, mentioned } = maskedWordsOf(text, desk);
  const unscreened: TicketDraft = {
    number: ticketNumber(district.prefix, year, serial),
    district: district.id,
    category: finalCategory,
    text,
    person: { ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(name ? { name: maskNumbers(name) } : {}) },
    locale: "id",
    openedAt: now,
    openedBy: caller.by,
    openedFrom: hashOpening(desk, content),
    ...(area ? { area } : {}),
    ...(programme ? { programme } : {}),
  };
  const { draft, namesDinsosOfficer } = await screenDraft(desk, unscreened, [], caller.officer);
  const storedWords = isKept ? { text: masked, ...defined({ mentioned }) } : { text: "" };
  const isConfidential = rule(category).sensitive ? { confidential: true } : {};
  const ticket = await store.openTicket({ ...draft, ...isConfidential, ...storedWords });
  if (!isOpenedFrom(desk, ticket, content)) throw new AppError("ID_REUSED", "this id was used for another ticket");
  if (namesDinsosOfficer) alertOfAccusedOfficer(desk, ticket);
  await queue.wake("complaints", { number: ticket.number });
  return ticket;
}

export const isReachable = async (
  { store }: Pick<Desk, "store">,
  { conversation }: Pick<Ticket, "conversation">,
): Promise<boolean> => conversation === undefined || store.isReachable(conversation);

export type Delivery = { state: DeliveryState; code?: string };

export async function findDeliveries({ store }: Desk, ticket: WholeTicket): Promise<Map<string, Delivery>> {
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
