import type { z } from "zod";
import type { Contact, HistoryEntry, InboundMessage, Log, OutboundMessage, Receipt } from "../vocabulary/message.ts";

/**
 * What one account can carry. Lengths are in UTF-16 units, `rate` (of the account) and `chatRate` (of one chat) in
 * messages a second; `burst` is how many messages a chat may get at once.
 */
export type Limits = {
  text: number;
  /** The longest text above choices. A longer text is split, and the choices stay under its last piece. */
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
  /** A person has another address. `Move` in the store's ports explains `id`, `gone` and `aliases`. */
  | {
      type: "moved";
      contact: Contact;
      address: string;
      id?: string | undefined;
      gone?: string[] | undefined;
      aliases?: string[] | undefined;
    }
  /** The call is authentic but does not match its schema. It is answered with 200 and kept for people to read. */
  | { type: "unreadable"; contact: Pick<Contact, "channel" | "account">; id: string; raw: string; reason: string }
  /** The platform tells something about our account. */
  | { type: "notice"; channel: string; account: string; what: string; bad: boolean }
  /** The event needs nothing but a line in the log. */
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

/** A string or buffer is sent as it is, an object as JSON, an iterable piece by piece (server-sent events). */
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
  /** The most bytes that a body may have; absent: the server's default. */
  bodyLimit?: number;
  /**
   * Checks a call before its body is read: throws what `handle` would throw, or returns an answer, in which case
   * neither the body is read nor `handle` called.
   */
  admit?(head: RouteHead): RouteResponse | undefined | Promise<RouteResponse | undefined>;
  handle(request: RouteRequest): Promise<RouteResponse> | RouteResponse;
};

/** What the service hands to a channel. */
export type Service = {
  /** Keeps every event durably before it resolves; rejects only when neither store nor spool can. */
  receive(events: ChannelEvent[]): Promise<void>;
  history(contact: Contact): Promise<HistoryEntry[]>;
  /** Calls `changed` whenever this contact's history may have grown. Returns a function that stops this. */
  watch(contact: Contact, changed: () => void): () => void;
  /** Ends a browser's session for good: its address opens no chat any more. */
  endSession(contact: Contact): Promise<void>;
  hasEnded(contact: Contact): Promise<boolean>;
  /** Writes one line, which must hold no personal data. */
  log: Log;
  /** The absolute URL of this service's own pages, without a slash at the end. */
  publicUrl: string;
  districtName(district: string): string;
  /** What a channel or a page of it says by itself, by language: the texts of this topic. */
  pageTexts(topic: string): Record<string, unknown>;
};

/**
 * The result of checking one thing. `detail` is for operators and holds nothing about a citizen. Where something is
 * wrong, `says` tells it in one sentence and `next` tells what to do. `unknown`: the platform could not be asked.
 */
export type ChannelCheck = {
  what: "credentials" | "webhook" | "quality" | "templates" | "operators" | "clock";
  ok: boolean;
  detail: string;
  says?: string;
  next?: string;
  unknown?: true;
};

/** An account of ours on a platform. It serves one district. */
export type Channel = {
  name: string;
  /** What a citizen calls the platform; absent: texts say "chat". */
  title?: string;
  account: string;
  district: string;
  limits: Limits;
  /** The channel refuses a flood of messages before it keeps them; absent: a flood is kept and not answered. */
  limitsItself?: true;
  /** The platform calls us under `PUBLIC_URL`. */
  calls?: true;
  /** Addresses are phone numbers, so that a citizen recognises the last digits of their own. */
  byPhone?: true;
  /**
   * Makes a link from the number page back to this account's chat, with the page's code, if there is one, ready to be
   * sent; `undefined` where our own name or number is not known. Never rejects.
   */
  linkBack?(code?: { words: string; payload: string }): Promise<string | undefined>;
  /** Citizens type a NIK or a KK number on the number page; absent: in the chat. */
  numbers?: "page";
  /** The channel's page says whose service it is and what we never ask for, so the chat need not. */
  introduces?: true;
  /** The channel's page watches the history. */
  live?: true;
  /** The platform tells later what became of a message. */
  receipts?: true;
  /** In ms: the platform takes free text only for this long after the citizen's last message. */
  window?: number;
  /** The time by the platform's clock, where that is known, in ms since 1970. */
  now?(): number;
  /**
   * The call ends within ten seconds. Rejects with an AppError: CHANNEL_BUSY, CHANNEL_UNKNOWN, CONTACT_BUSY,
   * CHANNEL_STOPPED, CONTACT_UNREACHABLE, WINDOW_CLOSED, CONTACT_MOVED or CHANNEL_REJECTED.
   */
  send(message: OutboundMessage): Promise<void>;
  /** The chat in which operators are told what is wrong. */
  operators?: string;
  /**
   * Asks a citizen whose window is closed to write, so that this message can go out. The platform takes only an
   * approved template for it. Rejects as `send` does, with CHANNEL_REJECTED where no template can be sent.
   */
  askToWrite?(message: OutboundMessage): Promise<void>;
  /** The settings that name the templates of `askToWrite`. */
  templateSettings?: readonly string[];
  /**
   * Sends the platform a call that changes nothing, to see whether the platform can be reached. Rejects as `send` does.
   */
  ping?(): Promise<void>;
  /** Asks the platform how this account is; never rejects. */
  check?(): Promise<ChannelCheck[]>;
  /**
   * Fetches a file of a citizen's message. Rejects with TOO_LARGE for more than `mostBytes`, with NOT_FOUND where the
   * file is gone, or as `send` does.
   */
  fetchFile?(file: string, mostBytes: number): Promise<Buffer>;
  /**
   * Tells the platform that a message was taken: a pressed button stops spinning, a message that shows a NIK is removed
   * from its group. A failure is harmless.
   */
  acknowledge?(message: InboundMessage): Promise<void>;
  /** Shows the citizen that an answer is coming, as "typing". A failure is harmless. */
  showAnswering?(message: InboundMessage): Promise<void>;
};

export type OpenChannel = {
  accounts: Channel[];
  routes: Route[];
  /**
   * Checks and reads one webhook call. Throws a refusal such as UNAUTHORIZED for a call that is not authentic. Content
   * that cannot be read becomes an `unreadable` event, not an error.
   */
  parse(request: RouteRequest): ChannelEvent[];
  close(): Promise<void>;
};

/** A platform: one folder of src/channels. Settings hold the keys of the environment without the district's suffix. */
export type ChannelModule<Settings extends z.ZodObject = z.ZodObject> = {
  name: string;
  settings: Settings;
  /** The settings that name one account on its platform; one account serves one district. */
  accountSettings?: readonly (keyof z.infer<Settings> & string)[];
  /** The channel's page shows the chat's history and is told whenever it has grown. */
  live?: true;
  /** The platform tells later what became of a message. */
  receipts?: true;
  /** The setting that turns the channel on for a district; absent: the channel needs no account on a platform. */
  turnedOnBy?: keyof z.infer<Settings> & string;
  /** The `window` of the channel's accounts; the store keeps when the citizen last wrote. */
  window?: number;
  /** `districts` has an entry for each district whose settings are there. */
  open(districts: { district: string; settings: z.infer<Settings> }[], service: Service): OpenChannel;
};
