import { phrases, words } from "./kinds.ts";

/** What a citizen says who does not want to send what they wrote, or who takes back what was sent. */
export const UNSENT_LISTS = {
  /** Words that may stand before and behind such words, and change nothing. */
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
  /** Whole clauses: the citizen gives up what they began; they put it off; they did not want what was sent. */
  calledOff: phrases,
  putOff: phrases,
  undone: phrases,
  /** Whole clauses: the citizen wants to keep a report after all. */
  keeps: phrases,
} as const;
