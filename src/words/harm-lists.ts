import { phrases, words } from "./kinds.ts";

export const HARM_LISTS = {
  denials: words,
  already: words,
  unluckily: words,
  handsOver: words,
  tellsCode: words,
  /**
   * `cheated`: phrases such as "already gave the code".
   * `notCheated`: phrases such as "almost cheated".
   */
  cheated: phrases,
  notCheated: phrases,
  wasCheated: phrases,
  purse: phrases,
  link: phrases,
  /** Phrases such as "already pressed"; they count only after a warning of fraud. */
  gave: phrases,
  readsOut: words,
  /** Only after a warning: the name of a bank, a call to a bank, or an accusation of the agency. */
  namesBank: phrases,
  whatNext: phrases,
  /**
   * `code`: an OTP, a PIN or a password.
   * `wouldGive`: the citizen asks "should I give ...?".
   * `askedFor`: somebody asks for a code or an account number.
   */
  code: phrases,
  wouldGive: phrases,
  asksFor: words,
  askedFor: phrases,
  /** Phrases such as "asks for a photo of the KTP". */
  askedForPapers: phrases,
  claims: phrases,
  sends: words,
  enters: words,
  sentToMachine: phrases,
  caller: phrases,
  toldToEnter: phrases,
  /** Words such as "RT" or "kades": a demand by such a person is no fraud. */
  ofTheVillage: phrases,
  /** The word "mesin": a machine that asks for a PIN is no fraud. */
  ofMachine: phrases,
  impostor: phrases,
  askedForMoney: phrases,
  stranger: phrases,
  notAsked: phrases,
  threatensData: phrases,
  /** The lists from here to `wallet` count only after a warning of fraud. */
  moneyGone: phrases,
  paidInHand: phrases,
  fraudGoesOn: phrases,
  wouldPay: phrases,
  aboutToGive: phrases,
  atMachine: phrases,
  photographed: phrases,
  wallet: phrases,
  /** Phrases such as "money back if I pay"; they count only beside `cheater`. */
  payToGetBack: phrases,
  cheater: phrases,
  moneyBack: phrases,
  reportsWhere: phrases,
  theirNumber: phrases,
  dead: phrases,
  livesOn: phrases,
  draws: phrases,
  mayDraw: phrases,
  whereOrWhen: phrases,
  /** Phrases such as "must pay"; beside `service`, they show a fee for a free service. */
  fee: phrases,
  service: phrases,
  turnsOn: phrases,
  ill: phrases,
  waits: phrases,
  cardHeld: phrases,
  allowed: phrases,
  allowedAlone: phrases,
};
