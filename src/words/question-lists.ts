import { phrases, words } from "./kinds.ts";

export const QUESTION_LISTS = {
  /** Mark a question as the first word; in normalised spelling. */
  begins: words,
  /** Words that mark a question anywhere in a short message. */
  asks: words,
  /** Make a question of the words before them: "besok libur tidak". */
  tags: words,
  /** Ask something and end with "or not": "boleh minta tenda ga". */
  orNot: phrases,
  /** Mark a question about the kind of a complaint: `first` as the first word, `about` anywhere. */
  first: words,
  about: words,
  another: words,
  /** Ask where a person or a thing is, or how to reach it; in normalised spelling. */
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
  /** Tell that another office knows already; the last answer says whom to tell. */
  reported: phrases,
  /** Ask whether another person may see to a matter in the citizen's place. */
  instead: phrases,
  /** Ask for a person's own rank (desil), not for the meaning of a rank. */
  rank: phrases,
} as const;
