/** Numbers that a citizen typed on a number page. The citizen confirms them with the page's code in the chat. */
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
  /** The code was used, is void or has expired, or no page of this chat waits for a code. */
  | { outcome: "over" };

/** After this many wrong codes from its chat, a page's numbers are void. */
export const CODE_TRIES = 3;

export type Held = {
  /**
   * Keeps a page's numbers for `lasts` ms from the first call, and returns their code. Other numbers replace
   * unconfirmed numbers and get a new code. Returns `undefined` if the page was used, is void or has expired.
   */
  holdNumbers(held: HeldNumbers, lasts: number): Promise<string | undefined>;
  /**
   * Opens the numbers of a code once. For a repeated `message`, returns the same result and does not count a wrong code
   * again.
   */
  openHeld(code: string, conversation: string, message: string): Promise<CodeOutcome>;
  dropHeld(): Promise<number>;
};
