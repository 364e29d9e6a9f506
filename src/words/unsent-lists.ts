import { phrases, words } from "./kinds.ts";

/** Words and phrases of a citizen who does not want to send a message, or who takes a sent message back. */
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
  /** Whole clauses: the citizen gives up what was begun, puts it off, or did not want to send it. */
  calledOff: phrases,
  putOff: phrases,
  undone: phrases,
  /** Phrases that ask whether something was sent or is stored after all. */
  asksSent: phrases,
  /** Phrases that ask whether an officer has read the report, or who works on it. */
  asksRead: phrases,
  /** Whole clauses: the citizen wants to keep a report after all. */
  keeps: phrases,
  /** Whole clauses such as "lanjut": beside a question about a withdrawal, go on reporting or go on withdrawing. */
  goesOn: phrases,
} as const;
