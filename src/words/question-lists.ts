import { phrases, words } from "./kinds.ts";

export const QUESTION_LISTS = {
  /** Words such as "kapan", in normalised spelling. As the first word, such a word makes a question. */
  begins: words,
  /** Words such as "apakah". Anywhere in a short message, such a word makes a question. */
  asks: words,
  /** Words such as "tidak" or "ga". As the last word, such a word makes a question ("besok libur tidak"). */
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
  /** Persons whom a check may be about, such as "mertua" or "pakde". */
  others: phrases,
  /**
   * Words such as "alamat" or "nomor", in normalised spelling. A citizen asks with such a word for a person or a thing.
   */
  where: words,
  whenPaid: phrases,
  /** The phrases of `howLong` and `instead` use these words: `may` ("boleh"), `kin` ("anak") and `errand` ("urus"). */
  may: words,
  kin: words,
  errand: words,
  howLong: phrases,
  /**
   * The phrases from `bring` on use these words: `lead` ("terus") before a question, `tail` ("ya") after it, and words
   * of errands.
   */
  lead: words,
  tail: words,
  how: words,
  see: words,
  apply: words,
  papers: words,
  carry: words,
  report: words,
  no: words,
  /** Whole questions that name no matter, such as "bawa apa aja ya". Such a question belongs to the last answer. */
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
