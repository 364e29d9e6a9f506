import type { Ticket } from "../complaints/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/** What a store may search a ticket by; everything else of it is sealed. `lateAt` is when the next clock runs out. */
export function ticketColumns(vault: Vault, ticket: Ticket) {
  const { district, kind, category, area, conversation, person, openedAt, state } = ticket;
  return {
    district,
    kind,
    category,
    area: area ?? null,
    open: state !== "closed",
    lateAt: lateAt(ticket),
    conversation: conversation ?? null,
    person: person.nik ? vault.index("nik", person.nik) : null,
    openedAt,
    officer: ticket.officer ?? null,
    news: ticket.news,
  };
}

function lateAt({ state, waitingSince, answeredAt, firstAnswerBy, resolveBy }: Ticket): number | null {
  if (state === "closed" || waitingSince !== undefined) return null;
  return answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
}
