import { readings, setsByWord, words } from "./kinds.ts";

export const READING_LISTS = {
  readings: {
    /** Each word with its other forms: shorthand, dialect, other languages, inflections. */
    readAs: readings,
    fillers: words,
    /** Fillers that carry meaning after certain words: "sama" is "with", but "tidak sama" is "not the same". */
    meantAfter: setsByWord,
    /** The words that a greeting is read as. */
    greeting: words,
    /** Verbs of a message that only announces a question: "mbah mau tanya nak". */
    announces: words,
    besideAnnounced: words,
  },
  /** Lists that the phrases of `intents.tsv` name; each word stands as `readAs` gives it. */
  intents: {
    aid: words,
    programmes: words,
    persons: words,
    not: words,
    /** People who may ask for money, or take it. */
    officials: words,
    money: words,
    /** Words that deny a death, or tell it as another person's word. */
    doubtsDeath: words,
  },
};
