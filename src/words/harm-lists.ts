import { phrases, words } from "./kinds.ts";

export const HARM_LISTS = {
  denials: words,
  already: words,
  unluckily: words,
  handsOver: words,
  tellsCode: words,
  /** `cheated` tells of data, a code or money given to a fraud; `notCheated` denies or only fears this. */
  cheated: phrases,
  notCheated: phrases,
  /** Counts if the words name neither the village nor a machine, or name an impostor. */
  wasCheated: phrases,
  purse: phrases,
  /** Phrases of a citizen who has followed a link; in a check, this may be the service's own link. */
  link: phrases,
  /** Counts only after a warning of fraud. */
  gave: phrases,
  whatNext: phrases,
  /** `wouldGive` asks whether to give a code that opens money; in `askedFor`, a person asks for the code. */
  code: phrases,
  wouldGive: phrases,
  asksFor: words,
  askedFor: phrases,
  /** With a phrase of `claims`, a request for photos of papers is a fraud. */
  askedForPapers: phrases,
  claims: phrases,
  sends: words,
  enters: words,
  /** With a phrase of `caller` or `impostor`, `sentToMachine` is a fraud; `toldToEnter` is a fraud alone. */
  sentToMachine: phrases,
  caller: phrases,
  toldToEnter: phrases,
  /** A demand of the village's people is a complaint, unless the citizen asks whether to give the money. */
  ofTheVillage: phrases,
  /** A machine that asks for a PIN is no fraud. */
  ofMachine: phrases,
  impostor: phrases,
  /** With a phrase of `stranger`, a demand for money is a fraud. */
  askedForMoney: phrases,
  stranger: phrases,
  notAsked: phrases,
  threatensData: phrases,
  /** The lists from here to `wallet` count only after a warning of fraud. */
  moneyGone: phrases,
  fraudGoesOn: phrases,
  wouldPay: phrases,
  aboutToGive: phrases,
  atMachine: phrases,
  photographed: phrases,
  wallet: phrases,
  /** With a phrase of `cheater`, money that is to come back for a payment is a fraud. */
  payToGetBack: phrases,
  cheater: phrases,
  moneyBack: phrases,
  reportsWhere: phrases,
  theirNumber: phrases,
  /**
   * `livesOn` tells of a living person who is listed as dead; `whereOrWhen` speaks against a question about a dead
   * person's money, unless the chat has condoled.
   */
  dead: phrases,
  livesOn: phrases,
  draws: phrases,
  mayDraw: phrases,
  whereOrWhen: phrases,
  /** With a phrase of `service`, demanded money is a fee for a free service. */
  fee: phrases,
  service: phrases,
  turnsOn: phrases,
  /** With a phrase of `waits`, the text asks whether an ill person's care may wait. */
  ill: phrases,
  waits: phrases,
  cardHeld: phrases,
  allowed: phrases,
  allowedAlone: phrases,
};
