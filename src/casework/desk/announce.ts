import { kindTable } from "../kinds/index.ts";
import { isCall, type Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import { lengthOf } from "../past.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { makeNotices } from "./notices.ts";
import { tellOfficer } from "./tell-officer.ts";
import { alarmValues } from "./urgent-alarm.ts";

/**
 * Notifies the officers of an urgent ticket at once, at any hour. Officers who had the ticket before (`alarmed`), and
 * have missed no call, get the news. All others get an alarm. For any other ticket, only makes notices for the day.
 *
 * The caller stores the returned notices in the commit that assigns the ticket.
 */
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
    const call = await callOfficer(desk, officer, ticket, { id: String(lengthOf(ticket)), isNews });
    const first = waiting.find((one) => isCall(one) && !one.news);
    // Until the first call has reached the officer, the news does not take its place: either of them tells the officer.
    if (isNews && first) notices.push({ ...call, calls: [...(first.calls ?? []), ...(call.calls ?? [])] });
    else notices.push({ ...call, ...(isNews ? { news: true as const } : {}) });
  }
  return notices;
}

/** Sends an officer the alarm or the news of an urgent ticket. Returns the notice that follows the message. */
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
