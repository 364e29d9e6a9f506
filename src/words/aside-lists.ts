import { phrases, words } from "./kinds.ts";

/** Words and phrases of questions and wishes about the service itself. */
export const ASIDE_LISTS = {
  cost: words,
  costAsks: words,
  costBeside: words,
  /** Phrases that ask whether this chat is real, and who answers. */
  aboutUs: phrases,
  whomToCall: phrases,
  /** `struckOff` holds the fear that a report ends aid, `dataSafe` the question whether typed data are safe. */
  struckOff: phrases,
  dataSafe: phrases,
  ifTheyCome: phrases,
  /**
   * `askedWho` tells of somebody who asks who reported, `visited` and `summoned` of an official, perhaps only in a
   * story.
   */
  askedWho: phrases,
  visited: phrases,
  summoned: phrases,
  official: words,
  withdraws: phrases,
  withdrawn: phrases,
  /** Phrases of a citizen whose name is to stay out of a report. */
  nameless: phrases,
  notTheReport: words,
  /** Words for misdeeds: a question with such a word is part of a story. */
  takes: words,
} as const;
