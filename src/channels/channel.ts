import type { z } from "zod";
import type { Contact, HistoryEntry, InboundMessage, Log, OutboundMessage, Receipt } from "../vocabulary/message.ts";

/** What one account can carry. Lengths in UTF-16 units; `rate` and `chatRate` in messages a second, `burst` passes at once per chat. */
export type Limits = {
  text: number;
  /** Text above choices; longer text is split and the choices stay under the last piece. */
  textWithChoices: number;
  choices: number;
  choiceTitle: number;
  choiceDescription: number;
  rate: number;
  chatRate: number;
  burst: number;
};

/** What a platform can tell us in one webhook call. */
export type ChannelEvent =
  | { type: "message"; message: InboundMessage }
  | { type: "receipt"; receipt: Receipt }
  | { type: "reachable"; contact: Contact; reachable: boolean }
  /** `id`, `gone` and `aliases` as the store's `Move` has them. */
  | {
      type: "moved";
      contact: Contact;
      address: string;
      id?: string | undefined;
      gone?: string[] | undefined;
      aliases?: string[] | undefined;
    }
  /** Authentic but not what its schema says: kept for people, answered 200. */
  | { type: "unreadable"; contact: Pick<Contact, "channel" | "account">; id: string; raw: string; reason: string }
  /** What the platform tells about our account. */
  | { type: "notice"; channel: string; account: string; what: string; bad: boolean }
  /** Nothing to do, worth a line in the log. */
  | { type: "ignored"; reason: string };

export type RouteRequest = {
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** The raw bytes; empty on GET. */
  body: Buffer;
  /** The caller's address. */
  ip: string;
};

/** A string is sent as it is, an object as JSON, an iterable as it comes (server-sent events). */
export type RouteResponse = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object | AsyncIterable<string>;
};

/** What is known of a call before its body is read. */
export type RouteHead = Omit<RouteRequest, "body">;

export type Route = {
  method: "GET" | "POST";
  path: string;
  /** Bytes of a body that are read; absent: no more than a few. */
  bodyLimit?: number;
  /**
   * Looks at the head of a call before its body is read: throws what `handle` would throw for it, or returns the answer
   * that takes its place.
   */
  admit?(head: RouteHead): RouteResponse | undefined | Promise<RouteResponse | undefined>;
  handle(request: RouteRequest): Promise<RouteResponse> | RouteResponse;
};

/** What the service hands to a channel. */
export type Service = {
  /** Keeps every event durably before it resolves; rejects only when neither store nor spool can. */
  receive(events: ChannelEvent[]): Promise<void>;
  history(contact: Contact): Promise<HistoryEntry[]>;
  /** Calls back whenever this contact's history may have grown; returns how to stop. */
  watch(contact: Contact, changed: () => void): () => void;
  /** Ends a browser's session for good: its address opens nothing any more. */
  endSession(contact: Contact): Promise<void>;
  hasEnded(contact: Contact): Promise<boolean>;
  /** One line, without personal data. */
  log: Log;
  /** Absolute base of this service's own pages, no slash at the end. */
  publicUrl: string;
  districtName(district: string): string;
};

/**
 * One thing that was looked at. `detail` is for operators and holds nothing of a citizen; where something is wrong `says`
 * tells it in one sentence and `next` what to do. `unknown`: it could not be asked.
 */
export type ChannelCheck = {
  what: "credentials" | "webhook" | "quality" | "templates" | "operators" | "clock";
  ok: boolean;
  detail: string;
  says?: string;
  next?: string;
  unknown?: true;
};

/** One account of ours on a platform, serving one district. */
export type Channel = {
  name: string;
  /** What a citizen calls it; absent: a chat. */
  title?: string;
  account: string;
  district: string;
  limits: Limits;
  /** It refuses a flood before it keeps it; absent: too many messages of a chat are kept and not answered. */
  limitsItself?: true;
  /** Its platform calls us under `PUBLIC_URL`. */
  calls?: true;
  /** Its addresses are phone numbers, whose last digits their owner knows. */
  byPhone?: true;
  /** A link that opens this account's chat with a page's code ready to be sent; `undefined` where it is not known. Never rejects. */
  back?(code: { words: string; payload: string }): Promise<string | undefined>;
  /** Where a citizen is asked for a NIK or a KK number; absent: in the chat. */
  numbers?: "page";
  /** Its page says whose service it is and what we never ask for. */
  introduces?: true;
  /** Its page watches the history. */
  live?: true;
  /** Its platform tells later what became of a message. */
  receipts?: true;
  /** Its platform takes free text only so many ms after the citizen was last heard. */
  window?: number;
  /** Ms since 1970 by its platform's clock, where that is known. */
  now?(): number;
  /** Ends within ten seconds. Rejects with an AppError: CHANNEL_BUSY, CHANNEL_UNKNOWN, CONTACT_BUSY, CHANNEL_STOPPED, CONTACT_UNREACHABLE, WINDOW_CLOSED, CONTACT_MOVED or CHANNEL_REJECTED. */
  send(message: OutboundMessage): Promise<{ platformId: string }>;
  /** The chat in which operators are told what is wrong. */
  operators?: string;
  /** Asks a citizen whose window is closed to write, so that this message can go out; only an approved template may. Rejects as `send` does: with CHANNEL_REJECTED where no template can be sent. */
  askToWrite?(message: OutboundMessage): Promise<void>;
  /** The settings that name the templates of `askToWrite`. */
  templateSettings?: readonly string[];
  /** Asks the platform something that changes nothing, to see whether it is there. Rejects as `send` does. */
  ping?(): Promise<void>;
  /** Asks the platform how this account is; never rejects. */
  check?(): Promise<ChannelCheck[]>;
  /** A file of a citizen's message, at most so many bytes. Rejects with TOO_LARGE, NOT_FOUND where it is gone, or as `send` does. */
  fetch?(file: string, mostBytes: number): Promise<Buffer>;
  /** Tells the platform that a message was taken: a pressed button stops spinning, a number leaves the group. Failing is harmless. */
  acknowledge?(message: InboundMessage): Promise<void>;
  /** Shows the citizen that an answer is coming, as "typing". Failing is harmless. */
  showAnswering?(message: InboundMessage): Promise<void>;
};

export type OpenChannel = {
  accounts: Channel[];
  routes: Route[];
  /** Checks and reads one webhook call; throws UNAUTHORIZED; what it cannot read is an `unreadable` event, not an error. */
  parse(request: RouteRequest): ChannelEvent[];
  close(): Promise<void>;
};

/** A platform: one folder of src/channels. Settings hold the keys of the environment without the district's suffix. */
export type ChannelModule<Settings extends z.ZodObject = z.ZodObject> = {
  name: string;
  settings: Settings;
  /** The settings that name one account on its platform: it serves one district. */
  accountSettings?: readonly (keyof z.infer<Settings> & string)[];
  /** Its page shows the chat's history, and is told whenever that grew. */
  live?: true;
  /** Its platform tells later what became of a message. */
  receipts?: true;
  /** The setting that turns it on for a district; absent: it is no platform that an office has to join. */
  turnedOnBy?: keyof z.infer<Settings> & string;
  /** Ms after a citizen was last heard in which its platform takes free text: the store keeps when that was. */
  window?: number;
  /** `districts` has an entry for each district whose settings are there. */
  open(districts: { district: string; settings: z.infer<Settings> }[], service: Service): OpenChannel;
};
