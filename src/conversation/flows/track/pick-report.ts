import type { TicketView } from "../../engine/lookup.ts";

/** Returns the open reports that this chat filed. */
export const ownOpen = (tickets: readonly TicketView[]): TicketView[] =>
  tickets.filter(({ own, state }) => own && state !== "closed");

/** Returns the wanted report, or the only one; `undefined` if the chat has to ask which one is meant. */
export const pickReport = (open: readonly TicketView[], wanted: string | undefined): TicketView | undefined =>
  open.find(({ number }) => number === wanted) ?? (open.length === 1 ? open[0] : undefined);
