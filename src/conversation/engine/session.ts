import { z } from "zod";
import { NumberTyped } from "../../casework/mentioned-numbers.ts";
import { DANGERS } from "../../signals/danger.ts";
import { Category } from "../../vocabulary/lists.ts";
import { Content } from "../../vocabulary/message.ts";
import { INTENTS } from "../understanding/intents.ts";
import { FIRST_STATE, StateAt } from "./state-names.ts";

const SESSION_VERSION = 1;
/** The one language that older releases offered. */
const OFFERED_BEFORE = "jv";

/** A chat proves a person by NIK and name (`tier` 1) or NIK and card number (2). */
const Proof = z.object({
  person: z.string(),
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string().optional(),
  tier: z.literal([1, 2]),
  until: z.number(),
});

export const Replying = z.object({
  /** The citizen is answering this ticket's question, so the next words go to the ticket. */
  to: z.string().optional(),
  /** When the citizen began to write about another matter: questions from before that time wait. */
  asideAt: z.number().optional(),
  /** Answers that the citizen can take back, oldest first; `kept` means that no village officer reads the ticket. */
  sent: z
    .array(z.object({ number: z.string(), at: z.number(), content: Content, kept: z.literal(true).optional() }))
    .default([]),
});
export type Replying = z.infer<typeof Replying>;

/** The session stores here what the citizen told, and no data from the register. */
export const Told = z.object({
  /** The story, with NIK and KK numbers masked. */
  text: z.string().optional(),
  category: Category.optional(),
  programme: z.string().optional(),
  place: z.string().optional(),
  area: z.string().optional(),
  who: z.enum(["self", "family"]).optional(),
  at: z.number(),
});
export type Told = z.infer<typeof Told>;

/**
 * The store seals the session as one value; `stripSession` later removes its NIK and KK numbers. All times are in ms
 * since 1970.
 */
