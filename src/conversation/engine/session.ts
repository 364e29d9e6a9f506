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

/** The proof of a person: NIK with name (`tier` 1), or NIK with card number (`tier` 2). */
const Proof = z.object({
  person: z.string(),
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string().optional(),
  tier: z.literal([1, 2]),
  until: z.number(),
});

export const Replying = z.object({
  /** The ticket whose question the citizen is answering. */
  to: z.string().optional(),
  /** When the citizen changed the subject, in ms since 1970. */
  asideAt: z.number().optional(),
  /** Answers that the citizen can take back, oldest first. */
  sent: z
    .array(z.object({ number: z.string(), at: z.number(), content: Content, kept: z.literal(true).optional() }))
    .default([]),
});
export type Replying = z.infer<typeof Replying>;

/** Holds no data from the register. */
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

/** Times are in ms since 1970. `stripSession` later removes NIK and KK numbers. */
export const Session = z.object({
  version: z.literal(SESSION_VERSION),
  locale: z.string(),
  /** Until the citizen's first clear sentence or choice, the language is a guess. */
  localeGuessed: z.literal(true).optional(),
  notice: z.object({ version: z.string(), at: z.number() }).optional(),
  at: StateAt,
  data: z.record(z.string(), z.unknown()),
  /** The states to which the command `back` leads, oldest first. */
  trail: z.array(StateAt),
  drafts: z.record(z.string(), z.object({ at: StateAt, data: z.record(z.string(), z.unknown()) })),
  /** The number of inputs in a row that the state could not take. */
  wrong: z.number(),
  proof: Proof.optional(),
  /** `person` is a blind index. With `proved`, the citizen typed the family card's number. */
  people: z.array(
    z.object({ person: z.string(), who: z.enum(["self", "family", "helped"]), proved: z.literal(true).optional() }),
  ),
  lastAt: z.number(),
  /** Messages that the chat has not answered yet. */
  gathered: z.array(Content).optional(),
  gatheredAt: z.number().optional(),
  /** Unmasked NIK and KK numbers of a draft. With `told`, the citizen knows that the officer gets the number. */
  mentioned: z.array(NumberTyped.extend({ told: z.literal(true).optional() })).optional(),
  /** Numbers in the last turn's ticket, which the citizen can still withdraw. */
  numbersSent: z
    .object({
      ticket: z.string(),
      typed: z.array(z.object({ label: NumberTyped.shape.label, ending: z.string() })),
    })
    .optional(),
  /** The topic of the last message, such as Telegram's `message_thread_id`. */
  thread: z.string().optional(),
  addresses: z.array(z.string()).optional(),
  /** From `since` on, another person may use this chat. With `told`, that person knows that the chat hides reports. */
  hidden: z.object({ since: z.number(), people: z.array(z.string()), told: z.literal(true).optional() }).optional(),
  replying: Replying.optional(),
  told: Told.optional().catch(undefined),
  /** When a turn last began or ended in the flow `urgent`. */
  urgentAt: z.number().optional(),
  /**
   * The chat's newest report of danger, but never a report of violence.
   * - `isTaken`: the person has taken poison or cut themselves.
   */
  emergency: z
    .object({
      number: z.string(),
      dangers: z.array(z.enum(DANGERS)),
      isPlaced: z.boolean(),
      placeAsked: z.number().default(0),
      isTaken: z.boolean().default(false),
      isOfAnother: z.boolean().default(false),
      kept: z.literal(true).optional(),
      at: z.number(),
    })
    .optional()
    .catch(undefined),
  fraudAt: z.number().optional(),
  cancelled: z
    .object({ at: StateAt, data: z.record(z.string(), z.unknown()), since: z.number() })
    .optional()
    .catch(undefined),
  /** The citizen has not yet said yes or no to this withdrawal. */
  withdrawing: z.object({ number: z.string(), words: z.string(), at: z.number() }).optional().catch(undefined),
  withdrawn: z.object({ number: z.string(), at: z.number() }).optional().catch(undefined),
  /** With `kept`, no village officer reads the report. */
  filed: z
    .object({ number: z.string(), at: z.number(), kept: z.literal(true).optional() })
    .optional()
    .catch(undefined),
  /** When the chat last offered condolences. */
  mournedAt: z.number().optional(),
  /** When the citizen last asked that no village officer reads their reports. */
  confidentialAt: z.number().optional(),
  offersSecrecy: z.literal(true).optional(),
  /** Sessions of older releases hold `true`. */
  offersLanguage: z.union([z.string(), z.literal(true).transform(() => OFFERED_BEFORE)]).optional(),
  languageOffered: z.literal(true).optional(),
  /** The second question of the last message, now offered as a button. */
  alsoAsked: z
    .object({ intent: z.enum(INTENTS), name: z.string().optional(), text: z.string() })
    .optional()
    .catch(undefined),
  pressed: z.object({ id: z.string(), at: z.number() }).optional(),
  /** When the service last said that it cannot use a message. */
  politeAt: z.number().optional(),
  /** `urgent` counts the messages of danger that passed the limit. */
  pace: z.object({ since: z.number(), count: z.number(), urgent: z.number().optional() }).optional(),
});
export type Session = z.infer<typeof Session>;
export type AskedMatter = NonNullable<Session["alsoAsked"]>;

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

/** Each function migrates a session from its key's version to the next. */
const migrations: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

/** Older releases kept the story in the data of the flow `check`. */
function liftTold(session: Session): Session {
  const { told: text } = session.data;
  if (session.told || !session.at.startsWith("check.") || typeof text !== "string") return session;
  return { ...session, told: { text, at: session.lastAt } };
}

/** Returns `undefined` for an unreadable session; the chat then begins anew. */
export function readSession(stored: unknown): Session | undefined {
  let value = stored as Record<string, unknown> | undefined;
  for (let step = migrations[Number(value?.version)]; value && step; step = migrations[Number(value.version)]) {
    value = step(value);
  }
  const parsed = Session.safeParse(value);
  return parsed.success ? liftTold(parsed.data) : undefined;
}
