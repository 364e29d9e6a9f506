import { z } from "zod";
import { LANGUAGES, type Language, MEDIA_KINDS, type TimeZone } from "./lists.ts";

/** A person's address on an account of the agency: a bot, a WhatsApp number, or a district's web chat. */
export const Contact = z.object({ channel: z.string(), account: z.string(), address: z.string() });
export type Contact = z.infer<typeof Contact>;

/** `file`: the platform's name of the file. `mime` and `name`: the sender's claims, which may be wrong. */
export const MediaFile = z.object({
  kind: z.enum(MEDIA_KINDS),
  file: z.string(),
  mime: z.string().optional(),
  name: z.string().optional(),
});
export type MediaFile = z.infer<typeof MediaFile>;

export const Content = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), forwarded: z.literal(true).optional() }),
  z.object({ type: z.literal("choice"), id: z.string(), title: z.string().optional() }),
  z.object({ type: z.literal("start"), payload: z.string().optional() }),
  MediaFile.extend({
    type: z.literal("media"),
    caption: z.string().optional(),
    /** Further files of an album, or photos that came in a row. */
    more: z.array(MediaFile).optional(),
  }),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
  }),
  z.object({ type: z.literal("phone"), number: z.string(), own: z.boolean() }),
  z.object({ type: z.literal("numbers"), nik: z.string().optional(), kk: z.string().optional() }),
  z.object({ type: z.literal("other"), kind: z.string() }),
]);
export type Content = z.infer<typeof Content>;

/** An operator asks for a chat's number during the set-up. */
export const CHAT_NUMBER = { type: "other", kind: "chat-number" } as const satisfies Content;

const READ = 4_000;

export const readableText = (text: string): string => text.slice(0, READ);

/**
 * - `id`: the platform's id, unique within a channel and account.
 * - `sentAt`: the platform's time (ms since 1970).
 */
export const InboundMessage = z.object({
  id: z.string().min(1),
  contact: Contact,
  order: z.number(),
  sentAt: z.number(),
  content: Content,
  /** The person's other addresses on this account, such as a WhatsApp user id beside the phone number. */
  aliases: z.array(z.string()).optional(),
  /** The sender's network, for the limits of the web chat: the /24 (IPv4) or /64 (IPv6). */
  network: z.string().optional(),
  /** The language that the platform reports, as a BCP 47 tag. */
  language: z.string().optional(),
  /** The id of a Telegram callback query. The pressed button spins until the channel answers the query. */
  acknowledge: z.string().optional(),
  /** The platform's id of a group message that the channel must remove. */
  remove: z.string().optional(),
  /** The platform's topic of the message (Telegram's `message_thread_id`). */
  thread: z.string().optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

const translations = Object.fromEntries(LANGUAGES.map((language) => [language, z.string().optional()])) as Record<
  Language,
  z.ZodOptional<z.ZodString>
>;

/** An empty translation counts as a missing translation. */
export const Localised = z.object({ ...translations, id: z.string().min(1) });
export type Localised = z.infer<typeof Localised>;

/**
 * - `time`: ms since 1970; the citizen reads the day.
 * - `moment`: ms since 1970; the citizen reads the day and the hour.
 * - `money`: in rupiah.
 */
export type Value =
  | string
  | number
  | Text
  | { date: string }
  | { month: string }
  | { time: number; zone: TimeZone }
  | { moment: number; zone: TimeZone }
  | { money: number }
  | { lines: Text[] };

/** A sentence before its translation: a key of `locales/`, or the words of a pack. */
export type Text = { key: string; values?: Record<string, Value> } | { words: Localised };

export type Choice = { id: string; title: Text; description?: Text };

const Asked = z.enum(["number"]);

/**
 * - `status`: the part of the text about the state of the data.
 * - `said`: the words that a screen reader says in place of the colour.
 */
export const Card = z.object({
  tone: z.enum(["good", "warn", "bad"]),
  status: z.string(),
  names: z.array(z.string()),
  said: z.string().optional(),
});
export type Card = z.infer<typeof Card>;

export type CardTexts = { tone: Card["tone"]; status: Text; names: (Text | string)[]; said: Text };

/** One bubble: paragraphs, and up to 10 choices under the last paragraph. */
export type Reply = { parts: Text[]; choices?: Choice[]; asks?: z.infer<typeof Asked>; card?: CardTexts };

/** `mass`: a mass notice, which the service never sends twice. */
export const OutboundBody = z.object({
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() })),
  locale: z.string(),
  asks: Asked.optional(),
  card: Card.optional(),
  mass: z.boolean().optional(),
  ticket: z.string().optional(),
  thread: z.string().optional(),
});
export type OutboundBody = z.infer<typeof OutboundBody>;

export type OutboundMessage = OutboundBody & { id: string; to: Contact };

export type Translate = (locale: string, text: Text) => string;

/** `code`: an ErrorCode. */
export type ReceiptError = { code: string; platformCode?: number; unlisted?: true };

/** A message's state only moves forward. `at`: in ms since 1970. */
export type Receipt = {
  channel: string;
  account: string;
  outboundId: string;
  state: "sent" | "delivered" | "read" | "failed";
  at: number;
  error?: ReceiptError;
};

/** The numbers in a citizen's words are masked. */
export type HistoryEntry = {
  id: string;
  from: "citizen" | "service";
  text: string;
  choices: { id: string; title: string; description?: string }[];
  at: number;
  asks?: z.infer<typeof Asked>;
  card?: Card;
};

/** The fields contain ids and numbers, but never a person's words or name. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  fields: Record<string, unknown>,
  message: string,
) => void;

/** Attributes contain ids and short words, but never a person's words or name. */
export type Trace = <T>(
  name: string,
  attributes: Record<string, string | number>,
  work: () => Promise<T>,
) => Promise<T>;

/** Labels never come from a person. Times are in ms. */
export type Meter = {
  webhook(path: string, status: number, ms: number): void;
  received(channel: string, fresh: boolean): void;
  turn(outcome: "handled" | "dead" | "failed", ms: number): void;
  send(channel: string, result: string, ms: number): void;
};
