import { z } from "zod";
import { Head } from "../casework/amend.ts";
import { categories } from "../casework/category.ts";
import { KINDS, MEDIA_KINDS, REFUSALS, TICKET_STATES } from "../vocabulary/lists.ts";

/** The API's words: what goes over the wire, for the console and for other programs. Times in ms since 1970. */
const CATEGORIES = Object.keys(categories) as [keyof typeof categories];

const Delivery = z.object({
  state: z.enum([
    "pending",
    "sending",
    "waiting",
    "sent",
    "delivered",
    "read",
    "failed",
    "unknown",
    "no-chat",
    "expired",
  ]),
  code: z.string().optional(),
});

const TicketEventView = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  type: z.string(),
  text: z.string(),
  delivery: Delivery.optional(),
  /** Of a head that was corrected: what it was and what it is, numbers by their last four digits. */
  was: Head.optional(),
  now: Head.optional(),
  /** Of words taken back that had made it confidential: it stays so. */
  laneStays: z.boolean().optional(),
});

/** A ticket without anybody's numbers. */
export const TicketRow = z.object({
  number: z.string(),
  district: z.string(),
  kind: z.enum(KINDS),
  category: z.enum(CATEGORIES),
  sensitive: z.boolean(),
  /** It may name an official: only the Dinsos sees it until one of its officers gives it on or makes it confidential. */
  doubt: z.literal(true).optional(),
  state: z.enum(TICKET_STATES),
  overdue: z.boolean(),
  reason: z.string().optional(),
  programme: z.string().optional(),
  area: z.string().optional(),
  /** Whose list it is in; absent: the Dinsos list. */
  officer: z.string().optional(),
  /** Who works on it beside them. */
  beside: z.string().optional(),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** How often its citizen said that it was not solved. */
  reopened: z.number().optional(),
  /** The ticket that it goes on from. */
  linked: z.string().optional(),
});

export const TicketWhole = TicketRow.extend({
  /** What its caller is to know: that no word of a report of violence is kept, that a question stays open. */
  notice: z.string().optional(),
  text: z.string(),
  place: z.string().optional(),
  when: z.string().optional(),
  person: z.object({ hasNik: z.boolean(), hasKk: z.boolean(), name: z.string().nullable() }),
  /** Numbers typed among its words, by their endings. */
  mentioned: z.array(z.object({ entry: z.string(), label: z.enum(["nik", "kk"]), ending: z.string() })),
  /** Who wrote it down for a citizen at the counter. */
  openedBy: z.string().optional(),
  /** False for a citizen at the counter: answers reach nobody's chat. */
  hasChat: z.boolean(),
  /** Photos, voices, papers; what is kept lies at `/tickets/NUMBER/files/ID`. */
  attachments: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(MEDIA_KINDS),
      name: z.string().optional(),
      state: z.enum(["pending", "kept", "refused", "erased"]),
      refusal: z.enum(REFUSALS).optional(),
      type: z.string().optional(),
      size: z.number().optional(),
      sha256: z.string().optional(),
    }),
  ),
  events: z.array(TicketEventView),
});

/** A confidential ticket for an operator; `notice` says that its words are for others. */
export const TicketHead = TicketRow.extend({ notice: z.string().optional() });

/** What is left to say of a ticket that its caller may not see (any more): it names an official, or lies elsewhere. */
export const TicketReceipt = z.strictObject({ number: z.string(), notice: z.string().optional() });

export const TicketQuery = z.object({
  district: z.string().optional(),
  open: z.enum(["true", "false"]).optional(),
  overdue: z.enum(["true"]).optional(),
  area: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional(),
  category: z.enum(CATEGORIES).optional(),
  kind: z.enum(KINDS).optional(),
  officer: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** From the `link` header of the page before: older ones. */
  after: z.string().max(60).optional(),
});

/** Whose act it is where the operator's token comes without a name in `X-Operator`; an officer's token names its officer. */
const Signed = z.string().min(1).max(60).optional();

export const DataRightBody = z.object({ by: Signed }).optional();

export const TransferBody = z.object({ to: z.string(), by: Signed });

/** `id` is the caller's own, so that a repeated call changes nothing. */
export const NewTicket = z.object({
  id: z.string().min(8).max(64),
  by: Signed,
  district: z.string(),
  category: z.enum(CATEGORIES),
  text: z.string().min(1).max(3_000),
  nik: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  kk: z
    .string()
    .regex(/^\d{16}$/)
    .optional(),
  name: z.string().max(100).optional(),
  area: z
    .string()
    .regex(/^\d{6}(\d{4})?$/)
    .optional(),
  programme: z.string().max(40).optional(),
});

export const ActBody = z.object({
  id: z.string().min(8).max(64),
  by: Signed,
  text: z.string().max(3_000),
  /** With `close` of a request about data: it was not done, and `text` says why. */
  unfulfilled: z.literal(true).optional(),
});

/** Why; that it holds words is checked where the act is done, by the same rule as on the command line. */
const Why = z.string().max(300);

export const RevealBody = z.object({ by: Signed, reason: Why });
/** `mentioned` is the entry whose NIK is meant, where the words mention several people's. */
export const UnlockBody = z.object({ by: Signed, reason: Why, mentioned: z.string().max(200).optional() });
/** The person's own numbers, and those that were typed among words: `entry` is the id of the event, `text` the ticket itself. */
export const Revealed = z.object({
  nik: z.string().optional(),
  kk: z.string().optional(),
  phone: z.string().optional(),
  mentioned: z.array(z.object({ entry: z.string(), label: z.enum(["nik", "kk"]), number: z.string() })),
});

/** How an account of ours on a platform is; `activity` over the last 24 hours, `failing` a share from 0 to 1. */
export const ChannelStatusView = z.object({
  channel: z.string(),
  account: z.string(),
  district: z.string(),
  ok: z.boolean(),
  checks: z.array(z.object({ what: z.string(), ok: z.boolean(), detail: z.string() })),
  activity: z.object({
    received: z.number(),
    sent: z.number(),
    failed: z.number(),
    unknown: z.number(),
    again: z.number(),
    lastReceived: z.number().optional(),
    lastSent: z.number().optional(),
  }),
  failing: z.number(),
});
