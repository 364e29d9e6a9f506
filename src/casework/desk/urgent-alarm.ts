import type { Text, Value } from "../../vocabulary/message.ts";
import { zoneOf } from "../deadline.ts";
import type { Officer } from "../officer.ts";
import { mayHold } from "../routing.ts";
import type { Ticket } from "../ticket.ts";
import { isCalledFirst } from "../urgent.ts";
import type { Desk } from "./desk.ts";

const kecamatanOf = (
  { districts }: Pick<Desk, "districts">,
  { district, area }: Pick<Ticket, "district" | "area">,
): string | undefined =>
  area === undefined ? undefined : districts.get(district)?.areas.find(({ code }) => code === area.slice(0, 6))?.name;

/** The alert contains none of the citizen's words. */
export function alarmOperators(desk: Pick<Desk, "districts" | "log">, ticket: Ticket, what: string): void {
  const { number, district, category } = ticket;
  const kecamatan = kecamatanOf(desk, ticket);
  desk.log("warn", { alarm: "urgent", ticket: number, kind: category, kecamatan, district }, what);
}

export function whereText(desk: Pick<Desk, "districts">, ticket: Pick<Ticket, "district" | "area">): Text {
  const kecamatan = kecamatanOf(desk, ticket);
  return kecamatan ? { key: "casework.whereKecamatan", values: { kecamatan } } : { key: "casework.whereUnknown" };
}

export const alarmValues = (desk: Pick<Desk, "districts" | "calendar">, ticket: Ticket): Record<string, Value> => ({
  where: whereText(desk, ticket),
  due: { moment: ticket.firstAnswerBy, zone: zoneOf(ticket.district, desk.calendar) },
});

export const calledFor = (ticket: Ticket, officers: readonly Officer[]): Officer[] =>
  officers.filter((one) => mayHold(one, ticket) && isCalledFirst(one, ticket));

export async function raiseAgain(desk: Desk, ticket: Ticket, due: number): Promise<void> {
  const { number, officer } = ticket;
  alarmOperators(desk, ticket, officer ? "an urgent ticket is not answered" : "an urgent ticket has no officer");
  if (!officer) await routeAgain(desk, number, String(due));
}

export async function routeAgain(
  { store, queue }: Pick<Desk, "store" | "queue">,
  number: string,
  once: string,
): Promise<void> {
  const said = { id: `again-${once}`, at: Date.now(), by: "system", text: "" };
  await store.changeTicket(number, { type: "assign", ...said, seen: -1 });
  await queue.wake("complaints", { number });
}
