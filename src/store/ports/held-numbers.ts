/** Numbers typed on a number page. They stay sealed until the page's chat confirms them with the page's code. */
export type HeldNumbers = {
  /** The id of the page, which can be used once. */
  page: string;
  conversation: string;
  code: string;
  numbers: { nik?: string | undefined; kk?: string | undefined };
};

type CodeOutcome =
  | { outcome: "opened"; numbers: HeldNumbers["numbers"] }
  /** No page of this chat has this code. `left` is the number of tries that remain. */
  | { outcome: "wrong"; left: number }
  /** The code belongs to another chat's page, which is void now. */
  | { outcome: "elsewhere" }
  /** The code was used, is void or has expired, or no page of this chat waits for a code. */
  | { outcome: "over" };

/** After this many wrong codes, the numbers of all pages of a chat are void. */
export const CODE_TRIES = 3;

export type Held = {
  /**
   * Keeps a page's numbers for `lasts` ms from the first call, and returns their code. Other numbers replace
   * unconfirmed numbers and get a new code. Returns `undefined` if the page was used or is void.
   */
  holdNumbers(held: HeldNumbers, lasts: number): Promise<string | undefined>;
  /** Opens the numbers of a code, once. A repeated `message` gets the same result, and its wrong code counts once. */
  openHeld(code: string, conversation: string, message: string): Promise<CodeOutcome>;
  /** Returns how many expired numbers it dropped. */
  dropHeld(): Promise<number>;
};
