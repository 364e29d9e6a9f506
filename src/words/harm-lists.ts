import { phrases, words } from "./kinds.ts";

/** The lists of the topic `harm`: a fraud, a fee, a card in another person's hand, a wait of an ill person. */
export const HARM_LISTS = {
  /**
   * Words that phrases of this topic name: denials, "already", "unluckily already", and verbs of giving a thing away.
   */
  denials: words,
  already: words,
  unluckily: words,
  handsOver: words,
  /** Verbs of telling a code. */
  tellsCode: words,
  /**
   * `cheated` holds phrases of a citizen who has given data, a code or money to a fraud, `notCheated` phrases that deny
   * or only fear it.
   */
  cheated: phrases,
  notCheated: phrases,
  /** Phrases of a citizen who was cheated by a person. They count unless that person is of the village. */
  wasCheated: phrases,
  /** Phrases of money that has gone out of an account or an app. */
  purse: phrases,
  /** Phrases of a citizen who has followed a link. If the service has just sent a link, the phrase means that link. */
  link: phrases,
  /** Phrases of a citizen who has handed a thing over. These phrases count only after an answer about fraud. */
  gave: phrases,
  /**
   * `code` holds words for a code that opens money, `wouldGive` phrases that ask whether to give it, `askedFor` phrases
   * of a citizen who is asked for it.
   */
  code: phrases,
  wouldGive: phrases,
  asksFor: words,
  askedFor: phrases,
  /**
   * Phrases of a citizen who is asked for photos of papers. Together with a phrase of `claims`, the request is a fraud.
   */
  askedForPapers: phrases,
  claims: phrases,
  /** Verbs of sending a person somewhere, and of entering a code. */
  sends: words,
  enters: words,
  /**
   * Phrases of a citizen whom another person sends to a machine or a shop, or makes enter a code. They are a fraud if a
   * phrase of `caller` tells of a telephone call. Phrases of `toldToEnter` are a fraud alone.
   */
  sentToMachine: phrases,
  caller: phrases,
  toldToEnter: phrases,
  /** People of the village. Their demand is a complaint, unless the citizen asks whether to give it. */
  ofTheVillage: phrases,
  /** A machine that asks for a PIN is no fraud. */
  ofMachine: phrases,
  /** Phrases of a person who only claims to be of the village or of an office. */
  impostor: phrases,
  /**
   * Phrases of money that another person asks for. It is a fraud if a phrase of `stranger` names a caller or a link.
   */
  askedForMoney: phrases,
  stranger: phrases,
  notAsked: phrases,
  /** Phrases of a person who threatens to spread the citizen's data or photos. */
  threatensData: phrases,
  /**
   * The phrases from here to `wallet` count only after a warning of fraud: lost money, a fraud that goes on, a payment
   * that may follow.
   */
  moneyGone: phrases,
  fraudGoesOn: phrases,
  wouldPay: phrases,
  /** The citizen is about to give something, stands at a machine, was photographed with papers, or uses a wallet app. */
  aboutToGive: phrases,
  atMachine: phrases,
  photographed: phrases,
  wallet: phrases,
  /** Phrases of money that is to come back for a payment. Together with a phrase of `cheater`, the offer is a fraud. */
  payToGetBack: phrases,
  cheater: phrases,
  /** Questions after a fraud: for the money, for the police, and for the number of the caller. */
  moneyBack: phrases,
  reportsWhere: phrases,
  theirNumber: phrases,
  /**
   * `dead` and `mayDraw` ask whether the money or card of a dead person may be used. `livesOn` holds phrases of a
   * living person who is listed as dead. `whereOrWhen` holds other questions, if the citizen told of a death earlier.
   */
  dead: phrases,
  livesOn: phrases,
  draws: phrases,
  mayDraw: phrases,
  whereOrWhen: phrases,
  /**
   * Phrases that tell of money asked for. Together with a phrase of `service`, the money is a fee for a free service.
   */
  fee: phrases,
  service: phrases,
  /** Phrases for the purpose of such a fee. */
  turnsOn: phrases,
  /** Phrases of an ill person. Together with a phrase of `waits`, the text asks whether care may wait. */
  ill: phrases,
  waits: phrases,
  /** Phrases that tell who keeps another person's card. */
  cardHeld: phrases,
  /** Words that ask whether something is allowed; `allowedAlone` is a whole message. */
  allowed: phrases,
  allowedAlone: phrases,
};
