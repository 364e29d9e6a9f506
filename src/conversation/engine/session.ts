import { z } from "zod";
import { NumberTyped } from "../../casework/mentioned-numbers.ts";
import { Category } from "../../vocabulary/lists.ts";
import { Content } from "../../vocabulary/message.ts";
import { FIRST_STATE, StateAt } from "./state-names.ts";

const SESSION_VERSION = 1;
/** The one language that older releases offered. */
const OFFERED_BEFORE = "jv";

/** A person whose data this chat has opened. `tier` 1: NIK and name, 2: NIK and family card number; times in ms since 1970. */
const Proof = z.object({
  person: z.string(),
  nik: z.string(),
  kk: z.string().optional(),
  name: z.string().optional(),
  tier: z.literal([1, 2]),
  until: z.number(),
});

/** How far this chat has answered officers' questions. Times are in ms since 1970. */
export const Replying = z.object({
  /** The ticket whose question the citizen is answering: the next words go to this ticket. */
  to: z.string().optional(),
  /** Since when the citizen writes about something else; questions that were asked before then wait. */
  asideAt: z.number().optional(),
  /**
   * The citizen's answers as they were sent, oldest first: each can be taken back and understood again. `kept`: no
   * village reads the ticket of the answer.
   */
  sent: z
    .array(z.object({ number: z.string(), at: z.number(), content: Content, kept: z.literal(true).optional() }))
    .default([]),
});
export type Replying = z.infer<typeof Replying>;

/**
 * What the citizen has told in this chat outside of a draft, so that no flow asks for it again. Everything comes from
 * the citizen's own words, nothing from the register.
 */
export const Told = z.object({
  /** The story with numbers masked; when it happened and how much it was about stand in it. */
  text: z.string().optional(),
  /** The kind and the programme of the story. */
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
 * Everything remembered of a chat. The session is sealed as one value. It holds a NIK or a family card's number only
 * while a check, a draft or an answer needs the number.
 */
export const Session = z.object({
  version: z.literal(SESSION_VERSION),
  locale: z.string(),
  /**
   * The locale comes from the phone or the district: the citizen has not chosen a language or written a sentence yet.
   */
  localeGuessed: z.literal(true).optional(),
  /** The version of the privacy notice this chat has seen, and when. */
  notice: z.object({ version: z.string(), at: z.number() }).optional(),
  /** The resting state, as `flow.state`. */
  at: StateAt,
  /** The running flow's own data; the flow's schema reads it. */
  data: z.record(z.string(), z.unknown()),
  /** Where `back` leads, oldest first. */
  trail: z.array(StateAt),
  /** Drafts that the citizen began and left, by flow. */
  drafts: z.record(z.string(), z.object({ at: StateAt, data: z.record(z.string(), z.unknown()) })),
  /** How many inputs in a row the state could not take. */
  wrong: z.number(),
  proof: Proof.optional(),
  /**
   * The persons that this chat has looked up, by blind index, and who they are to the citizen. `proved`: with the
   * family card's number.
   */
  people: z.array(
    z.object({ person: z.string(), who: z.enum(["self", "family", "helped"]), proved: z.literal(true).optional() }),
  ),
  lastAt: z.number(),
  /** Bubbles of one contribution that is still being written. */
  gathered: z.array(Content).optional(),
  /** When the newest gathered bubble was taken, in ms since 1970. */
  gatheredAt: z.number().optional(),
  /** Whole numbers that the words of a draft show masked; `told`: their writer has read that they go along. */
  mentioned: z.array(NumberTyped.extend({ told: z.literal(true).optional() })).optional(),
  /** Numbers that the last turn has filed with a ticket: shown, and taken back if the citizen says so. */
  numbersSent: z
    .object({
      ticket: z.string(),
      typed: z.array(z.object({ label: NumberTyped.shape.label, ending: z.string() })),
    })
    .optional(),
  /** The topic of the chat in which its citizen wrote last. */
  thread: z.string().optional(),
  /** The addresses that this chat's citizen has written from. */
  addresses: z.array(z.string()).optional(),
  /**
   * Since `since` (ms since 1970) somebody else may use this chat. Its earlier reports are shown again once the writer
   * names one of them or gives the proof of one of `people`. `told`: the writer has been told so.
   */
  hidden: z.object({ since: z.number(), people: z.array(z.string()), told: z.literal(true).optional() }).optional(),
  replying: Replying.optional(),
  told: Told.optional().catch(undefined),
  /** When the citizen last told of somebody in danger (ms since 1970). */
  urgentAt: z.number().optional(),
  /** When the citizen asked to keep their reports from the village (ms since 1970). */
  confidentialAt: z.number().optional(),
  /** The citizen has just asked who reads a report: the button "Rahasiakan dari desa" stands under the answer. */
  offersSecrecy: z.literal(true).optional(),
  /** The language that has been offered under the answer that was shown last; older sessions only say that one was. */
  offersLanguage: z.union([z.string(), z.literal(true).transform(() => OFFERED_BEFORE)]).optional(),
  /** A language has been offered once, or the citizen has chosen one. */
  languageOffered: z.literal(true).optional(),
  /** The last button that the citizen pressed, if they have sent nothing since. */
  pressed: z.object({ id: z.string(), at: z.number() }).optional(),
  /** When we last said that we cannot use a kind of message. */
  politeAt: z.number().optional(),
  /**
   * How many messages this chat has sent since `since` (ms since 1970). `urgent`: how many were answered for telling of
   * danger after too many had come.
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

/** Sets the language that the citizen chose or wrote; the language is then no longer a guess. */
export const withLocale = ({ localeGuessed: _, ...session }: Session, locale: string): Session => ({
  ...session,
  locale,
});

/** Steps from an older version to the next, by the version they start from. */
const migrations: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

/** Lifts the story that older releases kept in the data of the flow `check`. */
function liftTold(session: Session): Session {
  const { told: text } = session.data;
  if (session.told || !session.at.startsWith("check.") || typeof text !== "string") return session;
  return { ...session, told: { text, at: session.lastAt } };
}

/** Reads a stored session of any version; `undefined` if no version wrote it, so that the chat begins anew. */
export function readSession(stored: unknown): Session | undefined {
  let value = stored as Record<string, unknown> | undefined;
  for (let step = migrations[Number(value?.version)]; value && step; step = migrations[Number(value.version)]) {
    value = step(value);
  }
  const parsed = Session.safeParse(value);
  return parsed.success ? liftTold(parsed.data) : undefined;
}
