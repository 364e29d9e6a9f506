import { phrases, words } from "./kinds.ts";

export const UNSENT_LISTS = {
  /** Words of `lead` may stand before the other words of this topic, and words of `tail` after. Both change nothing. */
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
  /** A word of `erases` beside a word of `erased` or `tail` gives up the draft: "hapus semuanya". */
  erases: words,
  erased: words,
  /**
   * Whole clauses: the citizen gives up a draft (`calledOff`), puts a draft off (`putOff`), or did not want to send
   * (`undone`).
   */
  calledOff: phrases,
  /** A whole message of fear. */
  afraid: phrases,
  putOff: phrases,
  undone: phrases,
  asksSent: phrases,
  asksRead: phrases,
  /** Clauses that forbid or deny a withdrawal. Clauses of `keeps` count only after the question whether to withdraw. */
  /** Words such as "kehapus" in a question whether a report is gone. */
  erasedNow: words,
  notWithdrawn: phrases,
  keeps: phrases,
  /** Clauses such as "lanjut" may mean to go on reporting, or to go on withdrawing. */
  goesOn: phrases,
} as const;
