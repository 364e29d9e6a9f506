import { phrases, words } from "./kinds.ts";

export const QUESTION_LISTS = {
  /** Words such as "kapan", which make a question as the first word. */
  begins: words,
  /** Words such as "apakah", which make a question anywhere in a short message. */
  asks: words,
  /** Words such as "tidak", which make a question as the last word. */
  tags: words,
  /** Questions that end with "or not", such as "boleh minta tenda ga". */
  orNot: phrases,
  /**
   * `first`: words such as "apa", which make a question as the first word.
   * `about`: words such as "kapan", which make a question anywhere.
   */
  first: words,
  about: words,
  another: words,
  others: phrases,
  where: words,
  whenPaid: phrases,
  may: words,
  kin: words,
  errand: words,
  howLong: phrases,
  lead: words,
  tail: words,
  how: words,
  see: words,
  apply: words,
  papers: words,
  carry: words,
  report: words,
  no: words,
  /** Whole questions that name no matter, such as "bawa apa aja ya". */
  bring: phrases,
  place: phrases,
  placeToReport: phrases,
  way: phrases,
  wayToApply: phrases,
  refusal: phrases,
  more: phrases,
  price: phrases,
  when: phrases,
  reported: phrases,
  /**
   * `decides`: asks who decides.
   * `appeal`: asks whether the citizen may object.
   */
  decides: phrases,
  appeal: phrases,
  objects: words,
  settles: words,
  /** Phrases such as "bisa diwakilkan": whether another person may act in the citizen's place. */
  instead: phrases,
  rank: phrases,
} as const;
