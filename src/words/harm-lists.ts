import { phrases, words } from "./kinds.ts";

export const HARM_LISTS = {
  denials: words,
  already: words,
  unluckily: words,
  handsOver: words,
  tellsCode: words,
  /**
   * `cheated`: phrases such as "already gave the code".
   * `notCheated`: phrases such as "almost cheated". `cheated`, `wasCheated`, `purse` and `link` then do not count.
   */
  cheated: phrases,
  notCheated: phrases,
  /**
   * Phrases such as "cheated ... paid". In a text that names the village or a machine, such a phrase counts only beside
   * a phrase of `impostor`.
   */
  wasCheated: phrases,
  purse: phrases,
  /** Phrases such as "already clicked the link". During a check, the citizen may mean the service's own link. */
  link: phrases,
  /** Phrases such as "already pressed". Such a phrase counts only after a warning of fraud. */
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
  /**
   * Phrases such as "asks for a photo of the KTP". Beside a phrase of `claims`, such as "he says ... asks", such a
   * phrase tells of a fraud.
   */
  askedForPapers: phrases,
  claims: phrases,
  sends: words,
  enters: words,
  /**
   * `sentToMachine`: phrases such as "told to go to the ATM". Beside a phrase of `caller` or `impostor`, such a phrase
   * tells of a fraud. `toldToEnter`: phrases such as "he told me to enter the code". Such a phrase alone tells of a
   * fraud.
   */
  sentToMachine: phrases,
  caller: phrases,
  toldToEnter: phrases,
  /**
   * Words such as "RT" or "kades": a demand by such a person is no fraud. With a phrase of `impostor`, or if the
   * citizen asks whether to give a code, the demand is a fraud again.
   */
  ofTheVillage: phrases,
  /** The word "mesin": a machine that asks for a PIN is no fraud. */
  ofMachine: phrases,
  impostor: phrases,
  /**
   * Phrases such as "asks for money". Beside a phrase of `stranger`, such as "WhatsApp", such a phrase tells of a
   * fraud.
   */
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
  /**
   * Phrases such as "money back if I pay". Beside a phrase of `cheater`, such as "scammer", such a phrase tells of a
   * fraud.
   */
  payToGetBack: phrases,
  cheater: phrases,
  moneyBack: phrases,
  reportsWhere: phrases,
  theirNumber: phrases,
  /**
   * `livesOn`: words such as "recorded" or "masih hidup". The text then asks nothing about a dead person's money.
   * `whereOrWhen`: words such as "when" or "where". In a text without a phrase of `dead`, such a word has the same
   * effect as a phrase of `livesOn`. After condolences, a phrase of `allowed` cancels this effect.
   */
  dead: phrases,
  livesOn: phrases,
  draws: phrases,
  mayDraw: phrases,
  whereOrWhen: phrases,
  /**
   * Phrases such as "must pay". With a phrase of `service`, such as "registration", the office demands a fee for a free
   * service.
   */
  fee: phrases,
  service: phrases,
  turnsOn: phrases,
  /**
   * Words such as "high fever". With a phrase of `waits`, such as "until tomorrow", the text asks whether an ill
   * person's care may wait.
   */
  ill: phrases,
  waits: phrases,
  cardHeld: phrases,
  allowed: phrases,
  allowedAlone: phrases,
};
