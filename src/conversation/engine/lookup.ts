import { z } from "zod";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { Category, OFFICES, RUNGS, TICKET_STATES } from "../../vocabulary/lists.ts";

/** Times are in ms since 1970. A report of another chat shows only number, category, state and times. */
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
  /** With `nik`, only tickets of that person count. */
  "same-ticket": { category: Category; programme?: string; nik?: string };
  "own-tickets": { nik?: string };
  ticket: { number: string; nik?: string };
};

type Refused = { outcome: "limited" | "locked" | "unavailable" };

/** `asOf` is the date of the register, as `2026-11-01`. */
type Results = {
  person:
    | Refused
    /** The network looked up too many people, so the citizen must give the card's number. */
    | { outcome: "card-needed" }
    /** The chat must not learn whether the person is missing or the proof is wrong. */
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
        /** A person of another family card has the same NIK, so the result has no payments. */
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
