import { createHash } from "node:crypto";
import { defined } from "../../defined.ts";
import { claimKey } from "../../store/ports/claim.ts";
import type { Text } from "../../vocabulary/message.ts";
import { holdersOf } from "../access.ts";
import { isCall, type Notice, noticeDueAt } from "../notice.ts";
import { chatsOf, type Officer } from "../officer.ts";
import { lengthOf } from "../past.ts";
import type { Ticket, WithoutThread } from "../ticket.ts";
import { findStates } from "./call-states.ts";
import { findTicketWithoutEntries, isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findHeldTickets } from "./held-tickets.ts";
import { findReachable } from "./officer-chats.ts";
import { postponeNotices } from "./postpone-notices.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";
import { sayToOfficer } from "./tell-officer.ts";
import { whereText } from "./urgent-alarm.ts";

const MINUTE = 60_000;
/** In ms. In each slot, only the first notice goes out immediately. */
const SLOT = 5 * MINUTE;
/** In ms. The worker that gathers an officer's notices claims the officer for this time. */
const GATHERING = 30_000;
/** In ms. */
const UNREACHED_PAUSE = 60 * MINUTE;
const MOST_LINES = 40;
const MOST_TICKETS = 1_000;

export async function makeNotices(
  desk: Pick<Desk, "store" | "quietUntil">,
  ticket: Ticket,
  officers: readonly (Officer | undefined)[],
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const officer of officers) {
    if (!officer || chatsOf(officer).length === 0) continue;
    const waiting = ticket.notices?.find((one) => one.officer === officer.id && !isCall(one));
    const id = String(lengthOf(ticket));
    const isKnown = holdersOf(ticket).includes(officer.id) && !(await hasMissed(desk, officer, ticket));
    const fresh = { officer: officer.id, id, ...(isKnown ? { news: true as const } : {}) };
    notices.push(waiting ?? { ...fresh, due: await reserveDueTime(desk, officer, `${ticket.number}-${id}`) });
  }
  return notices;
}

async function hasMissed({ store }: Pick<Desk, "store">, { id }: Officer, { told = [] }: Ticket): Promise<boolean> {
  const calls = told.find(({ officer }) => officer === id)?.messages;
  const states = await findStates({ store }, defined({ calls }));
  return states.length > 0 && states.every((state) => state === "failed");
}

async function reserveDueTime(
  { store, quietUntil }: Pick<Desk, "store" | "quietUntil">,
  { id, district }: Officer,
  once: string,
): Promise<number> {
  const now = Date.now();
  const morning = quietUntil(now, district);
  if (morning > now) return morning;
  const slot = Math.floor(now / SLOT);
  const rule = { key: `notices:${id}:${slot}`, limit: MOST_TICKETS, window: SLOT, add: 1, once };
  const { counts } = await store.count([rule]);
  return counts[0] === 1 ? now : (slot + 1) * SLOT;
}

/** The messages also contain the due notices of these officers' other tickets. */
export async function sendNotices(desk: Desk, number: string): Promise<void> {
  const { store } = desk;
  const ticket = await findTicketWithoutEntries(desk, number);
  const now = Date.now();
  if (!ticket || ticket.state === "closed") return;
  const due = (ticket.notices ?? []).filter((one) => !isCall(one) && noticeDueAt(one, ticket) <= now);
  if (due.length === 0 || (await postponeNotices(desk, ticket, now))) return;
  const officers = await store.officers(ticket.district);
  for (const notice of due) {
    const officer = officers.find(({ id }) => id === notice.officer);
    if (officer && isOwnTicket(desk, officer, ticket)) await sendDueNotices(desk, officer, ticket, now);
    else await settleNotice(desk, ticket, notice, now);
  }
}

const isOwnTicket = (desk: Desk, officer: Officer, ticket: WithoutThread): boolean =>
  officer.active && holdersOf(ticket).includes(officer.id) && isVisibleTo(desk, officer, ticket);

