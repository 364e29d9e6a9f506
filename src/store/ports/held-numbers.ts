/** Numbers that a citizen typed on a number page. */
export type HeldNumbers = {
  page: string;
  conversation: string;
  code: string;
  numbers: { nik?: string | undefined; kk?: string | undefined };
};

type CodeOutcome =
  | { outcome: "opened"; numbers: HeldNumbers["numbers"] }
  | { outcome: "wrong"; left: number }
  /** The code belongs to a page of another chat; this page is void now. */
  | { outcome: "elsewhere" }
  /** The code does not count any more, or the chat waits for no code. */
  | { outcome: "over" };

export const CODE_TRIES = 3;

export type Held = {
  /**
   * Keeps a page's numbers for `lasts` ms from the first call, and returns their code. Returns `undefined` if the page
   * was used, is void or has expired.
   */
  holdNumbers(held: HeldNumbers, lasts: number): Promise<string | undefined>;
  /** Opens the numbers of a code once. For a repeated `message`, returns the same result. */
  openHeld(code: string, conversation: string, message: string): Promise<CodeOutcome>;
  dropHeld(): Promise<number>;
};
