import { phrases, setsByName, words, wordsByName, wordsByReading } from "./kinds.ts";

export const NAME_LISTS = {
  places: {
    kinds: wordsByName("village", "kecamatan", "hamlet", "regency"),
    before: words,
    /** Words around an address that do not belong to the address. */
    around: words,
    times: words,
    /** Names of places that are also everyday words in any district. */
    everyday: words,
  },
  names: {
    titles: words,
    degrees: words,
    spellings: wordsByReading,
    /** First names that people often leave out or shorten to one letter. */
    leftOut: words,
    /** Words between two names of one person, as in "Sutrisno alias Tris"; also a slash. */
    aliases: words,
    descent: words,
    /** Remarks on a person that lists write in brackets after the name. */
    remarks: words,
    /**
     * `dead`: remarks that a person is dead. `besideDead`: words that may stand beside such a remark in the brackets.
     */
    dead: words,
    besideDead: words,
    introduces: words,
    given: words,
  },
  naming: {
    titles: words,
    /** Degrees and titles of an officer's written name that people do not say. */
    unsaid: words,
    /** Words before the writer's own name ("nama"), sometimes with a word for "I" between. */
    introduces: words,
    writer: words,
    /** Words for any aid: they are no programme's name. */
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
