import { phrases, words } from "./kinds.ts";

export const QUESTION_LISTS = {
  /** Words that mark a question as its first word, in normalised spelling. */
  begins: words,
  /** Words that mark a question anywhere in a short message. */
  asks: words,
  /** Last words that make a question: "besok libur tidak". */
  tags: words,
  /** Phrases that ask something and end with "or not": "boleh minta tenda ga". */
  orNot: phrases,
  /** Words that mark a question: `first` as the first word, `about` anywhere. */
  first: words,
  about: words,
  another: words,
  /** Name a person whom a check may be about: relatives by marriage, further relatives, friends. */
  others: phrases,
  /** Words that ask where a person or a thing is, or how to reach it; in normalised spelling. */
  where: words,
  whenPaid: phrases,
  /** Words for permission, relatives and errands, which the phrases of `howLong` and `instead` name. */
  may: words,
  kin: words,
  errand: words,
  howLong: phrases,
  /** Words before and after such a question, and words of errands, which the phrases of the next lists name. */
  lead: words,
  tail: words,
  how: words,
  see: words,
  apply: words,
  papers: words,
  carry: words,
  report: words,
  no: words,
  /** Each phrase is a whole question that names no matter, so it belongs to the last answer: "bawa apa aja ya". */
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
  /** Ask who decides, and whether one may object. */
  decides: phrases,
  appeal: phrases,
  objects: words,
  settles: words,
  /** Phrases that ask whether another person may act in the citizen's place. */
  instead: phrases,
  rank: phrases,
} as const;
