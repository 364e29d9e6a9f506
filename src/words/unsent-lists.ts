import { phrases, words } from "./kinds.ts";

export const UNSENT_LISTS = {
  /** Filler words before (`lead`) or after (`tail`) the deciding words. */
  lead: words,
  tail: words,
  but: words,
  nots: words,
  off: words,
  drops: words,
  stops: words,
  giveUp: words,
  wants: words,
  reports: words,
  later: words,
  takesBack: words,
  /** A word of `erases` beside a word of `erased` gives up the draft: "hapus semuanya". */
  erases: words,
  erased: words,
  /**
   * Whole clauses: the citizen gives up a draft (`calledOff`), puts a draft off (`putOff`), or did not want to send
   * (`undone`).
   */
  calledOff: phrases,
  afraid: phrases,
  putOff: phrases,
  undone: phrases,
  asksSent: phrases,
  asksRead: phrases,
  erasedNow: words,
  notWithdrawn: phrases,
  keeps: phrases,
  goesOn: phrases,
} as const;
