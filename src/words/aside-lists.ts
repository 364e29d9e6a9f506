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
  whyNumber: phrases,
  ifTheyCome: phrases,
  /** `askedWho`: a person asks who reported. `visited`, `summoned`: an official comes, or summons the writer. */
  askedWho: phrases,
  visited: phrases,
  summoned: phrases,
  official: words,
  withdraws: phrases,
  withdrawn: phrases,
  withdrawing: words,
  toldToWithdraw: phrases,
  nameless: phrases,
  notTheReport: words,
  /** A person takes money or a card away: "uang saya ditarik lagi sama agen". */
  takenAway: phrases,
  takes: words,
} as const;
