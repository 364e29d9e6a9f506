import { expect, it } from "vitest";
import { findTickets } from "../../../src/casework/desk/find.ts";
import { ticketNumber } from "../../../src/casework/number.ts";
import { stages } from "../../support/messaging.ts";

it("a search for a serial finds its tickets of all years, even above the limit", async () => {
  const { messaging } = await stages();
  const year = new Date().getUTCFullYear();
  const numbers = [0, 1, 2].map((back) => ticketNumber("LMG", year - back, 123));
  const draft = { district: "lamongan", category: "other", text: "x", person: {}, locale: "id" } as const;
  for (const [at, number] of numbers.entries())
    await messaging.store.openTicket({ ...draft, number, openedAt: at + 1 });
  const asked = { district: "lamongan", words: "000123", open: undefined, after: undefined };
  const found = await findTickets(messaging, { ...asked, limit: 1 }, { officer: undefined });
  expect(found.tickets.map(({ number }) => number).sort()).toEqual([...numbers].sort());
});
