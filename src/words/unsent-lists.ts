import { phrases, words } from "./kinds.ts";

/** Words and phrases of a citizen who does not want to send a message, or who takes a sent message back. */
export const UNSENT_LISTS = {
  /**
   * `lead` holds words that may stand before the other words of this topic, and `tail` words that may follow. Both
   * change nothing.
   */
  lead: words,
  tail: words,
  /** Words that begin a new clause. */
  but: words,
  /** Words that the phrases of this topic name. */
  nots: words,
  off: words,
  drops: words,
  stops: words,
  giveUp: words,
  wants: words,
  reports: words,
  later: words,
  takesBack: words,
  /**
   * Whole clauses. In `calledOff` the citizen gives up what was begun, in `putOff` puts it off, in `undone` did not
   * want what was sent.
   */
  calledOff: phrases,
  putOff: phrases,
  undone: phrases,
  /** Phrases that ask whether something was sent or is stored after all. */
  asksSent: phrases,
  /** Whole clauses: the citizen wants to keep a report after all. */
  keeps: phrases,
} as const;
