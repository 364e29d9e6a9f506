import { phrases, words } from "./kinds.ts";

/** Words and phrases of questions. */
export const QUESTION_LISTS = {
  /** Words that mark a question if they come first. They are written in normalised spelling. */
  begins: words,
  /** Words that mark a question anywhere in a short message. */
  asks: words,
  /** Words that make a question of the words before them: "besok libur tidak". */
  tags: words,
  /** Phrases that ask something and end with "or not": "boleh minta tenda ga". */
  orNot: phrases,
  /**
   * Words that mark a question about the kind of a complaint: a word of `first` as the first word, a word of `about`
   * anywhere.
   */
  first: words,
  about: words,
  /** Words that ask for another check, after an answer about a person. */
  another: words,
  /** Words that ask where a person or a thing is, or how to reach it. They are written in normalised spelling. */
  where: words,
  /** Phrases that ask when aid is paid. */
  whenPaid: phrases,
  /** Words that the phrases of `howLong` and `instead` name: permission, a person's relatives, errands. */
  may: words,
  kin: words,
  errand: words,
  /** Phrases that ask how long a matter takes. */
  howLong: phrases,
  /** Phrases that ask whether another person may see to a matter in the citizen's place. */
  instead: phrases,
  /** Phrases that ask for a person's own rank (desil), and not for the meaning of a rank. */
  rank: phrases,
} as const;
