import { expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { newTicket, type TicketEvent } from "../../src/casework/ticket.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const opened = newTicket(
  {
    number: "LMG-26-000001-1",
    district: "lamongan",
    category: "not-paid",
    text: "belum cair",
    person: {},
    locale: "id",
    openedAt: Date.UTC(2026, 10, 23, 3),
  },
  calendar,
);
const routed = (id: string, by: string, officer: string | undefined, seen: number): TicketEvent => ({
  type: "assign",
  id,
  at: 1,
  by,
  text: "",
  seen,
  ...(officer ? { officer } : {}),
});
const after = (...events: TicketEvent[]) =>
  events.reduce((ticket, event) => applyEvent(ticket, event, calendar), opened);

it.each([
  ["given by the system", [routed("a", "system", "sari", 0)], { officer: "sari", news: false }],
  ["nobody found", [routed("a", "system", undefined, 0)], { news: false, events: [] }],
  [
    "taken by hand while the system decides",
    [routed("b", "tono", "tono", 0), routed("a", "system", "sari", 0)],
    { officer: "tono", news: false },
  ],
  [
    "taken by hand just after",
    [routed("a", "system", "sari", 0), routed("b", "tono", "tono", 0)],
    { officer: "tono", news: false },
  ],
  [
    "sent on when its officer leaves",
    [routed("a", "system", "sari", 0), routed("c", "cli", undefined, -1)],
    { news: true },
  ],
])("%s", (_, events, expected) => expect(after(...events)).toMatchObject(expected));

it("an assignment to no officer takes the ticket from its officer", () => {
  expect(after(routed("a", "system", "sari", 0), routed("c", "cli", undefined, -1)).officer).toBeUndefined();
});
