import { z } from "zod";
import {
  Category,
  DELIVERY_STATES,
  EVENT_TYPES,
  FILE_STATES,
  KINDS,
  MEDIA_KINDS,
  NUMBER_LABELS,
  OFFICES,
  PART_OUTCOMES,
  PART_PHASES,
  REFUSALS,
  Reason,
  TICKET_STATES,
} from "../../vocabulary/lists.ts";

const Delivery = z
  .object({ state: z.enum(DELIVERY_STATES), code: z.string().optional() })
  .meta({ id: "Delivery", description: "What became of words that go to the citizen's chat." });

const Head = z
  .object({
    category: Category,
    area: z.string(),
    place: z.string(),
    programme: z.string(),
    sensitive: z.boolean(),
    nik: z.string(),
    kk: z.string(),
    name: z.string(),
  })
  .partial()
  .meta({
    id: "AmendedHead",
    description: "Parts of a head before or after an amendment; numbers by their last four digits.",
  });

const TicketEvent = z
  .object({
    id: z.string(),
    at: z.number(),
    by: z.string().describe("`citizen`, `system`, an officer's id, or `operator:NAME`."),
    type: z.enum(EVENT_TYPES),
    text: z.string(),
    delivery: Delivery.optional(),
    was: Head.optional(),
    now: Head.optional(),
    laneStays: z
      .boolean()
      .optional()
      .describe("Words that had made the ticket confidential were taken back, and the ticket stays confidential."),
  })
  .meta({ id: "TicketEvent", description: "One entry of a ticket's thread." });

const TicketPart = z
  .object({
    no: z.number().int(),
    office: z.enum(OFFICES),
    officer: z.string().optional().describe("Who works on it; absent: each officer of the office may take it up."),
    phase: z.enum(PART_PHASES),
    since: z.number(),
    dueAt: z.number(),
    endedAt: z.number().optional(),
    outcome: z.enum(PART_OUTCOMES).optional(),
  })
  .meta({ id: "TicketPart", description: "An office's share of a ticket, with a clock of its own." });

const Row = z.object({
  number: z.string(),
  version: z.number().int().describe("1 when it was opened, and one more with every change; acts give it as `expect`."),
  district: z.string(),
  kind: z.enum(KINDS),
  category: Category,
  sensitive: z.boolean().describe("It is confidential: it names an official, or its citizen asked for it."),
  doubt: z
    .literal(true)
    .optional()
    .describe(
      "It may name an official: only the Dinsos sees it until one of its officers gives it on or makes it confidential.",
    ),
  state: z.enum(TICKET_STATES),
  overdue: z.boolean(),
  reason: Reason.optional(),
  programme: z.string().optional(),
  area: z.string().optional(),
  officer: z.string().optional().describe("In which officer's list it is; absent: in the Dinsos list."),
  beside: z.string().optional().describe("The second officer who works on it."),
  parts: z.array(TicketPart).describe("The shares of offices; the ticket ends when each of them has ended."),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  reopened: z.number().optional().describe("How often its citizen said that it was not solved."),
  linked: z.string().optional().describe("The earlier ticket that this one continues."),
});
export const TicketRow = Row.extend({}).meta({ id: "TicketRow", description: "A ticket as a list shows it." });

const Readable = Row.extend({
  notice: z
    .string()
    .optional()
    .describe(
      "What the caller must know, such as that no word of a report of violence is kept, or that a question stays open.",
    ),
  text: z.string(),
  place: z.string().optional(),
  when: z.string().optional(),
  person: z.object({ hasNik: z.boolean(), hasKk: z.boolean(), name: z.string().nullable() }),
  mentioned: z
    .array(z.object({ entry: z.string(), label: z.enum(NUMBER_LABELS), ending: z.string() }))
    .describe("Numbers typed among its words, by their endings."),
  openedBy: z.string().optional().describe("Who wrote it down for a citizen at the counter."),
  hasChat: z.boolean().describe("False for a citizen at the counter: answers reach nobody's chat."),
  unreachable: z
    .literal(true)
    .optional()
    .describe("The platform says that the citizen's chat takes no messages any more; absent again once they write."),
  attachments: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(MEDIA_KINDS),
        name: z.string().optional(),
        state: z.enum(FILE_STATES),
        refusal: z.enum(REFUSALS).optional(),
        type: z.string().optional(),
        size: z.number().optional(),
        sha256: z.string().optional(),
      }),
    )
    .describe("Photos, voices, papers; what is kept lies at `/tickets/NUMBER/files/ID`."),
});

