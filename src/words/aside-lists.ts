import { phrases, words } from "./kinds.ts";

export const ASIDE_LISTS = {
  cost: words,
  costAsks: words,
  costBeside: words,
  aboutUs: phrases,
  /** Questions for a proof or a letter that this chat belongs to the agency. */
  proveIt: phrases,
  whomToCall: phrases,
  /**
   * `struckOff`: the writer fears that a report ends the aid. `dataSafe`: the writer asks whether typed data are safe.
   */
  struckOff: phrases,
  dataSafe: phrases,
  /** Questions why the chat wants a NIK or a family card's number. */
  whyNumber: phrases,
  ifTheyCome: phrases,
  /**
   * `askedWho`: a person asks who reported. `visited`, `summoned`: an official comes, or summons the writer. A story
   * may have these phrases, too.
   */
  askedWho: phrases,
  visited: phrases,
  summoned: phrases,
  official: words,
  withdraws: phrases,
  withdrawn: phrases,
  withdrawing: words,
  /** Another person wants the report withdrawn: "pak kades nyuruh cabut laporan". */
  toldToWithdraw: phrases,
  nameless: phrases,
  notTheReport: words,
  /** A person takes money or a card away: "uang saya ditarik lagi sama agen". */
  takenAway: phrases,
  /** Words for a misdeed. A question with such a word is part of a story. */
  takes: words,
} as const;
