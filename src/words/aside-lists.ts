import { phrases, words } from "./kinds.ts";

/** Words and phrases of questions and wishes about the service itself. */
export const ASIDE_LISTS = {
  cost: words,
  costAsks: words,
  costBeside: words,
  /** Phrases that ask whether this chat is real, and who answers in the chat. */
  aboutUs: phrases,
  /** Phrases that ask for the telephone number for emergencies. */
  whomToCall: phrases,
  /**
   * `struckOff` holds phrases of the fear that a report ends a citizen's aid, `dataSafe` the question whether typed
   * data are safe.
   */
  struckOff: phrases,
  dataSafe: phrases,
  /** Phrases that ask what happens if the accused comes. */
  ifTheyCome: phrases,
  /**
   * Phrases that tell of a visit: `askedWho` of somebody who asks who reported, `visited` and `summoned` of an official
   * who may only be a part of a story. `official` holds words for officials.
   */
  askedWho: phrases,
  visited: phrases,
  summoned: phrases,
  official: words,
  withdraws: phrases,
  /** Phrases that only ask whether a report was withdrawn. */
  withdrawn: phrases,
  /** Phrases of a citizen who wants to leave the own name out of a report. */
  nameless: phrases,
  notTheReport: words,
  /** Words for misdeeds. A question with such a word is part of a story. */
  takes: words,
} as const;
