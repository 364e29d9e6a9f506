import { conversationIn } from "../../store/ports/outbox.ts";
import { kindTable } from "../kinds/index.ts";
import { isCall, type Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import { lengthOf } from "../past.ts";
import type { Ticket } from "../ticket.ts";
import { findStates, isSent } from "./call-states.ts";
import type { Desk } from "./desk.ts";
import { makeNotices } from "./notices.ts";
import { findChats } from "./officer-chats.ts";
import { tellOfficer } from "./tell-officer.ts";
import { alarmValues } from "./urgent-alarm.ts";

/** The caller must store the notices in the commit that assigns the ticket. */
export async function announceTicket(
  desk: Desk,
  ticket: Ticket,
  officers: readonly (Officer | undefined)[],
  alarmed: readonly string[],
): Promise<Notice[]> {
  if (kindTable(ticket.kind).told === "by-day") return makeNotices(desk, ticket, officers);
  const notices: Notice[] = [];
  for (const officer of officers) {
    if (!officer) continue;
    const waiting = ticket.notices?.filter((one) => one.officer === officer.id) ?? [];
    const missed = waiting.some((one) => one.missed !== undefined);
    const isNews = alarmed.includes(officer.id) && !missed;
    const id = String(lengthOf(ticket));
    const untaken = isNews ? undefined : await findUntakenCall(desk, officer, ticket, id);
    const call = untaken ?? (await callOfficer(desk, officer, ticket, { id, isNews }));
    const first = waiting.find((one) => isCall(one) && !one.news);
    if (isNews && first) notices.push({ ...call, calls: [...(first.calls ?? []), ...(call.calls ?? [])] });
    else notices.push({ ...call, ...(isNews ? { news: true as const } : {}) });
  }
  return notices;
}

/** Returns the earlier call if its messages still wait in all of the officer's chats. */
async function findUntakenCall(
  desk: Desk,
  officer: Officer,
  { notices = [] }: Ticket,
  id: string,
): Promise<Notice | undefined> {
  const isTheirs = (one: { officer: string }) => one.officer === officer.id;
  const made = notices.flatMap((one) => [
    ...(isTheirs(one) && !one.news && one.calls ? [one.calls] : []),
    ...(one.instead ?? []).filter(isTheirs).map(({ calls }) => calls),
  ]);
  if (made.length === 0) return undefined;
  const chats = (await findChats(desk, officer)).flatMap(({ conversation }) => conversation ?? []);
  for (const calls of made) {
    const states = await findStates(desk, { calls });
    const isWhole = states.length > 0 && states.every((state) => state !== "failed") && !isSent(states);
    const has = new Set(calls.map(conversationIn));
    if (isWhole && chats.every((chat) => has.has(chat))) return { officer: officer.id, id, due: Date.now(), calls };
  }
  return undefined;
}

export async function callOfficer(
  desk: Desk,
  officer: Officer,
  ticket: Ticket,
  { id, isNews = false }: { id: string; isNews?: boolean },
): Promise<Notice> {
  const key = isNews ? "casework.news" : "casework.urgent";
  const calls = await tellOfficer(desk, officer, ticket, { key, values: alarmValues(desk, ticket), id });
  return { officer: officer.id, id, due: Date.now(), calls };
}
