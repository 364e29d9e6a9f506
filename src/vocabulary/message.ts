import { z } from "zod";
import { MEDIA_KINDS, type TimeZone } from "./lists.ts";

/** One end of a chat: a person's address on one of our accounts (a bot, a WhatsApp number, a district's web chat). */
export const Contact = z.object({ channel: z.string(), account: z.string(), address: z.string() });
export type Contact = z.infer<typeof Contact>;

/** A file as its platform names it; `mime` and `name` are the sender's word. */
export const MediaFile = z.object({
  kind: z.enum(MEDIA_KINDS),
  file: z.string(),
  mime: z.string().optional(),
  name: z.string().optional(),
});
export type MediaFile = z.infer<typeof MediaFile>;

/** The content of a citizen's message, in a form that belongs to no platform. `other` is a kind that we know and do not use. */
export const Content = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), forwarded: z.literal(true).optional() }),
  z.object({ type: z.literal("choice"), id: z.string(), title: z.string().optional() }),
  z.object({ type: z.literal("start"), payload: z.string().optional() }),
  MediaFile.extend({
    type: z.literal("media"),
    caption: z.string().optional(),
    /** Sent together with it: an album, or ten photos in a row. */
    more: z.array(MediaFile).optional(),
  }),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
  }),
  z.object({ type: z.literal("phone"), number: z.string(), own: z.boolean() }),
  /** Entered on our own page: whole numbers of 16 digits, or masked once handled. */
  z.object({ type: z.literal("numbers"), nik: z.string().optional(), kk: z.string().optional() }),
  z.object({ type: z.literal("other"), kind: z.string() }),
]);
export type Content = z.infer<typeof Content>;

/** Asks for the number of the chat that it is written in; the operator who sets the service up sends it; it belongs to no conversation. */
export const CHAT_NUMBER = { type: "other", kind: "chat-number" } as const satisfies Content;

/** Longest part of a text, in characters, that is analysed. */
const READ = 4_000;

/** The part of a text that readers look at; the text itself is kept whole. */
export const readPart = (text: string): string => text.slice(0, READ);

/** `id` is the platform's, unique per channel and account; `order` sorts what waits in one chat; `sentAt` is the platform's time in ms. */
export const InboundMessage = z.object({
  id: z.string().min(1),
  contact: Contact,
  order: z.number(),
  sentAt: z.number(),
  content: Content,
  /** Other addresses of the same person on this account (WhatsApp's user ids beside the phone number). */
  aliases: z.array(z.string()).optional(),
  /** Where it came from, as far as a limit needs it: the /24 (IPv4) or /64 (IPv6) of a web page. */
  network: z.string().optional(),
  /** The language the platform reports, as a BCP 47 tag. */
  language: z.string().optional(),
  /** What the platform wants answered to stop its spinner (a Telegram callback query). */
  acknowledge: z.string().optional(),
  /** A message in a group that shows somebody's number, to be taken away where we may: the platform's name of it. */
  remove: z.string().optional(),
  /** The topic of the chat that it was written in, as the platform names it. */
  thread: z.string().optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** The same words in several languages, as a district's pack holds them; Indonesian is always there. */
export const Localised = z.object({
  id: z.string().min(1),
  en: z.string().min(1).optional(),
  jv: z.string().optional(),
});
export type Localised = z.infer<typeof Localised>;

/** A value for a `{{gap}}` of a sentence. Dates are `1985-03-12`, months `2021-04`, times ms since 1970, shown in their zone, money whole rupiah. */
export type Value =
  | string
  | number
  | Text
  | { date: string }
  | { month: string }
  | { time: number; zone: TimeZone }
  | { money: number }
  | { lines: Text[] };

/** A sentence not yet in any language: a key of `locales/` or words that a pack brings. */
export type Text = { key: string; values?: Record<string, Value> } | { words: Localised };

export type Choice = { id: string; title: Text; description?: Text };

/** One bubble of an answer: paragraphs, and up to 10 choices under the last one. */
export type Reply = { parts: Text[]; choices?: Choice[] };

/** A reply in words and within one channel's limits. `mass` marks a notice that is never sent twice, `ticket` is the number of the one it is about, `thread` the topic of the chat that it belongs into. */
export const OutboundBody = z.object({
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() })),
  locale: z.string(),
  mass: z.boolean().optional(),
  ticket: z.string().optional(),
  thread: z.string().optional(),
});
export type OutboundBody = z.infer<typeof OutboundBody>;

/** `id` is ours, stable over every attempt to send it. */
export type OutboundMessage = OutboundBody & { id: string; to: Contact };

export type Translate = (locale: string, text: Text) => string;

/** A platform's word on a message of ours, which it names by our id; states only move upward, `at` in ms. */
export type Receipt = {
  channel: string;
  account: string;
  outboundId: string;
  state: "sent" | "delivered" | "read" | "failed";
  at: number;
  /** An ErrorCode, and the platform's own number; `unlisted`: no policy knows that number. */
  error?: { code: string; platformCode?: number; unlisted?: true };
};

/** One line of a chat, oldest first; numbers in the citizen's words are masked once handled. */
export type HistoryEntry = {
  id: string;
  from: "citizen" | "service";
  text: string;
  choices: { id: string; title: string; description?: string }[];
  at: number;
};

/** Writes one line; fields hold ids and numbers, never what a person said or is called. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  fields: Record<string, unknown>,
  message: string,
) => void;

/** Follows one piece of work over processes; attributes hold ids and short words, never what a person said or is called. */
export type Trace = <T>(
  name: string,
  attributes: Record<string, string | number>,
  work: () => Promise<T>,
) => Promise<T>;

/** The counts for operators; labels come from short closed lists, never from a person. Times in ms. */
export type Meter = {
  webhook(path: string, status: number, ms: number): void;
  received(channel: string, fresh: boolean): void;
  turn(outcome: "handled" | "dead" | "failed", ms: number): void;
  send(channel: string, result: string, ms: number): void;
};
