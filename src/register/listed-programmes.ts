import type { Programme } from "./programme.ts";
import { programmeNamed, programmeNamesOf } from "./programme-names.ts";
import { plainWords } from "./status-words.ts";

/** The service knows only the programme's name. */
export type ListedProgramme = Pick<Programme, "code" | "name" | "aliases"> & { asOf: string };

/** A name in fewer rows may be a typing mistake, or a person's name in the wrong column. */
const FEWEST_ROWS = 5;
/** With more different names, the column does not contain programmes. */
const MOST_NAMES = 30;
const MOST_LETTERS = 40;

/** `named`: the programmes of an aid list that the district does not know. */
export function tellableProgrammes(named: readonly { text: string; count: number }[]): string[] {
  if (named.length > MOST_NAMES) return [];
  return named.filter(({ text, count }) => count >= FEWEST_ROWS && text.length <= MOST_LETTERS).map(({ text }) => text);
}

/** Leaves out programmes that the office has described since the import, and words for any aid ("bantuan"). */
export function listedProgrammes(
  { programmes: named = [], asOf }: { programmes?: readonly string[]; asOf: string },
  described: readonly Programme[],
  anyAid: ReadonlySet<string>,
): ListedProgramme[] {
  const known = programmeNamesOf(described);
  const plain = new Map(named.map((name) => [plainWords(name), name]));
  return [...plain]
    .filter(([words, name]) => /\p{L}/u.test(words) && !anyAid.has(words) && !namesKnown(name, known))
    .map(([, name]) => ({ code: name, name: { id: name }, aliases: [], asOf }));
}

const namesKnown = (name: string, known: ReadonlyMap<string, string>): boolean =>
  programmeNamed(name, known) !== undefined || name.split(/[/(),+|]/).some((part) => known.has(plainWords(part)));
