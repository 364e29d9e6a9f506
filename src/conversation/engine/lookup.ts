import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, OFFICES, RUNGS, TICKET_STATES } from "../../vocabulary/lists.ts";

/**
 * The part of a ticket that this chat may see. Times are in ms since 1970. Without `own`, another chat filed the
 * ticket, and the view has only number, category, state and times. In a list, `answers` is empty.
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
  /** When the citizen last asked to withdraw the open ticket. */
  withdrawnAt: z.number().optional(),
  programme: z.string().optional(),
  area: z.string().optional(),
  own: z.boolean(),
  holder: z.object({ name: z.string(), rung: z.enum(RUNGS) }).optional(),
  /** No village officer, companion or TKSK can open the ticket. */
  confidential: z.literal(true).optional(),
  text: z.string().optional(),
  answers: z.array(z.object({ at: z.number(), text: z.string() })),
  /** With `takenBack`, a supervisor ended the part. */
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
  /** Finds a person whose NIK in the register is not valid. */
  "damaged-number": { kk: string; name: string };
  "ticket-number": Record<never, never>;
  /**
   * Finds this chat's newest open ticket of the category and programme. With `nik`, only tickets of that person count.
   */
  "same-ticket": { category: Category; programme?: string; nik?: string };
  "own-tickets": { nik?: string };
  ticket: { number: string; nik?: string };
};

/** The chat made too many attempts, or the store cannot count attempts now. */
type Refused = { outcome: "limited" | "locked" | "unavailable" };

/** `asOf` is the date of the register, as `2026-11-01`. */
type Results = {
  person:
    | Refused
    /**
     * The network has looked up too many people. The citizen has to give the card's number. The store looked nothing
     * up.
     */
    | { outcome: "card-needed" }
    /** The person is not in the list, or the proof does not match. The chat must not learn which of the two. */
    | { outcome: "no-match"; asOf: string }
    | { outcome: "registered"; asOf: string }
    /** Several people of one family card have this NIK. */
    | { outcome: "shared"; asOf: string }
    | {
        outcome: "proved";
        asOf: string;
        recipient: Recipient;
        /** The register has several ranks for the newest quarter, so the chat names no rank. */
        desilsDiffer?: true;
        /**
         * A person of another family card has this NIK too. The result therefore has no payments, and only this chat's
         * reports.
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
export type LookUpResult<Kind extends LookUpKind = LookUpKind> = { [K in Kind]: { find: K } & Results[K] }[Kind];
