import type { z } from "zod";
import type { Contact, HistoryEntry, InboundMessage, Log, OutboundMessage, Receipt } from "../vocabulary/message.ts";

/**
 * Lengths are in UTF-16 units.
 * - `rate`: messages a second for the account.
 * - `chatRate`: messages a second for a chat.
 * - `burst`: messages that a chat may get without a pause.
 */
export type Limits = {
  text: number;
  /** The service splits a longer text if the message has choices. */
  textWithChoices: number;
  choices: number;
  choiceTitle: number;
  choiceDescription: number;
  rate: number;
  chatRate: number;
  burst: number;
};

export type ChannelEvent =
  | { type: "message"; message: InboundMessage }
  | { type: "receipt"; receipt: Receipt }
  | { type: "reachable"; contact: Contact; reachable: boolean }
  /** `Move` in the store's ports explains these fields. */
  | {
      type: "moved";
      contact: Contact;
      address: string;
      id?: string | undefined;
      gone?: string[] | undefined;
      aliases?: string[] | undefined;
    }
  | { type: "unreadable"; contact: Pick<Contact, "channel" | "account">; id: string; raw: string; reason: string }
  | { type: "notice"; channel: string; account: string; what: string; bad: boolean }
  | { type: "ignored"; reason: string };

export type RouteRequest = {
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string | undefined>;
  /** The raw bytes; empty on GET. */
  body: Buffer;
  ip: string;
};

/** The server sends an object as JSON, and an iterable piece by piece (server-sent events). */
export type RouteResponse = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object | AsyncIterable<string>;
};

export type RouteHead = Omit<RouteRequest, "body">;

export type Route = {
  method: "GET" | "POST";
  path: string;
  /** In bytes. */
  bodyLimit?: number;
  /** If `admit` throws or returns an answer, the server reads no body and does not call `handle`. */
  admit?(head: RouteHead): RouteResponse | undefined | Promise<RouteResponse | undefined>;
  handle(request: RouteRequest): Promise<RouteResponse> | RouteResponse;
};

export type Service = {
  /** Resolves after the store or the spool has kept every event. */
  receive(events: ChannelEvent[]): Promise<void>;
  history(contact: Contact): Promise<HistoryEntry[]>;
  /** Calls `changed` whenever the contact's history may have grown. Returns a function that ends the watch. */
  watch(contact: Contact, changed: () => void): () => void;
  /** After this, the session's address opens no chat. */
  endSession(contact: Contact): Promise<void>;
  hasEnded(contact: Contact): Promise<boolean>;
  /** A line must not contain personal data. */
  log: Log;
  /** Without a slash at the end. */
  publicUrl: string;
  districtName(district: string): string;
  /** Returns the texts of a topic, by language. */
  pageTexts(topic: string): Record<string, unknown>;
};

/**
 * - `detail`: text for operators, with nothing about a citizen.
 * - `says`: the fault.
 * - `next`: the remedy.
 */
export type ChannelCheck = {
  what: "credentials" | "webhook" | "quality" | "templates" | "operators" | "clock";
  ok: boolean;
  detail: string;
  says?: string;
  next?: string;
  unknown?: true;
};

/** An account of the agency on a platform. */
export type Channel = {
  name: string;
  /** If absent, the service's texts say "chat". */
  title?: string;
  account: string;
  district: string;
  limits: Limits;
  /** The channel itself refuses too many messages, so the service does not. */
  limitsItself?: true;
  calls?: true;
  byPhone?: true;
  /** Returns `undefined` while the account's name or number is not known. Never rejects. */
  linkBack?(code?: { words: string; payload: string }): Promise<string | undefined>;
  /** Citizens type NIK and KK numbers on a web page, not in the chat. */
  numbers?: "page";
  /** The channel's page already introduces the service to the citizen. */
  introduces?: true;
  noVoice?: true;
  live?: true;
  receipts?: true;
  /** In ms. The platform takes free text only within this time after the citizen's last message. */
  window?: number;
  /** Returns the platform's time (ms), or this machine's time before the first answer. */
  now?(): number;
  /**
   * Rejects with CHANNEL_BUSY, CHANNEL_UNKNOWN, CONTACT_BUSY, CHANNEL_STOPPED, CONTACT_UNREACHABLE, WINDOW_CLOSED,
   * CONTACT_MOVED or CHANNEL_REJECTED.
   */
  send(message: OutboundMessage): Promise<void>;
  /** The address of the chat in which operators read about faults. */
  operators?: string;
  /**
   * Asks a citizen to write again, because the `window` is closed. Rejects as `send` does, and with CHANNEL_REJECTED
   * without a template.
   */
  askToWrite?(message: OutboundMessage): Promise<void>;
  templateSettings?: readonly string[];
  /** Changes nothing at the platform. Rejects as `send` does. */
  ping?(): Promise<void>;
  /** Never rejects. */
  check?(): Promise<ChannelCheck[]>;
  /** Rejects with TOO_LARGE for more than `mostBytes`, with NOT_FOUND if the file is gone, or as `send` does. */
  fetchFile?(file: string, mostBytes: number): Promise<Buffer>;
  /** Stops the spinner of a pressed button. Removes a message that shows a NIK from its group. */
  acknowledge?(message: InboundMessage): Promise<void>;
  showAnswering?(message: InboundMessage): Promise<void>;
};

export type OpenChannel = {
  accounts: Channel[];
  routes: Route[];
  /** Throws a refusal such as UNAUTHORIZED for a request that is not authentic. */
  parse(request: RouteRequest): ChannelEvent[];
  close(): Promise<void>;
};

/** `settings` names environment variables without the district's suffix. */
export type ChannelModule<Settings extends z.ZodObject = z.ZodObject> = {
  name: string;
  settings: Settings;
  accountSettings?: readonly (keyof z.infer<Settings> & string)[];
  live?: true;
  receipts?: true;
  turnedOnBy?: keyof z.infer<Settings> & string;
  /** In ms. */
  window?: number;
  open(districts: { district: string; settings: z.infer<Settings> }[], service: Service): OpenChannel;
};
