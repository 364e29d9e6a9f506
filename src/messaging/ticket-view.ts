import { isToCitizen } from "../casework/apply.ts";
import { kindTable } from "../casework/kinds/index.ts";
import type { Part } from "../casework/part.ts";
import { isOpenToAll, mayPlaceRead } from "../casework/place-access.ts";
import type { TicketEvent, TicketHead } from "../casework/ticket.ts";
import type { LookUp, LookUpResult, TicketView } from "../conversation/engine/lookup.ts";
import { defined } from "../defined.ts";
import type { Asking } from "./look-up-context.ts";
import { findNewestEntries, type ReadingThreads } from "./newest-entries.ts";
import { isHidden } from "./stranger.ts";

/** A family member can prove the same person, but must not learn of danger. */
const isForFamily = (ticket: TicketHead): boolean => isOpenToAll(ticket) && kindTable(ticket.kind).readers === "place";

const HOUR = 3_600_000;
const NUMBERS_AN_HOUR = 20;
const MOST_ANSWERS = 3;

export async function findSameTicket(asking: Asking, question: LookUp<"same-ticket">): Promise<LookUpResult> {
  const { stage, turn } = asking;
  const { category, programme, nik } = question;
  const of = nik ? { nik } : { conversation: turn.conversation };
  const open = await stage.store.ticketsOf(of, { open: true });
  const isSame = (ticket: TicketHead) =>
    ticket.category === category && ticket.programme === programme && ticket.district === asking.district.id;
  const same = open.filter((ticket) => isSame(ticket) && isOwn(ticket, asking)).at(-1);
  return same ? { find: "same-ticket", ticket: viewOf(same, asking) } : { find: "same-ticket" };
}

export async function findOwnTickets(asking: Asking, nik: string | undefined): Promise<LookUpResult<"own-tickets">> {
  const { store } = asking.stage;
  const filed = await store.ticketsOf({ conversation: asking.turn.conversation }, { limit: 50 });
  const others = nik
    ? (await store.ticketsOf({ nik }, { limit: 50 })).filter((ticket) => mayShow(ticket, asking, nik))
    : [];
  const own = filed.filter((ticket) => isOwn(ticket, asking));
  const all = new Map([...others, ...own].map((ticket) => [ticket.number, ticket]));
  const sorted = [...all.values()].sort((a, b) => a.openedAt - b.openedAt);
  const holderOf = await readHolders(sorted, asking);
  const tickets = sorted.map((ticket) => ({ ...viewOf(ticket, asking), ...holderOf(ticket) }));
  return { find: "own-tickets", tickets };
}

async function readHolders(tickets: readonly TicketHead[], asking: Asking) {
  const isHeld = (ticket: TicketHead): boolean => ticket.officer !== undefined && isOwn(ticket, asking);
  const officers = tickets.some(isHeld) ? await asking.stage.store.officers(asking.district.id) : [];
  return (ticket: TicketHead): Pick<TicketView, "holder"> => {
    const holder = isHeld(ticket) ? officers.find(({ id }) => id === ticket.officer) : undefined;
    return holder ? { holder: { name: holder.name, rung: holder.rung } } : {};
  };
}

/** If two people share the NIK, returns only the chat's own tickets. */
export async function findTicketsAbout(nik: string, isShared: boolean, asking: Asking): Promise<TicketView[]> {
  const found = await asking.stage.store.ticketsOf({ nik }, { limit: 50 });
  return found
    .filter((ticket) => (isShared ? isOwn(ticket, asking) : mayShow(ticket, asking, nik)))
    .sort((a, b) => a.openedAt - b.openedAt)
    .map((ticket) => viewOf(ticket, asking));
}

/** Each try for another chat's ticket counts against a limit, because ticket numbers can be guessed. */
export async function findOneTicket(asking: Asking, { number, nik }: LookUp<"ticket">): Promise<LookUpResult> {
  const { store } = asking.stage;
  const ticket = await store.head(number);
  const showWhole = async (head: TicketHead): Promise<LookUpResult> => ({
    find: "ticket",
    outcome: "found",
    ticket: { ...(await viewWithAnswers(store, head, asking)), ...(await readHolders([head], asking))(head) },
  });
  if (ticket && isOwn(ticket, asking)) return showWhole(ticket);
  const key = `ticket:${asking.turn.conversation}`;
  const rule = { key, limit: NUMBERS_AN_HOUR, window: HOUR, add: 1, once: asking.once };
  if ((await store.count([rule])).exceeded) return { find: "ticket", outcome: "limited" };
  // A citizen who knows the number of a ticket from this chat has written here before.
  if (ticket && isOfThisChat(ticket, asking) && asking.shown) asking.shown.all = true;
  if (!ticket || !mayShow(ticket, asking, nik)) return { find: "ticket", outcome: "found" };
  return showWhole(ticket);
}

type Chat = Pick<Asking, "turn" | "session" | "shown">;

const isOfThisChat = (ticket: TicketHead, { turn }: Pick<Asking, "turn">): boolean =>
  ticket.conversation === turn.conversation;
const isOwn = (ticket: TicketHead, asking: Chat): boolean => isOfThisChat(ticket, asking) && !isHidden(asking, ticket);

function mayShow(ticket: TicketHead, asking: Asking, nik: string | undefined): boolean {
  return isOwn(ticket, asking) || (nik !== undefined && ticket.person.nik === nik && isForFamily(ticket));
}

const partView = ({ office, since, dueAt, endedAt, outcome }: Part) => ({
  office,
  since,
  dueAt,
  ...defined({ endedAt }),
  ...(outcome === "ended" ? { takenBack: true as const } : {}),
});

export function viewOf(ticket: TicketHead, asking: Chat): TicketView {
  const { number, category, state, openedAt, firstAnswerBy, resolveBy, answeredAt, repairedAt, text } = ticket;
  const { closedAt, programme, area, parts, past } = ticket;
  const own = isOwn(ticket, asking);
  return {
    number,
    category,
    state,
    openedAt,
    firstAnswerBy,
    resolveBy,
    own,
    answers: [],
    ...defined({ answeredAt, repairedAt, closedAt }),
    ...(own && !mayPlaceRead(ticket) ? { confidential: true as const } : {}),
    ...(own && past?.withdrawnAt && state !== "closed" ? { withdrawnAt: past.withdrawnAt } : {}),
    ...(own && programme ? { programme } : {}),
    ...(own && area ? { area } : {}),
    ...(own && text ? { text } : {}),
    ...(own && parts.length > 0 ? { parts: parts.map(partView) } : {}),
  };
}

export async function viewWithAnswers(store: ReadingThreads, ticket: TicketHead, asking: Chat): Promise<TicketView> {
  const view = viewOf(ticket, asking);
  if (!view.own) return view;
  const isWanted = ({ type }: TicketEvent) => isToCitizen(ticket, type);
  const told = await findNewestEntries(store, ticket, { isWanted, limit: MOST_ANSWERS });
  return { ...view, answers: told.map(({ at, text }) => ({ at, text })) };
}