export const TicketWhole = Readable.extend({
  events: z
    .array(TicketEvent)
    .describe("The thread, or one page of it for a caller that asks for pages; the newest entry comes last."),
  next: z
    .string()
    .optional()
    .describe("Give it as `after` for the older entries of the thread; absent where there are none."),
}).meta({ id: "Ticket", description: "A ticket with its words and its thread." });

const TicketActed = Readable.extend({
  added: z
    .array(TicketEvent)
    .describe(
      "The entries that the act added to the thread; the same again where the act is repeated under its id. The thread itself lies at `/tickets/NUMBER`.",
    ),
}).meta({
  id: "ActedTicket",
  description: "A ticket with its words after an act, and what the act added to its thread.",
});

const TicketHead = Row.extend({ notice: z.string().optional() }).meta({
  id: "TicketHead",
  description: "A confidential ticket for an operator; `notice` says that its words are for others.",
});

export const TicketReceipt = z.strictObject({ number: z.string(), notice: z.string().optional() }).meta({
  id: "TicketReceipt",
  description:
    "What is left to say of a ticket that its caller may not see (any more): it names an official, or lies elsewhere.",
});

export const TicketShown = z
  .union([TicketWhole, TicketHead, TicketReceipt])
  .meta({ id: "TicketShown", description: "A ticket as far as its caller reads it." });

export const TicketAfterAct = z
  .union([TicketActed, TicketHead, TicketReceipt])
  .meta({ id: "TicketAfterAct", description: "A ticket after an act, as far as its caller reads it then." });

export const TicketPage = z
  .object({
    tickets: z.array(TicketRow),
    next: z.string().optional().describe("Give it as `after` for the older ones; absent where there are none."),
  })
  .meta({ id: "TicketPage", description: "A page of a list, the newest last." });

const Flag = z.stringbool({ truthy: ["true"], falsy: ["false"], case: "sensitive" });

export const TicketQuery = z.object({
  district: z.string().optional().describe("Left out: the officer's own district. An operator has to name one."),
  open: Flag.meta({ type: "boolean" }).optional(),
  overdue: z.literal("true").meta({ type: "boolean", const: true }).optional().describe("Only those that are late."),
  area: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional()
    .describe("A Kemendagri code without dots, or its beginning."),
  category: Category.optional(),
  kind: z.enum(KINDS).optional(),
  officer: z.string().optional().describe("Only tickets in this officer's list; their id."),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(60).optional().describe("`next` of the page before, for older tickets."),
});

export const ThreadQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(500).describe("Entries of the thread, the newest."),
  after: z.string().max(60).optional().describe("`next` of the page before, for older entries."),
});

export const PartQuery = z.object({
  office: z.enum(OFFICES),
  district: z.string().optional().describe("Left out: the officer's own district. An operator has to name one."),
  officer: z.string().optional().describe("Only the parts of this officer; their id."),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(60).optional().describe("`next` of the page before, for parts that run out later."),
});

export const PartPage = z
  .object({
    tickets: z.array(TicketRow),
    next: z
      .string()
      .optional()
      .describe("Give it as `after` for those that run out later; absent where there are none."),
  })
  .meta({ id: "PartPage", description: "A page of an office's list; the part that is due soonest comes first." });

export const TicketSearch = z
  .object({
    words: z
      .string()
      .min(1)
      .max(200)
      .describe("A ticket's number or its serial, a NIK, words of a name, a phone number or its last four digits."),
    district: z.string().optional().describe("Left out: the officer's own district. An operator has to name one."),
    open: z.boolean().optional(),
    limit: z.number().int().min(1).max(500).default(50),
    after: z.string().max(60).optional().describe("`next` of the page before, for older tickets."),
  })
  .meta({ id: "TicketSearch", description: "What is searched for; it stands in no address and no log." });
