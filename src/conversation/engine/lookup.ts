import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, OFFICES, RUNGS, TICKET_STATES } from "../../vocabulary/lists.ts";

/**
 * The part of a ticket that this chat may see; times are in ms since 1970. Only the chat that filed the ticket (`own`)
 * gets `text` and `answers`; `answers` is empty in a list.
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
  /** When the citizen last asked to withdraw the open ticket, for the chat that filed it. */
  withdrawnAt: z.number().optional(),
  programme: z.string().optional(),
  area: z.string().optional(),
  own: z.boolean(),
  /** The officer who holds the ticket, for the chat that filed it. */
  holder: z.object({ name: z.string(), rung: z.enum(RUNGS) }).optional(),
  /** No village officer, companion or TKSK can open the ticket. */
  confidential: z.literal(true).optional(),
  text: z.string().optional(),
  answers: z.array(z.object({ at: z.number(), text: z.string() })),
  /** An office must end its part until `dueAt`; `takenBack`: a supervisor ended the part. */
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

type Sought = {
  person: { nik: string; proof: { kk: string } | { name: string } };
  /** Finds a person whose NIK is not readable. */
  "damaged-number": { kk: string; name: string };
  /** Reserves the number of the ticket that the turn opens next. */
  "ticket-number": Record<never, never>;
  /** Finds an open ticket of the same person or chat, category and programme. */
  "same-ticket": { category: Category; programme?: string; nik?: string };
  "own-tickets": { nik?: string };
  ticket: { number: string; nik?: string };
};

/** The store refused the look-up: too many attempts, or it cannot count them at the moment. */
type Refused = { outcome: "limited" | "locked" | "unavailable" };

/** The results of each kind of look-up; `asOf` is the date of the register, as `2026-11-01`. */
type Results = {
  person:
    | Refused
    /** This source has looked up too many people: a name is no longer enough, and the store looked nothing up. */
    | { outcome: "card-needed" }
    /** The person is not in the list, or the proof does not match: both have one result. */
    | { outcome: "no-match"; asOf: string }
    | { outcome: "registered"; asOf: string }
    /** Several people of one family card have this NIK. */
    | { outcome: "shared"; asOf: string }
    | {
        outcome: "proved";
        asOf: string;
        recipient: Recipient;
        /** The register has several ranks for the newest quarter, so the service tells none. */
        desilsDiffer?: true;
        /**
         * A person of another family card has this NIK too: payments and reports, which may be that person's, are left
         * out.
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
/** Goes to `found` of the state in which the turn arrived. */
export type LookUpResult<Kind extends LookUpKind = LookUpKind> = { [K in Kind]: { find: K } & Results[K] }[Kind];
