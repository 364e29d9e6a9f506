import { many } from "../../many.ts";
import type { Officer } from "../officer.ts";
import { mayHold } from "../routing.ts";
import type { TicketHead } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { findReachedStandIn } from "./missed-call.ts";
import { nameTickets } from "./name-tickets.ts";
import { findOpenCalls } from "./open-calls.ts";

export async function untoldCalls(
  { store }: Pick<Desk, "store">,
  district: string,
  officers: readonly Officer[],
): Promise<string[]> {
  const open = await findOpenCalls(store, district);
  const free = open.filter((ticket) => !ticket.officer && officers.some((one) => mayHold(one, ticket)));
  const untold = await findUntold(store, open, officers);
  const has = many(free.length, "open ticket of somebody in danger has", "open tickets of people in danger have");
  const are = many(untold.length, "open ticket of somebody in danger is", "open tickets of people in danger are");
  const them = free.length === 1 ? "it" : "them";
  const called = [...Map.groupBy(untold, ({ officer }) => officer)].map(([id, held]) => `${id} (${nameTickets(held)})`);
  return [
    ...(free.length > 0
      ? [
          `${district}: ${has} no officer yet (${nameTickets(free)}): the service hands ${them} on at once where it runs; else start it`,
        ]
      : []),
    ...(untold[0]
      ? [
          `${district}: ${are} with an officer whom no message has reached: call ${called.join(" and ")}, or npx --no sapa tickets transfer ${untold[0].number} --to OFFICER --by ${untold[0].officer}`,
        ]
      : []),
  ];
}

async function findUntold(
  store: Desk["store"],
  open: readonly TicketHead[],
  officers: readonly Officer[],
): Promise<TicketHead[]> {
  const untold: TicketHead[] = [];
  for (const ticket of open) {
    const missed = ticket.notices?.filter((one) => one.officer === ticket.officer && one.missed !== undefined) ?? [];
    const standIns = await Promise.all(missed.map((notice) => findReachedStandIn({ store }, notice, officers)));
    if (standIns.some(({ told }) => !told)) untold.push(ticket);
  }
  return untold;
}
