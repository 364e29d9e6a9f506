import { readings, setsByWord, words } from "./kinds.ts";

/** The lists by which free messages are read, by topic. */
export const READING_LISTS = {
  readings: {
    /** For each word, the forms that are read as this word: shorthand, dialect, other languages, inflections. */
    readAs: readings,
    /** Words that add nothing to what a message asks. */
    fillers: words,
    /** Fillers that carry meaning after certain words: "sama" is "with", but "tidak sama" is "not the same". */
    meantAfter: setsByWord,
    /** The words that a greeting is read as. */
    greeting: words,
    /**
     * `announces` holds verbs of a message that only announces a question ("mbah mau tanya nak"). Words of
     * `besideAnnounced` may stand beside them.
     */
    announces: words,
    besideAnnounced: words,
  },
  /** Lists that the phrases of `intents.tsv` name, in the words that forms are read as. */
  intents: {
    aid: words,
    programmes: words,
    /** People about whom a citizen may ask instead of about themselves. */
    persons: words,
    not: words,
    /** People who may ask for money, or take it. */
    officials: words,
    money: words,
    /** Words that speak against a death in a message, or tell the death as another person's word. */
    doubtsDeath: words,
  },
};
