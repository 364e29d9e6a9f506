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
  /** The service splits a longer text above choices. The choices stay under its last piece. */
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
  /** A person's address has changed; `Move` in the store's ports explains `id`, `gone` and `aliases`. */
  | {
      type: "moved";
      contact: Contact;
      address: string;
      id?: string | undefined;
      gone?: string[] | undefined;
      aliases?: string[] | undefined;
    }
  /** An authentic request that does not match its schema. The service keeps the request as a dead letter. */
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
  /** The largest body, in bytes. If absent, the server's default applies. */
  bodyLimit?: number;
  /** If `admit` throws or returns an answer, the server reads no body and does not call `handle`. */
  admit?(head: RouteHead): RouteResponse | undefined | Promise<RouteResponse | undefined>;
  handle(request: RouteRequest): Promise<RouteResponse> | RouteResponse;
};

export type Service = {
  /** Resolves after every event is kept durably. Rejects only if neither the store nor the spool can keep an event. */
  receive(events: ChannelEvent[]): Promise<void>;
  history(contact: Contact): Promise<HistoryEntry[]>;
  /** Calls `changed` whenever the contact's history may have grown. Returns a function that ends the watch. */
  watch(contact: Contact, changed: () => void): () => void;
  /** Ends a browser's session for good. Its address then opens no chat any more. */
  endSession(contact: Contact): Promise<void>;
  hasEnded(contact: Contact): Promise<boolean>;
  /** A line must not contain personal data. */
  log: Log;
  /** Without a slash at the end. */
  publicUrl: string;
  districtName(district: string): string;
  /** Returns the texts of a topic, by language. The channel or its page chooses the language itself. */
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
  /** The citizens' name for the platform. If absent, the service's texts say "chat". */
  title?: string;
  account: string;
  district: string;
  limits: Limits;
  /** The channel itself refuses a flood, so the service answers all its messages. */
  limitsItself?: true;
  /** The platform sends requests to `PUBLIC_URL`. */
  calls?: true;
  /** An address may be a phone number, whose last digits a citizen recognises. */
  byPhone?: true;
  /** Returns `undefined` while the account's name or number is not known. Never rejects. */
  linkBack?(code?: { words: string; payload: string }): Promise<string | undefined>;
  /** Set if citizens type a NIK or a KK number on the number page instead of the chat. */
  numbers?: "page";
  /** The channel's page introduces the service, and names the data that the service never asks for. */
  introduces?: true;
  /** The channel has no voice messages. */
  noVoice?: true;
  live?: true;
  /** The platform sends receipts. */
  receipts?: true;
  /** In ms. The platform takes free text only within this time after the citizen's last message. */
  window?: number;
  /** Returns the platform's time in ms since 1970, or this machine's time before the platform's first answer. */
  now?(): number;
  /**
   * Rejects with CHANNEL_BUSY, CHANNEL_UNKNOWN, CONTACT_BUSY, CHANNEL_STOPPED, CONTACT_UNREACHABLE, WINDOW_CLOSED,
   * CONTACT_MOVED or CHANNEL_REJECTED.
   */
  send(message: OutboundMessage): Promise<void>;
  /** The address of the chat in which operators read about faults. */
  operators?: string;
  /**
   * Asks a citizen whose `window` is closed to write. Rejects as `send` does, and with CHANNEL_REJECTED if the account
   * has no template to send.
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
  /** The settings that name one account on its platform. */
  accountSettings?: readonly (keyof z.infer<Settings> & string)[];
  live?: true;
  receipts?: true;
  /** Absent if the channel needs no account on a platform. */
  turnedOnBy?: keyof z.infer<Settings> & string;
  /** In ms. The store keeps when a citizen last wrote if the channel has a window. */
  window?: number;
  open(districts: { district: string; settings: z.infer<Settings> }[], service: Service): OpenChannel;
};
