import { addWorkingDays, calendarOf, zoneOf } from "../deadline.ts";
import type { Officer } from "../officer.ts";
import { openPartsOf } from "../part.ts";
import { sightOf } from "../sight.ts";
import { runningClocks, type TicketHead } from "../ticket.ts";
import { reasonsOfDisdukcapil } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { sayToOfficer } from "./tell-officer.ts";

const HOUR = 3_600_000;
const MOST_LINES = 15;

/** Returns when the officer's first clock runs out (ms). */
function clockFor(ticket: TicketHead, { id }: Officer): number | undefined {
  const all = runningClocks(ticket);
  const parts = openPartsOf(ticket).flatMap(({ no, officer }) => (officer === id ? [no] : []));
  const isHolder = ticket.officer === id || ticket.beside === id;
  const own = isHolder ? all : all.filter(({ part }) => part !== undefined && parts.includes(part));
  const [first] = (own.length > 0 ? own : all).map(({ due }) => due).sort((a, b) => a - b);
  return first;
}

/** Sends an officer at most one message an hour. */
export async function tellClocks(desk: Desk, officer: Officer, now: number): Promise<void> {
  const { store, translate, locales, calendar } = desk;
  const sight = sightOf(officer, reasonsOfDisdukcapil(desk, officer.district));
  if (!sight) return;
  const isDinsos = officer.rung === "dinsos";
  const soon = addWorkingDays(now, 1, calendarOf(officer.district, calendar));
  const own = { open: true, holder: officer.id, overdueAt: soon + 1 };
  const allLate = { open: true, overdueAt: now + 1 };
  const asked = isDinsos ? [own, allLate] : [own];
  const pages = await Promise.all(
    asked.map((filter) => store.list({ ...filter, sight, order: "clock", limit: MOST_LINES })),
  );
  const clock = (ticket: TicketHead) => clockFor(ticket, officer) ?? soon;
  const found = pages.flatMap(({ heads }) => heads);
  const late = [...new Map(found.map((one) => [one.number, one])).values()]
    .filter((one) => clock(one) <= soon)
    .sort((a, b) => clock(a) - clock(b));
  if (late.length === 0) return;
  const both = isDinsos ? [{ ...allLate, holder: officer.id }] : [];
  const [mine = 0, theirs = 0, twice = 0] = await store.counts(sight, [...asked, ...both]);
  const locale = locales[0] ?? "id";
  const lines = late.slice(0, MOST_LINES).map((ticket) => {
    const { number, category, waitingSince } = ticket;
    const missed = waitingSince === undefined ? "casework.overdue" : "casework.decide";
    const key = clock(ticket) > now ? "casework.dueSoon" : missed;
    const values = {
      number,
      category: { key: `category.${category}` },
      due: { moment: clock(ticket), zone: zoneOf(ticket.district, calendar) },
    };
    return translate(locale, { key, values });
  });
  const more = mine + theirs - twice - lines.length;
  if (more > 0) lines.push(translate(locale, { key: "casework.moreLate", values: { more } }));
  await sayToOfficer(desk, officer, `${officer.id}-clocks-${Math.floor(now / HOUR)}`, lines.join("\n"));
}
