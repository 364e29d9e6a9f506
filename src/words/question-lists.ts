import { phrases, words } from "./kinds.ts";

/** Words and phrases of questions. */
export const QUESTION_LISTS = {
  /** Words that mark a question if they come first. They are written in normalised spelling. */
  begins: words,
  /** Words that mark a question anywhere in a short message. */
  asks: words,
  /** Words that make a question of what stands before them: "besok libur tidak". */
  tags: words,
  /** Words that mark a question about the kind of a complaint: `first` as the first word, `about` anywhere. */
  first: words,
  about: words,
  /** Words that ask for another check, after an answer about a person. */
  another: words,
  /** Words that ask where somebody or something is, or how to reach them. They are written in normalised spelling. */
  where: words,
  /** Phrases that ask when aid is paid. */
  whenPaid: phrases,
  /** Phrases that ask for somebody's own rank (desil), and not what a rank is. */
  rank: phrases,
} as const;
