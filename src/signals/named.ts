import type { Naming } from "./reader.ts";
import type { Word } from "./words.ts";

/** Somebody whom a text may name. */
export type Person = { id: string; name: string };

/** Before a name they say that a person is meant. */
const TITLES = new Set(
  "pak bapak bpk bp pk bu ibu buk bunda oknum mas mbak mba kak cak gus ning kang yu haji hj h abah umi ustad ustadz sdr sdri saudara saudari si mr mrs ms".split(
    " ",
  ),
);
/** Degrees and titles that stand in an officer's shown name and are no part of how people call them. */
const NO_NAME = new Set(
  "drs dra dr ir hj sos pd kom ap stp se sh st spd mm msi mpd amd amk skm sst tksk pkh prof rr raden".split(" "),
);
/** Right before a title or name they say that the writer speaks of themselves. */
const SELF = new Set(["nama", "jeneng", "asma", "perkenalkan", "kenalkan", "namaku"]);
const I = new Set(["saya", "sy", "aku", "kulo", "kula"]);
const SHORTEST_NAME = 3;

/** The words of a name that people use: no titles, no degrees, no initials. */
const callNames = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME && !NO_NAME.has(word) && !TITLES.has(word));

/**
 * Where a text names these persons: a title or a word for their work before a word of their name, or two words of it in
 * a row. A writer who introduces themselves is not named. `roles` are the places of words for an office ("pendamping").
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

/** "Nama saya Bu Ratna", and "saya Ratna" where a sentence begins. */
function isIntroduced(words: readonly Word[], from: number): boolean {
  const written = (at: number): string => words[at]?.written ?? "";
  if (SELF.has(written(from - 1))) return true;
  if (!I.has(written(from - 1))) return false;
  const begins = from === 1 || words[from - 2]?.sentence !== words[from - 1]?.sentence;
  return begins || SELF.has(written(from - 2));
}
