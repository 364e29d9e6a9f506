import { dateIn } from "../../time.ts";
import { rule } from "../category.ts";
import { zoneOf } from "../deadline.ts";
import type { Officer } from "../officer.ts";
import { nextReminder } from "../reminder.ts";
import { dinsosOfficerFor } from "../routing.ts";
import { findLoads } from "./assign.ts";
import { findTicketWithoutEntries, isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { tellClocks } from "./overdue-list.ts";
import { postponeNotices } from "./postpone-notices.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";
import { tellOfficer } from "./tell-officer.ts";
import { calledFor, raiseAgain } from "./urgent-alarm.ts";

export async function remindOfficers(desk: Desk, number: string): Promise<void> {
  const { store, calendar, log } = desk;
  const ticket = await findTicketWithoutEntries(desk, number);
  const next = ticket && nextReminder(ticket, calendar);
  const now = Date.now();
  if (!next || next.at > now || (await postponeNotices(desk, ticket, now))) return;
  const { due } = next;
  const part = ticket.parts.find(({ no }) => no === next.part);
  const late = next.late || due <= now; // the queue may wake the worker late
  const officers = await store.officers(ticket.district);
  const holds = ({ id }: Officer) => id === ticket.officer || id === ticket.beside;
  const isTheirs = (one: Officer) => (part ? part.officer === one.id || (late && holds(one)) : holds(one));
  const told = new Set(officers.filter((one) => isTheirs(one) && isVisibleTo(desk, one, ticket)));
  const dinsos = late ? dinsosOfficerFor(ticket, officers, await findLoads(desk, ticket, officers)) : undefined;
  if (dinsos && ![...told].some(({ rung }) => rung === "dinsos")) told.add(dinsos);
  const isInDanger = ticket.kind === "urgent" && late;
  if (isInDanger) for (const one of calledFor(ticket, officers)) told.add(one);
  const waits = ticket.waitingSince !== undefined;
  const isUrgent = rule(ticket.category).hours !== undefined;
  const key = waits ? "casework.decide" : late ? "casework.overdue" : "casework.dueSoon";
  const clockId = part ? `${due}-${part.no}` : String(due);
  const id = late ? `late-${clockId}-${dateIn(now, zoneOf(ticket.district, calendar))}` : `soon-${clockId}`;
  for (const officer of told) {
    // Many clocks run out at the same closing time, so one message tells of all of them.
    if (!isUrgent) await tellClocks(desk, officer, now);
    else
      await tellOfficer(desk, officer, ticket, {
        key,
        values: { due: { moment: due, zone: zoneOf(ticket.district, calendar) } },
        id,
      });
  }
  const text = new Date(due).toISOString();
  const changed = await store.changeTicket(number, {
    ...{ type: "remind", id, at: now, by: "system", text, due, late },
    ...(part ? { part: part.no } : {}),
  });
  log("info", { ticket: number, late, told: told.size }, "remind");
  if (isInDanger) await raiseAgain(desk, changed, due);
  await scheduleWakeUp(desk, changed);
}