type Told = { ticket: WithoutThread; notice: Notice };

async function sendDueNotices(desk: Desk, officer: Officer, first: Ticket, now: number): Promise<void> {
  const { store } = desk;
  const stopGathering = await claimKey(store, `gathering:${officer.id}`, GATHERING);
  if (!stopGathering) return;
  try {
    const held = await findHeldTickets(store, officer, { limit: MOST_TICKETS });
    const again = await store.head(first.number);
    const listed: WithoutThread[] = again ? [...held, again] : held;
    const all = new Map(listed.map((ticket) => [ticket.number, ticket]));
    const due = [...all.values()]
      .filter((ticket) => ticket.state !== "closed" && isOwnTicket(desk, officer, ticket))
      .flatMap((ticket) =>
        (ticket.notices ?? [])
          .filter((notice) => notice.officer === officer.id && !isCall(notice) && noticeDueAt(notice, ticket) <= now)
          .map((notice): Told => ({ ticket, notice })),
      );
    if (due.length === 0) return;
    const isReached = (await findReachable(desk, [officer])).has(officer.id);
    const messages = isReached
      ? await sayToOfficer(desk, officer, messageIdOf(officer, due), messageText(desk, officer, due))
      : [];
    if (!isReached)
      desk.log("warn", { officer: officer.id, notices: due.length }, "no message reaches an officer: notices wait");
    for (const { ticket, notice } of due)
      await settleNotice(
        desk,
        ticket,
        notice,
        now,
        isReached ? { ...(notice.news ? {} : { messages }) } : { again: { ...notice, due: now + UNREACHED_PAUSE } },
      );
  } finally {
    await stopGathering();
  }
}

export async function settleNotice(
  desk: Desk,
  { number }: Pick<Ticket, "number">,
  { officer, id }: Notice,
  at: number,
  { again, reached, messages }: { again?: Notice; reached?: string; messages?: string[] } = {},
): Promise<void> {
  const said = { id: `told-${officer}-${id}`, at, by: "system", text: "", officer, notice: id };
  const told = { type: "tell" as const, ...said, ...defined({ again, reached, messages }) };
  await scheduleWakeUp(desk, await desk.store.changeTicket(number, told));
}

function messageIdOf({ id }: Officer, due: readonly Told[]): string {
  const named = due.map(({ ticket, notice }) => `${ticket.number}-${notice.id}`).sort();
  return `${id}-notices-${createHash("sha256").update(named.join(" ")).digest("base64url").slice(0, 24)}`;
}

const TEXTS = {
  ticket: {
    assigned: ["casework.assigned", "casework.noticeAssigned"],
    news: ["casework.news", "casework.noticeNews"],
  },
  part: {
    assigned: ["casework.partAssigned", "casework.noticePart"],
    news: ["casework.partNews", "casework.noticePartNews"],
  },
} as const;

/** The text contains none of the citizen's words. */
function messageText(desk: Desk, { id }: Officer, due: readonly Told[]): string {
  const locale = desk.locales[0] ?? "id";
  const said = ({ ticket, notice }: Told, form: "single" | "line"): Text => {
    const isPart = id !== ticket.officer && id !== ticket.beside;
    const [single, line] = TEXTS[isPart ? "part" : "ticket"][notice.news ? "news" : "assigned"];
    const category = { key: `category.${ticket.category}` };
    const values = { number: ticket.number, category, where: whereText(desk, ticket) };
    return { key: form === "single" ? single : line, values };
  };
  const [only, ...others] = due;
  if (only && others.length === 0) return desk.translate(locale, said(only, "single"));
  const lines = due.slice(0, MOST_LINES).map((one) => desk.translate(locale, said(one, "line")));
  const head = desk.translate(locale, { key: "casework.notices", values: { count: due.length } });
  const more = due.length - lines.length;
  const rest = more > 0 ? [desk.translate(locale, { key: "casework.moreNotices", values: { more } })] : [];
  return [head, ...lines, ...rest].join("\n");
}
