import { phrases, words } from "./kinds.ts";

export const ASIDE_LISTS = {
  cost: words,
  costAsks: words,
  costBeside: words,
  aboutUs: phrases,
  /** Ask this chat for a proof or a letter that it is the agency's. */
  proveIt: phrases,
  whomToCall: phrases,
  /** `struckOff` holds the fear that a report ends aid, `dataSafe` the question whether typed data are safe. */
  struckOff: phrases,
  dataSafe: phrases,
  /** Ask for what the chat wants a NIK or a family card's number. */
  whyNumber: phrases,
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
  withdrawing: words,
  /** Tell of another person who wants the report withdrawn: "pak kades nyuruh cabut laporan". */
  toldToWithdraw: phrases,
  nameless: phrases,
  notTheReport: words,
  /** Tell of money or a card that somebody takes away: "uang saya ditarik lagi sama agen". */
  takenAway: phrases,
  /** A question with such a word for a misdeed is part of a story. */
  takes: words,
} as const;
