import { z } from "zod";
import { NumberTyped } from "../../casework/mentioned-numbers.ts";
import { DANGERS } from "../../signals/danger.ts";
import { Category } from "../../vocabulary/lists.ts";
import { Content } from "../../vocabulary/message.ts";
import { FIRST_STATE, StateAt } from "./state-names.ts";

const SESSION_VERSION = 1;
/** The one language that older releases offered. */
const OFFERED_BEFORE = "jv";

/**
 * A person whose data this chat has opened. `tier` is 1 by NIK and name, 2 by NIK and family card number. `until` is in
 * ms since 1970.
 */
const Proof = z.object({
  person: z.string(),
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string().optional(),
  tier: z.literal([1, 2]),
  until: z.number(),
});

/** The citizen's answers to officers' questions in this chat. Times are in ms since 1970. */
export const Replying = z.object({
  /** The ticket whose question the citizen is answering. The next words go to this ticket. */
  to: z.string().optional(),
  /** When the citizen began to write about another matter. Questions that officers asked before that time wait. */
  asideAt: z.number().optional(),
  /**
   * The citizen's answers as they were sent, oldest first. The citizen can take each of them back. `kept`: the
   * answer's ticket is kept from the village's officer.
   */
  sent: z
    .array(z.object({ number: z.string(), at: z.number(), content: Content, kept: z.literal(true).optional() }))
    .default([]),
});
export type Replying = z.infer<typeof Replying>;

/**
 * The facts that the citizen has told in this chat outside of a draft. They come from the citizen's own words, and
 * never from the register.
 */
export const Told = z.object({
  /** The story, with numbers masked. The time and the amount are part of it. */
  text: z.string().optional(),
  category: Category.optional(),
  programme: z.string().optional(),
  /** The village: its name and its code. */
  place: z.string().optional(),
  area: z.string().optional(),
  /** Whose aid the story is about. */
  who: z.enum(["self", "family"]).optional(),
  /** When the newest part was told, in ms since 1970. */
  at: z.number(),
});
export type Told = z.infer<typeof Told>;

/**
 * Everything that the service remembers of a chat. The store seals the session as one value.
 * The session holds a NIK or a family card's number only while a check, a draft or an answer needs the number.
 */
