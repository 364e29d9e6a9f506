import { phrases, setsByName, words, wordsByName, wordsByReading } from "./kinds.ts";

/** The lists of words by which a text names a place or a person, by topic. */
export const NAME_LISTS = {
  places: {
    /** The kind of place that a word such as "desa" announces. */
    kinds: wordsByName("village", "kecamatan", "hamlet", "regency"),
    before: words,
    /** Words that may stand around an address without being part of it. */
    around: words,
    times: words,
    /** Names of places that are everyday words in any district. */
    everyday: words,
  },
  names: {
    /** Titles and words of address that belong to no name. */
    titles: words,
    /** Degrees after "S.". */
    degrees: words,
    /** The spellings of one name in each list. */
    spellings: wordsByReading,
    /** First names that people often leave out, or write as one letter. */
    leftOut: words,
    /** Words between two names of one person, as in "Sutrisno alias Tris". A slash counts as one. */
    aliases: words,
    /** Words before the father's name. */
    descent: words,
    /** Words about a person that lists write after the name, in brackets. */
    remarks: words,
    /** `dead` holds remarks that a person is dead. Words of `besideDead` may stand beside such a remark in brackets. */
    dead: words,
    besideDead: words,
    /** Words by which people say a name. */
    introduces: words,
    /** Given names that are common. */
    given: words,
  },
  /** Words beside an officer's name in what citizens write. */
  naming: {
    /** Titles. A title before a name says that the name is a person's. */
    titles: words,
    /** Degrees and titles of an officer's written name that people do not say. */
    unsaid: words,
    /** Words with which writers introduce themselves ("nama"). The name follows, sometimes after a word for "I". */
    introduces: words,
    /** Words by which writers mean themselves. */
    writer: words,
    /** Words that name any aid, so none of them is the name of a programme. */
    aid: words,
  },
  /** Words by which a text names the person who said something. */
  witness: {
    says: words,
    told: words,
    toWhom: words,
    titles: words,
    plain: words,
    joins: words,
    passive: words,
    demanded: phrases,
    doubts: words,
    pronouns: words,
    own: setsByName("village", "companion", "tksk", "dinsos", "disdukcapil"),
  },
} as const;
