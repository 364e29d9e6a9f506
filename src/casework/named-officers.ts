import type { Naming } from "../signals/reader.ts";
import type { Word } from "../signals/words.ts";
import type { Words } from "../words/words.ts";

export type Person = { id: string; name: string };

type Lists = Words["naming"];

const SHORTEST_NAME = 3;

/** Returns the words of a name that people say, without titles, degrees and initials. */
const callNames = (name: string, { titles, unsaid }: Lists): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME && !unsaid.has(word) && !titles.has(word));

/**
 * Finds "Bu Ratna", "pendamping Ratna" and "Ratna Dewi". `roles`: the index of the last word of each office's name
 * ("pendamping").
 */
export function findNamed(
  words: readonly Word[],
  people: readonly Person[],
  roles: ReadonlySet<number>,
  lists: Lists,
): (Naming & { id: string })[] {
  return people.flatMap(({ id, name }) => {
    const names = callNames(name, lists);
    const isName = (at: number): boolean => names.some((one) => words[at]?.forms.has(one) ?? false);
    return words.flatMap((_, at) => {
      if (!isName(at)) return [];
      const before = at - 1;
      const isTitled = lists.titles.has(words[before]?.written ?? "") || roles.has(before);
      const isWhole = isName(at + 1);
      const from = isTitled ? before : at;
      return (isTitled || isWhole) && !isIntroduced(words, from, lists)
        ? [{ id, from, to: isWhole ? at + 1 : at }]
        : [];
    });
  });
}

/**
 * Whether the writer gives the name as their own: "Nama saya Bu Ratna", or "saya Ratna" at the beginning of a sentence.
 */
function isIntroduced(words: readonly Word[], from: number, { introduces, writer }: Lists): boolean {
  const written = (at: number): string => words[at]?.written ?? "";
  if (introduces.has(written(from - 1))) return true;
  if (!writer.has(written(from - 1))) return false;
  const begins = from === 1 || words[from - 2]?.sentence !== words[from - 1]?.sentence;
  return begins || introduces.has(written(from - 2));
}
