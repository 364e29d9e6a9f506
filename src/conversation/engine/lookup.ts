import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, OFFICES, TICKET_STATES } from "../../vocabulary/lists.ts";

/**
 * The part of a ticket that this chat may see. Only the chat that filed the ticket (`own`) gets `text` and `answers`.
 * `answers`: the newest answers of officers, for a ticket that is looked up with its number. In a list of tickets,
 * `answers` is empty. Times are in ms since 1970.
 */
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
  /** No village officer, companion or TKSK can open the ticket. */
  confidential: z.literal(true).optional(),
  text: z.string().optional(),
  answers: z.array(z.object({ at: z.number(), text: z.string() })),
  /**
   * The offices that got a part of the ticket. `dueAt`: when the office's time ends. `endedAt`: when the part ended.
   * `takenBack`: a supervisor ended the part.
   */
  parts: z
    .array(
      z.object({
        office: z.enum(OFFICES),
        since: z.number(),
        dueAt: z.number(),
        endedAt: z.number().optional(),
        takenBack: z.literal(true).optional(),
      }),
    )
    .optional(),
});
export type TicketView = z.infer<typeof TicketView>;

/** For each kind of look-up, the data that a turn gives to it. */
type Sought = {
  person: { nik: string; proof: { kk: string } | { name: string } };
  /** A person whose NIK is not readable is found by the family card's number and the full name. */
  "damaged-number": { kk: string; name: string };
  /** The number of the ticket about to be opened. */
  "ticket-number": Record<never, never>;
  /** Open tickets of the same person or chat, category and programme. */
  "same-ticket": { category: Category; programme?: string; nik?: string };
  "own-tickets": { nik?: string };
  ticket: { number: string; nik?: string };
};

/** The store looked nothing up, because there were too many attempts, or because it cannot count them at the moment. */
type Refused = { outcome: "limited" | "locked" | "unavailable" };

/** For each kind of look-up, its result. `asOf` is the date of the register that was read, `2026-11-01`. */
type Results = {
  person:
    | Refused
    /** Too many people are looked up from the same source. A name is no longer enough, and nothing was looked up. */
    | { outcome: "card-needed" }
    /** The person is not in the list, or the proof does not match: both have one result. */
    | { outcome: "no-match"; asOf: string }
    | { outcome: "registered"; asOf: string }
    /** Several people of one family card have this NIK: nobody can tell whose data the NIK finds. */
    | { outcome: "shared"; asOf: string }
    | {
        outcome: "proved";
        asOf: string;
        recipient: Recipient;
        /** The register has several ranks of the newest quarter, so the service tells none. */
        desilsDiffer?: true;
        /**
         * Somebody of another family card has this NIK too. Payments and reports under the NIK may be that person's,
         * and are left out.
         */
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
/** The result of a look-up. The state in which the turn arrived gets it in `found`. */
export type LookUpResult<Kind extends LookUpKind = LookUpKind> = { [K in Kind]: { find: K } & Results[K] }[Kind];
