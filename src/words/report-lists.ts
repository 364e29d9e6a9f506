import { phrases, words } from "./kinds.ts";

export const REPORT_LISTS = {
  ofAPlace: words,
  /** Words such as "toko" or "lor", which tell a place beside a name. */
  landmarks: words,
  /** Words such as "saya": before a place, they show a story. */
  subjects: words,
  /** Phrases such as "pak RT", which tell no address. */
  ofAnOfficial: phrases,
  ofATime: words,
  besideATime: words,
  longAgo: phrases,
  denials: words,
  money: words,
  isCalled: words,
  mentions: words,
  placeWords: words,
  notReceived: phrases,
  /** `cardHeld`: "the card is with the agent". `richer`: "rich people get aid". */
  cardHeld: phrases,
  /** Somebody else may have the bank card or its PIN. */
  cardGone: phrases,
  cardThere: phrases,
  richer: phrases,
  /** Words such as "dipotong", which make a short message a story. */
  happened: words,
  ofFamily: phrases,
  ownVillage: phrases,
  joins: words,
  stopped: phrases,
  announces: phrases,
  refused: phrases,
  ofMoney: phrases,
  resumes: phrases,
  hidesPlace: phrases,
  noStory: phrases,
  /** `takesBack`: words such as "bukan" before words that the citizen takes back. */
  takesBack: words,
  at: words,
  /** Words such as "saja", which make the place one of several. */
  notOnly: words,
  instead: words,
  ought: words,
  corrects: phrases,
  lead: words,
  /**
   * `adds`: the citizen wants to add to a report.
   * `addsElse`: phrases such as "tambah anak di KK".
   */
  adds: phrases,
  addsElse: phrases,
  thePlace: words,
  changesMind: phrases,
  wrongKind: phrases,
} as const;
