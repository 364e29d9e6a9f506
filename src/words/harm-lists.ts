import { phrases, words } from "./kinds.ts";

/** The lists of the topic `harm`: a fraud, a fee, a card in another person's hand, a wait while somebody is ill. */
export const HARM_LISTS = {
  /** Words that phrases of this topic name: "already", "unluckily already", and verbs of giving something away. */
  denials: words,
  already: words,
  unluckily: words,
  handsOver: words,
  /** Verbs of telling somebody a code. */
  tellsCode: words,
  /** Phrases of somebody who has given data, a code or money to a fraud, and phrases that deny it or only fear it. */
  cheated: phrases,
  notCheated: phrases,
  /** Phrases of somebody who says that a person cheated them. They count unless that person is of the village. */
  wasCheated: phrases,
  /** Phrases of money that has gone out of an account or an app. */
  purse: phrases,
  /** Phrases of somebody who has followed a link. If the service has just sent a link, the phrase means that link. */
  link: phrases,
  /** Phrases of somebody who has handed something over. These phrases count only after an answer about fraud. */
  gave: phrases,
  /** Words for a code that opens money, phrases that ask whether to give it, and phrases of somebody who is asked for it. */
  code: phrases,
  wouldGive: phrases,
  asksFor: words,
  askedFor: phrases,
  /**
   * Phrases of somebody who is asked for photos of papers. Together with a phrase of `claims`, the request is a fraud.
   */
  askedForPapers: phrases,
  claims: phrases,
  /** People of the village. What they ask for is a complaint, unless the citizen asks whether to give it. */
  ofTheVillage: phrases,
  /** Phrases of a person who only claims to be of the village or of an office. */
  impostor: phrases,
  /** Phrases of money that somebody asks for. They are a fraud if a phrase of `stranger` names a caller or a link. */
  askedForMoney: phrases,
  stranger: phrases,
  notAsked: phrases,
  /** Phrases of somebody who threatens to spread the citizen's data or photos. */
  threatensData: phrases,
  /** Phrases that count only after a warning of fraud: lost money, a payment that may follow, a fraud that goes on. */
  moneyGone: phrases,
  wouldPay: phrases,
  fraudGoesOn: phrases,
  /** Phrases of money that is to come back for a payment. Together with a phrase of `cheater`, the offer is a fraud. */
  payToGetBack: phrases,
  cheater: phrases,
  /** Questions after a fraud: for the money, for the police, and for the number of the caller. */
  moneyBack: phrases,
  reportsWhere: phrases,
  theirNumber: phrases,
  /**
   * A question whether the money or card of the dead may be used. `livesOn`: phrases of a living person who is listed
   * as dead. `whereOrWhen`: questions that are not this one, if the citizen told of a death earlier.
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
  /** Phrases of somebody who is ill now. Together with a phrase of `waits`, the text asks whether care may wait. */
  ill: phrases,
  waits: phrases,
  /** Phrases that tell who keeps the card of another person. */
  cardHeld: phrases,
  /** Words that ask whether something is allowed; `allowedAlone` is a whole message. */
  allowed: phrases,
  allowedAlone: phrases,
};
