import type { Naming } from "../signals/reader.ts";
import type { Word } from "../signals/words.ts";

/** Somebody whom a text may name. */
export type Person = { id: string; name: string };

/** Titles: a title before a name says that the name is a person's. */
const TITLES = new Set(
  "pak bapak bpk bp pk bu ibu buk bunda oknum mas mbak mba kak cak gus ning kang yu haji hj h abah umi ustad ustadz sdr sdri saudara saudari si mr mrs ms".split(
    " ",
  ),
);
/** Degrees and titles of an officer's written name that people do not say. */
const NO_NAME = new Set(
  "drs dra dr ir hj sos pd kom ap stp se sh st spd mm msi mpd amd amk skm sst tksk pkh prof rr raden".split(" "),
);
/** Words after which writers introduce themselves: a title or a name follows. */
const SELF = new Set(["nama", "jeneng", "asma", "perkenalkan", "kenalkan", "namaku"]);
const I = new Set(["saya", "sy", "aku", "kulo", "kula"]);
const SHORTEST_NAME = 3;

/** Returns the words of a name that people say: no titles, no degrees, no initials. */
const callNames = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME && !NO_NAME.has(word) && !TITLES.has(word));

/**
 * Finds where a text names these persons. Either a title or a word for an office stands before a word of the name, or
 * two words of the name stand in a row. Writers who introduce themselves do not count. `roles` holds the indexes of
 * words for an office ("pendamping").
 */
export function findNamed(
  words: readonly Word[],
  people: readonly Person[],
  roles: ReadonlySet<number>,
): (Naming & { id: string })[] {
  return people.flatMap(({ id, name }) => {
    const names = callNames(name);
    const isName = (at: number): boolean => names.some((one) => words[at]?.forms.has(one) ?? false);
    return words.flatMap((_, at) => {
      if (!isName(at)) return [];
      const before = at - 1;
      const isTitled = TITLES.has(words[before]?.written ?? "") || roles.has(before);
      const isWhole = isName(at + 1);
      const from = isTitled ? before : at;
      return (isTitled || isWhole) && !isIntroduced(words, from) ? [{ id, from, to: isWhole ? at + 1 : at }] : [];
    });
  });
}

/** Whether the writer introduces themselves: "Nama saya Bu Ratna", or "saya Ratna" at the beginning of a sentence. */
function isIntroduced(words: readonly Word[], from: number): boolean {
  const written = (at: number): string => words[at]?.written ?? "";
  if (SELF.has(written(from - 1))) return true;
  if (!I.has(written(from - 1))) return false;
  const begins = from === 1 || words[from - 2]?.sentence !== words[from - 1]?.sentence;
  return begins || SELF.has(written(from - 2));
}
