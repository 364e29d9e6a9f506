import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, TICKET_STATES } from "../../vocabulary/lists.ts";

/** What a turn has to look up; the answer comes back as an event of the same turn. */
export type Question =
  | { ask: "person"; nik: string; proof: { kk: string } | { name: string } }
  /** Someone with no readable NIK: by family card number and full name. */
  | { ask: "damaged-number"; kk: string; name: string }
  /** The number of the ticket about to be opened. */
  | { ask: "ticket-number" }
  /** Open tickets of the same person or chat, category and programme. */
  | { ask: "same-ticket"; category: Category; programme?: string; nik?: string }
  | { ask: "own-tickets"; nik?: string }
  | { ask: "ticket"; number: string; nik?: string };

/** One ticket as far as this chat may see it: `text` and `answers` only where it was filed (`own`). Times in ms. */
export const TicketView = z.object({
  number: z.string(),
  category: Category,
  state: z.enum(TICKET_STATES),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  answeredAt: z.number().optional(),
  repairedAt: z.number().optional(),
  closedAt: z.number().optional(),
  programme: z.string().optional(),
  area: z.string().optional(),
  own: z.boolean(),
  /** No village, companion or TKSK can open it. */
  confidential: z.literal(true).optional(),
  text: z.string().optional(),
  answers: z.array(z.object({ at: z.number(), text: z.string() })),
});
export type TicketView = z.infer<typeof TicketView>;

/** `asOf` is the date of the register that answered, `2026-11-01`. */
export type Answer =
  /** Too many attempts, or the counter is away: nothing was looked up. */
  | { ask: "person" | "damaged-number"; outcome: "limited" | "locked" | "unavailable" }
  /** Not in the list and not matching are one answer. */
  /** Too many people are looked up from where this came: a name is not enough, and nothing was looked up. */
  | { ask: "person"; outcome: "card-needed" }
  | { ask: "person"; outcome: "no-match"; asOf: string }
  | { ask: "person"; outcome: "registered"; asOf: string }
  | {
      ask: "person";
      outcome: "proved";
      asOf: string;
      recipient: Recipient;
      aid: Aid[];
      aidAsOf?: string;
      tickets: TicketView[];
    }
  | { ask: "damaged-number"; outcome: "no-match" | "repairable"; asOf: string }
  | { ask: "ticket-number"; number: string }
  | { ask: "same-ticket"; ticket?: TicketView }
  | { ask: "own-tickets"; tickets: TicketView[] }
  | { ask: "ticket"; outcome: "limited" }
  | { ask: "ticket"; outcome: "found"; ticket?: TicketView };

export type AnswerTo<Ask extends Question["ask"]> = Extract<Answer, { ask: Ask }>;
