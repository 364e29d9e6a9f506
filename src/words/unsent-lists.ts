import { phrases, words } from "./kinds.ts";

export const UNSENT_LISTS = {
  /** `lead` may stand before the other words of this topic, `tail` after them; both change nothing. */
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
  /** A word of `erases` beside a word of `erased` or `tail` gives up what was begun: "hapus semuanya". */
  erases: words,
  erased: words,
  /** In whole clauses, the citizen gives up what was begun, puts it off, or did not want to send it. */
  calledOff: phrases,
  /** A whole message of fear. */
  afraid: phrases,
  putOff: phrases,
  undone: phrases,
  asksSent: phrases,
  asksRead: phrases,
  /** Forbid or deny that a report is withdrawn; clauses of `keeps` mean this only after the chat's question. */
  notWithdrawn: phrases,
  keeps: phrases,
  /** Clauses such as "lanjut" may mean to go on reporting, or to go on withdrawing. */
  goesOn: phrases,
} as const;
