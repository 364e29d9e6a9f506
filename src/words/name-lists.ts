import { phrases, setsByName, words, wordsByName, wordsByReading } from "./kinds.ts";

export const NAME_LISTS = {
  places: {
    kinds: wordsByName("village", "kecamatan", "hamlet", "regency"),
    before: words,
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
    remarks: words,
    dead: words,
    besideDead: words,
    introduces: words,
    given: words,
  },
  naming: {
    titles: words,
    /** Degrees and titles of an officer's written name that people do not say. */
    unsaid: words,
    introduces: words,
    writer: words,
    /** Words for any aid, which are no programme's name. */
    aid: words,
  },
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
