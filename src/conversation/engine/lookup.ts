import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, OFFICES, TICKET_STATES } from "../../vocabulary/lists.ts";

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
  /** The offices that it was passed on to, and until when each has time or when it was done. */
  parts: z
    .array(z.object({ office: z.enum(OFFICES), since: z.number(), dueAt: z.number(), endedAt: z.number().optional() }))
    .optional(),
});
export type TicketView = z.infer<typeof TicketView>;

/** What a turn asks to be looked up, by what is to be found. */
type Sought = {
  person: { nik: string; proof: { kk: string } | { name: string } };
  /** Someone with no readable NIK: by family card number and full name. */
  "damaged-number": { kk: string; name: string };
  /** The number of the ticket about to be opened. */
  "ticket-number": Record<never, never>;
  /** Open tickets of the same person or chat, category and programme. */
  "same-ticket": { category: Category; programme?: string; nik?: string };
  "own-tickets": { nik?: string };
  ticket: { number: string; nik?: string };
};

/** Too many attempts, or the counter is away: nothing was looked up. */
type Refused = { outcome: "limited" | "locked" | "unavailable" };

/** What comes of each; `asOf` is the date of the register that was read, `2026-11-01`. */
type Results = {
  person:
    | Refused
    /** Too many people are looked up from where this came: a name is not enough, and nothing was looked up. */
    | { outcome: "card-needed" }
    /** Not in the list and not matching are one result. */
    | { outcome: "no-match"; asOf: string }
    | { outcome: "registered"; asOf: string }
    /** Several people of one family card have this NIK: nobody can tell whose data it is. */
    | { outcome: "shared"; asOf: string }
    | {
        outcome: "proved";
        asOf: string;
        recipient: Recipient;
        /** Somebody of another family card has this NIK too: payments and reports under it may be theirs, and are left out. */
        shared?: true;
        aid: Aid[];
        aidAsOf?: string;
        tickets: TicketView[];
      };
  "damaged-number": Refused | { outcome: "no-match" | "repairable"; asOf: string };
  "ticket-number": { number: string };
  "same-ticket": { ticket?: TicketView };
  "own-tickets": { tickets: TicketView[] };
  ticket: { outcome: "limited" } | { outcome: "found"; ticket?: TicketView };
};

export type LookUpKind = keyof Sought;
export type LookUp<Kind extends LookUpKind = LookUpKind> = { [K in Kind]: { find: K } & Sought[K] }[Kind];
/** The result of a look-up; it comes back as an event of the same turn. */
export type LookUpResult<Kind extends LookUpKind = LookUpKind> = { [K in Kind]: { find: K } & Results[K] }[Kind];