export const Session = z.object({
  version: z.literal(SESSION_VERSION),
  locale: z.string(),
  /** The language is a guess; the citizen's first clear sentence or choice replaces it. */
  localeGuessed: z.literal(true).optional(),
  /** The privacy notice that this chat has seen, and when. */
  notice: z.object({ version: z.string(), at: z.number() }).optional(),
  at: StateAt,
  data: z.record(z.string(), z.unknown()),
  /** The command `back` leads to these states, oldest first. */
  trail: z.array(StateAt),
  drafts: z.record(z.string(), z.object({ at: StateAt, data: z.record(z.string(), z.unknown()) })),
  /** The number of inputs in a row that the state could not take. */
  wrong: z.number(),
  proof: Proof.optional(),
  /** `person` is a blind index; `proved` means by the family card's number. */
  people: z.array(
    z.object({ person: z.string(), who: z.enum(["self", "family", "helped"]), proved: z.literal(true).optional() }),
  ),
  lastAt: z.number(),
  /** Bubbles that the chat has not answered yet. */
  gathered: z.array(Content).optional(),
  gatheredAt: z.number().optional(),
  /** Unmasked NIK and KK numbers whose masked form stands in a draft; `told` means that the chat has announced them. */
  mentioned: z.array(NumberTyped.extend({ told: z.literal(true).optional() })).optional(),
  /** The last turn filed these numbers with a ticket; the citizen can take them back. */
  numbersSent: z
    .object({
      ticket: z.string(),
      typed: z.array(z.object({ label: NumberTyped.shape.label, ending: z.string() })),
    })
    .optional(),
  /** The platform's topic (Telegram's `message_thread_id`) in which the citizen wrote last. */
  thread: z.string().optional(),
  addresses: z.array(z.string()).optional(),
  /**
   * From `since` another person may use this chat; `told` means that the writer has read this. A writer who names an
   * earlier report, or proves one of `people`, sees the earlier reports again.
   */
  hidden: z.object({ since: z.number(), people: z.array(z.string()), told: z.literal(true).optional() }).optional(),
  replying: Replying.optional(),
  told: Told.optional().catch(undefined),
  /** When a turn last began or ended in the flow `urgent`. */
  urgentAt: z.number().optional(),
  /**
   * The chat's newest report of danger, never of violence; `placeAsked` counts the questions for the place. `isTaken`
   * means that the person has taken poison or cut themselves. `kept` means that no village officer reads the report.
   * `at` is when the chat filed the report or last added to it.
   */
  emergency: z
    .object({
      number: z.string(),
      dangers: z.array(z.enum(DANGERS)),
      isPlaced: z.boolean(),
      placeAsked: z.number().default(0),
      isTaken: z.boolean().default(false),
      kept: z.literal(true).optional(),
      at: z.number(),
    })
    .optional()
    .catch(undefined),
  /** When the service last warned the citizen of a fraud. */
  fraudAt: z.number().optional(),
  /** The citizen cancelled this draft, and may want it again. */
  cancelled: z
    .object({ at: StateAt, data: z.record(z.string(), z.unknown()), since: z.number() })
    .optional()
    .catch(undefined),
  /** The report that the citizen last asked to withdraw, and when. */
  withdrawn: z.object({ number: z.string(), at: z.number() }).optional().catch(undefined),
  /** The newest filed report; `kept` means that no village officer reads it. */
  filed: z
    .object({ number: z.string(), at: z.number(), kept: z.literal(true).optional() })
    .optional()
    .catch(undefined),
  /** When the chat last condoled with the citizen. */
  mournedAt: z.number().optional(),
  /** When the citizen last asked that no village officer reads their reports. */
  confidentialAt: z.number().optional(),
  /** The button "Rahasiakan laporan" stands under the last answer. */
  offersSecrecy: z.literal(true).optional(),
  /** The language that the last answer offered; older sessions hold `true` instead. */
  offersLanguage: z.union([z.string(), z.literal(true).transform(() => OFFERED_BEFORE)]).optional(),
  languageOffered: z.literal(true).optional(),
  /** The other question of the last message, which the last answer offered. */
  alsoAsked: z
    .object({ intent: z.enum(INTENTS), name: z.string().optional(), text: z.string() })
    .optional()
    .catch(undefined),
  /** The last input, if it was a pressed button or the typed number of a choice. */
  pressed: z.object({ id: z.string(), at: z.number() }).optional(),
  /** When the service last said that it cannot use a kind of message. */
  politeAt: z.number().optional(),
  /** `count` messages came since `since`; `urgent` of them passed the limit because they told of danger. */
  pace: z.object({ since: z.number(), count: z.number(), urgent: z.number().optional() }).optional(),
});
export type Session = z.infer<typeof Session>;

export const newSession = (locale: string): Session => ({
  version: SESSION_VERSION,
  locale,
  at: FIRST_STATE,
  data: {},
  trail: [],
  drafts: {},
  wrong: 0,
  people: [],
  lastAt: 0,
});

export const withLocale = ({ localeGuessed: _, ...session }: Session, locale: string): Session => ({
  ...session,
  locale,
});

/** Each function changes a session of the version in its key to the next version. */
const migrations: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

/** Copies the story that older releases kept in the data of the flow `check` to `told`. */
function liftTold(session: Session): Session {
  const { told: text } = session.data;
  if (session.told || !session.at.startsWith("check.") || typeof text !== "string") return session;
  return { ...session, told: { text, at: session.lastAt } };
}

/** Reads this or an older version. Returns `undefined` for a session that it cannot read; the chat then begins anew. */
export function readSession(stored: unknown): Session | undefined {
  let value = stored as Record<string, unknown> | undefined;
  for (let step = migrations[Number(value?.version)]; value && step; step = migrations[Number(value.version)]) {
    value = step(value);
  }
  const parsed = Session.safeParse(value);
  return parsed.success ? liftTold(parsed.data) : undefined;
}
