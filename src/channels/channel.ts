import type { z } from "zod";
import type { Contact, HistoryEntry, InboundMessage, Log, OutboundMessage, Receipt } from "../vocabulary/message.ts";

/**
 * The limits of one account. Lengths are in UTF-16 units. `rate` (of the account) and `chatRate` (of one chat) are in
 * messages a second. `burst` is the number of messages that a chat may get at once.
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

/** An event that a platform tells us in a webhook call. */
export type ChannelEvent =
  | { type: "message"; message: InboundMessage }
  | { type: "receipt"; receipt: Receipt }
  | { type: "reachable"; contact: Contact; reachable: boolean }
  /** A person's address has changed. `Move` in the store's ports explains `id`, `gone` and `aliases`. */
  | {
      type: "moved";
      contact: Contact;
      address: string;
      id?: string | undefined;
      gone?: string[] | undefined;
      aliases?: string[] | undefined;
    }
  /** The call is authentic but does not match its schema. We answer with 200 and keep the call for people to read. */
  | { type: "unreadable"; contact: Pick<Contact, "channel" | "account">; id: string; raw: string; reason: string }
  /** The platform tells something about our account. */
  | { type: "notice"; channel: string; account: string; what: string; bad: boolean }
  /** The service only logs this event. */
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

/**
 * The server sends a string or buffer as it is, an object as JSON, and an iterable piece by piece (server-sent events).
 */
export type RouteResponse = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object | AsyncIterable<string>;
};

/** The parts of a call that the server knows before it reads the body. */
export type RouteHead = Omit<RouteRequest, "body">;

export type Route = {
  method: "GET" | "POST";
  path: string;
  /** The largest body, in bytes; the server's default if absent. */
  bodyLimit?: number;
  /**
   * Checks a call before the server reads its body. Throws the errors that `handle` would throw. If `admit` returns an
   * answer, the server neither reads the body nor calls `handle`.
   */
  admit?(head: RouteHead): RouteResponse | undefined | Promise<RouteResponse | undefined>;
  handle(request: RouteRequest): Promise<RouteResponse> | RouteResponse;
};

/** The functions and facts that the service gives to a channel. */
export type Service = {
  /**
   * Keeps every event durably before it resolves. Rejects only if neither the store nor the spool can keep an event.
   */
  receive(events: ChannelEvent[]): Promise<void>;
  history(contact: Contact): Promise<HistoryEntry[]>;
  /** Calls `changed` whenever this contact's history may have grown. Returns a function that stops this. */
  watch(contact: Contact, changed: () => void): () => void;
  /** Ends a browser's session for good. The session's address then opens no chat. */
  endSession(contact: Contact): Promise<void>;
  hasEnded(contact: Contact): Promise<boolean>;
  /** Writes one line. The line must hold no personal data. */
  log: Log;
  /** The absolute URL of this service's own pages, without a slash at the end. */
  publicUrl: string;
  districtName(district: string): string;
  /** The texts of a topic, by language. The channel or its page translates them without the service. */
  pageTexts(topic: string): Record<string, unknown>;
};

/**
 * The result of checking one thing. `detail` is for operators and holds nothing about a citizen. If something is wrong,
 * `says` names the fault in one sentence and `next` the remedy. `unknown` is true if the check found nothing out.
 */
export type ChannelCheck = {
  what: "credentials" | "webhook" | "quality" | "templates" | "operators" | "clock";
  ok: boolean;
  detail: string;
  says?: string;
  next?: string;
  unknown?: true;
};

/** An account of ours on a platform. An account serves one district. */
export type Channel = {
  name: string;
  /** The citizens' name for the platform. If it is absent, texts say "chat". */
  title?: string;
  account: string;
  district: string;
  limits: Limits;
  /**
   * True if the channel itself refuses a flood of messages. If absent, the service keeps a flood and does not answer
   * it.
   */
  limitsItself?: true;
  /** The platform calls us under `PUBLIC_URL`. */
  calls?: true;
  /** An address may be a phone number. A citizen recognises the last digits of their own number. */
  byPhone?: true;
  /**
   * Makes a link from the number page back to this account's chat. The link may prepare a message with the page's
   * `code`. Returns `undefined` while our own name or number is not known. Never rejects.
   */
  linkBack?(code?: { words: string; payload: string }): Promise<string | undefined>;
  /** `page` if citizens type a NIK or a KK number on the number page; absent if they type it in the chat. */
  numbers?: "page";
  /**
   * True if the channel's page introduces the service and names the data that we never ask for, so the chat does not.
   */
  introduces?: true;
  /** True if the channel carries no voice message, so the chat offers none. */
  noVoice?: true;
  /** The channel's page watches the history. */
  live?: true;
  /** The platform tells later what became of a message. */
  receipts?: true;
  /** In ms: the platform takes free text only for this long after the citizen's last message. */
  window?: number;
  /** Returns the time by the platform's clock, in ms since 1970; our own time before the platform's first answer. */
  now?(): number;
  /**
   * The call ends within ten seconds. Rejects with an AppError: CHANNEL_BUSY, CHANNEL_UNKNOWN, CONTACT_BUSY,
   * CHANNEL_STOPPED, CONTACT_UNREACHABLE, WINDOW_CLOSED, CONTACT_MOVED or CHANNEL_REJECTED.
   */
  send(message: OutboundMessage): Promise<void>;
  /** The chat in which we tell operators about faults. */
  operators?: string;
  /**
   * Asks a citizen to write, so that we can send this message. The citizen's `window` is closed, and the platform takes
   * only an approved template. Rejects as `send` does, and with CHANNEL_REJECTED if we have no template to send.
   */
  askToWrite?(message: OutboundMessage): Promise<void>;
  /** The settings that name the templates of `askToWrite`. */
  templateSettings?: readonly string[];
  /** Checks whether the platform can be reached, by a call that changes nothing. Rejects as `send` does. */
  ping?(): Promise<void>;
  /** Asks the platform for the state of this account. Never rejects. */
  check?(): Promise<ChannelCheck[]>;
  /**
   * Fetches a file of a citizen's message. Rejects with TOO_LARGE for more than `mostBytes`, with NOT_FOUND if the file
   * is gone, or as `send` does.
   */
  fetchFile?(file: string, mostBytes: number): Promise<Buffer>;
  /**
   * Tells the platform that we have taken a message: a pressed button stops spinning, and a message that shows a NIK is
   * removed from its group. A failure is harmless.
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

/** A platform: one folder of src/channels. `settings` names environment variables without the district's suffix. */
export type ChannelModule<Settings extends z.ZodObject = z.ZodObject> = {
  name: string;
  settings: Settings;
  /** The settings that name one account on its platform; one account serves one district. */
  accountSettings?: readonly (keyof z.infer<Settings> & string)[];
  /** The channel's page shows the chat's history and the service tells it when the history has grown. */
  live?: true;
  /** The platform tells later what became of a message. */
  receipts?: true;
  /** The setting that turns the channel on for a district; absent if the channel needs no account on a platform. */
  turnedOnBy?: keyof z.infer<Settings> & string;
  /** The `window` of the channel's accounts. The store keeps the time of the citizen's last message. */
  window?: number;
  /** `districts` has an entry for each district that has this channel's settings. */
  open(districts: { district: string; settings: z.infer<Settings> }[], service: Service): OpenChannel;
};
