import type { Naming } from "../signals/reader.ts";
import type { Word } from "../signals/words.ts";
import type { Words } from "../words/words.ts";

export type Person = { id: string; name: string };

type Lists = Words["naming"];

const SHORTEST_NAME = 3;

const callNames = (name: string, { titles, unsaid }: Lists): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST_NAME && !unsaid.has(word) && !titles.has(word));

/** Finds "Bu Ratna", "pendamping Ratna" and "Ratna Dewi". `roles`: the indexes of words such as "pendamping". */
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

/** Whether the writers give their own name, such as "Nama saya Bu Ratna". */
function isIntroduced(words: readonly Word[], from: number, { introduces, writer }: Lists): boolean {
  const written = (at: number): string => words[at]?.written ?? "";
  if (introduces.has(written(from - 1))) return true;
  if (!writer.has(written(from - 1))) return false;
  const begins = from === 1 || words[from - 2]?.sentence !== words[from - 1]?.sentence;
  return begins || introduces.has(written(from - 2));
}
