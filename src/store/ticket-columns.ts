import { keysOfTicket } from "../casework/access.ts";
import type { Calendar } from "../casework/deadline.ts";
import { eraseMentionedAt } from "../casework/mentioned-numbers.ts";
import { openQuestionOf } from "../casework/open-question.ts";
import { nextWakeUpAt } from "../casework/reminder.ts";
import { searchWords } from "../casework/search.ts";
import { nextClockAt, type Ticket } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/**
 * Times are in ms since 1970.
 * - `lateAt`: when the next clock runs out.
 * - `remindAt`: when the service next has to tell an officer or the citizen something.
 * - `eraseAt`: when the service must erase the numbers in the ticket.
 */
export function ticketColumns(vault: Vault, calendar: Calendar, ticket: Ticket) {
  const { district, category, area, conversation, person, openedAt, state } = ticket;
  return {
    district,
    category,
    area: area ?? null,
    open: state !== "closed",
    lateAt: nextClockAt(ticket) ?? null,
    remindAt: nextWakeUpAt(ticket, calendar) ?? null,
    askedAt: openQuestionOf(ticket)?.askedAt ?? null,
    conversation: conversation ?? null,
    person: person.nik ? vault.index("nik", person.nik) : null,
    openedAt,
    news: ticket.news,
    barred: ticket.barred ?? [],
    keys: keysOfTicket(ticket),
    terms: termsOf(vault, ticket),
    eraseAt: eraseMentionedAt(ticket) ?? null,
    parts: ticket.parts.map(({ no, office, officer, phase, dueAt, endedAt }) => ({
      no,
      office,
      officer: officer ?? null,
      phase,
      dueAt: endedAt === undefined ? dueAt : null,
    })),
    files: ticket.attachments.some(({ state }) => state === "pending"),
  };
}

const termsOf = (vault: Vault, ticket: Pick<Ticket, "district" | "category" | "person" | "unnamed">): string[] =>
  searchWords(ticket).map((word) => searchTerm(vault, ticket.district, word));

export const searchTerm = (vault: Vault, district: string, word: string): string =>
  vault.index("term", `${district}\0${word}`);
