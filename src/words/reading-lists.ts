import { readings, setsByWord, words } from "./kinds.ts";

export const READING_LISTS = {
  readings: {
    /** Each word with its other forms: shorthand, dialect, other languages, inflections. */
    readAs: readings,
    fillers: words,
    /** Fillers that carry a meaning after certain words, such as "sama" after "tidak". */
    meantAfter: setsByWord,
    greeting: words,
    announces: words,
    besideAnnounced: words,
  },
  /** Lists that the phrases of `intents.tsv` name. */
  intents: {
    aid: words,
    programmes: words,
    persons: words,
    not: words,
    officials: words,
    money: words,
    /** Words that deny a death, or tell it as another person's word. */
    doubtsDeath: words,
  },
};
