/** Numbers typed on a page, kept sealed until the chat that asked for it confirms them with the page's code. */
export type HeldNumbers = {
  /** The page's name: it is used once. */
  page: string;
  conversation: string;
  code: string;
  numbers: { nik?: string | undefined; kk?: string | undefined };
};

/** What a code opens, for the chat that sends it. */
type CodeOutcome =
  | { outcome: "opened"; numbers: HeldNumbers["numbers"] }
  /** No page of this chat has this code; `left`: tries that its pages still have. */
  | { outcome: "wrong"; left: number }
  /** It belongs to a page that another chat asked for: that page is void now. */
  | { outcome: "elsewhere" }
  /** Used, void, lapsed or never ours. */
  | { outcome: "over" };

/** After so many wrong codes, the numbers that a chat's pages hold are void. */
export const CODE_TRIES = 3;

export type Held = {
  /**
   * Keeps them for `lasts` ms and returns the code: the same again where the same numbers were sent twice. New
   * numbers replace those that nobody has confirmed, and get a new code. `undefined`: the page was used or is void.
   */
  holdNumbers(held: HeldNumbers, lasts: number): Promise<string | undefined>;
  /** Opens by code, once. The same `message` gets the same answer again, and its wrong code counts once. */
  openHeld(code: string, conversation: string, message: string): Promise<CodeOutcome>;
  /** Drops what has lapsed; returns how many. */
  dropHeld(): Promise<number>;
};
