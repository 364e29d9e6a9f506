import type { TicketView } from "../../engine/lookup.ts";

export const ownOpen = (tickets: readonly TicketView[]): TicketView[] =>
  tickets.filter(({ own, state }) => own && state !== "closed");

/** Returns `undefined` if the chat has to ask which report is meant. */
export const pickReport = (open: readonly TicketView[], wanted: string | undefined): TicketView | undefined =>
  open.find(({ number }) => number === wanted) ?? (open.length === 1 ? open[0] : undefined);