export const Session = z.object({
  version: z.literal(SESSION_VERSION),
  locale: z.string(),
  /**
   * The locale comes from the phone or the district. The citizen has not chosen a language or written a sentence yet.
   */
  localeGuessed: z.literal(true).optional(),
  /** The version of the privacy notice that this chat has seen, and when (ms since 1970). */
  notice: z.object({ version: z.string(), at: z.number() }).optional(),
  /** The state in which the chat rests, as `flow.state`. */
  at: StateAt,
  /** The data of the flow in which the chat is. The flow's schema reads it. */
  data: z.record(z.string(), z.unknown()),
  /** The states to which `back` leads, oldest first. */
  trail: z.array(StateAt),
  /** Drafts that the citizen began and left, by flow. */
  drafts: z.record(z.string(), z.object({ at: StateAt, data: z.record(z.string(), z.unknown()) })),
  /** The number of inputs in a row that the state could not take. */
  wrong: z.number(),
  proof: Proof.optional(),
  /** The persons whom this chat has looked up. `person` is a blind index. `proved`: with the family card's number. */
  people: z.array(
    z.object({ person: z.string(), who: z.enum(["self", "family", "helped"]), proved: z.literal(true).optional() }),
  ),
  lastAt: z.number(),
  /** Messages ("bubbles") that the citizen writes one after the other, and that the chat has not answered yet. */
  gathered: z.array(Content).optional(),
  /** When the newest gathered bubble was taken, in ms since 1970. */
  gatheredAt: z.number().optional(),
  /**
   * The unmasked NIK and KK numbers whose masked form stands in a draft's words. `told`: the citizen has read that the
   * numbers go to the officer.
   */
  mentioned: z.array(NumberTyped.extend({ told: z.literal(true).optional() })).optional(),
  /** Numbers that the last turn has filed with a ticket. The citizen sees them, and can take them back. */
  numbersSent: z
    .object({
      ticket: z.string(),
      typed: z.array(z.object({ label: NumberTyped.shape.label, ending: z.string() })),
    })
    .optional(),
  /** The platform's topic (Telegram's `message_thread_id`) in which the citizen wrote last. */
  thread: z.string().optional(),
  /** The addresses from which this chat's citizen has written. */
  addresses: z.array(z.string()).optional(),
  /**
   * From `since` (ms since 1970) another person may use this chat. The chat shows its earlier reports again if the
   * writer names one, or proves one of `people`. `told`: the writer has read this.
   */
  hidden: z.object({ since: z.number(), people: z.array(z.string()), told: z.literal(true).optional() }).optional(),
  replying: Replying.optional(),
  told: Told.optional().catch(undefined),
  /** When the citizen last told of somebody in danger (ms since 1970). */
  urgentAt: z.number().optional(),
  /**
   * The open report of danger of this chat, never of violence. `placeAsked` counts how many times the chat has asked
   * for the place.
   * `at` is when the report was opened or last added to, in ms since 1970.
   */
  emergency: z
    .object({
      number: z.string(),
      dangers: z.array(z.enum(DANGERS)),
      isPlaced: z.boolean(),
      placeAsked: z.number().default(0),
      at: z.number(),
    })
    .optional()
    .catch(undefined),
  /** When the service last warned the citizen of a fraud (ms since 1970). */
  fraudAt: z.number().optional(),
  /** The draft of a report that the citizen cancelled at `since` (ms since 1970) and may want again. */
  cancelled: z
    .object({ at: StateAt, data: z.record(z.string(), z.unknown()), since: z.number() })
    .optional()
    .catch(undefined),
  /** The report that the citizen last asked to withdraw, and when (ms since 1970). */
  withdrawn: z.object({ number: z.string(), at: z.number() }).optional().catch(undefined),
  /** The report that the chat filed last, and when (ms since 1970). `kept`: it is kept from the village's officer. */
  filed: z
    .object({ number: z.string(), at: z.number(), kept: z.literal(true).optional() })
    .optional()
    .catch(undefined),
  /** When the chat last condoled with the citizen (ms since 1970). */
  mournedAt: z.number().optional(),
  /** When the citizen asked that no village officer reads their reports (ms since 1970). */
  confidentialAt: z.number().optional(),
  /** The citizen has just asked who reads a report. The button "Rahasiakan dari desa" stands under the answer. */
  offersSecrecy: z.literal(true).optional(),
  /** The language that the last answer offered. Older sessions hold `true` instead. */
  offersLanguage: z.union([z.string(), z.literal(true).transform(() => OFFERED_BEFORE)]).optional(),
  /** The service has offered a language once, or the citizen has chosen one. */
  languageOffered: z.literal(true).optional(),
  /** The last input, if it was a pressed button or the typed number of a choice. */
  pressed: z.object({ id: z.string(), at: z.number() }).optional(),
  /** When the service last said that it cannot use a kind of message (ms since 1970). */
  politeAt: z.number().optional(),
  /**
   * `count` messages came since `since` (ms since 1970). `urgent` of them were beyond the limit, and got an answer
   * because they told of danger.
   */
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

/** Sets the language that the citizen chose or wrote in. */
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

/** Reads a session of this or an older version; `undefined` if it cannot be read, and the chat then begins anew. */
export function readSession(stored: unknown): Session | undefined {
  let value = stored as Record<string, unknown> | undefined;
  for (let step = migrations[Number(value?.version)]; value && step; step = migrations[Number(value.version)]) {
    value = step(value);
  }
  const parsed = Session.safeParse(value);
  return parsed.success ? liftTold(parsed.data) : undefined;
}
