import { phrases, words } from "./kinds.ts";

export const REPORT_LISTS = {
  ofAPlace: words,
  /** Words such as "toko" or "lor": beside a name, such a word tells a place. */
  landmarks: words,
  /** Words such as "saya" or "orang": if such a word stands before the place, the sentence tells a story. */
  subjects: words,
  /** Phrases such as "pak RT". In such a phrase, "RT" is no part of the citizen's address. */
  ofAnOfficial: phrases,
  ofATime: words,
  besideATime: words,
  longAgo: phrases,
  /** Words such as "belum". Such a word may stand between "my village" and the village's name. */
  denials: words,
  money: words,
  isCalled: words,
  mentions: words,
  placeWords: words,
  /** Phrases such as "belum masuk": no payment has come. */
  notReceived: phrases,
  /** `cardHeld`: "the card is with the agent". `richer`: "rich people get aid". */
  cardHeld: phrases,
  richer: phrases,
  /** Words such as "dipotong" or "hilang". A short message with such a word is a story. */
  happened: words,
  ofFamily: phrases,
  ownVillage: phrases,
  joins: words,
  stopped: phrases,
  announces: phrases,
  /** Phrases such as "the village head refuses": the village does not propose the citizen. */
  refused: phrases,
  /** Phrases such as "must pay": the village asks for money or takes money. */
  ofMoney: phrases,
  resumes: phrases,
  /** Phrases such as "I'd rather not say the village" or "must I name the village?". */
  hidesPlace: phrases,
  noStory: phrases,
  /**
   * `takesBack`: words such as "bukan" before words that the citizen takes back ("bukan Jegreg").
   * `instead`: words such as "tapi" before the new words ("tapi Turi").
   */
  takesBack: words,
  at: words,
  /** Words such as "saja" after a place. The place is then one of several ("bukan Jegreg saja"). */
  notOnly: words,
  instead: words,
  /** Words such as "harusnya" before the right place ("harusnya Turi"). */
  ought: words,
  corrects: phrases,
  lead: words,
  /**
   * `adds`: the citizen wants to add to a report.
   * `addsElse`: phrases such as "tambah anak di KK". The citizen wants to add to another thing.
   */
  adds: phrases,
  addsElse: phrases,
  thePlace: words,
  changesMind: phrases,
  wrongKind: phrases,
} as const;
