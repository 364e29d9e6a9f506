import type { FamiliarWords } from "./conversation/understanding/hide-words.ts";
import { openLexicon } from "./intent-model.ts";
import { loadExamples } from "./intent-training.ts";
import { openWords } from "./word-files.ts";

/** A word of this many writers is no writer's name. */
const SPOKEN_BY = 4;
/** The service shows a word of this many writers even in a name's place. */
const CERTAIN_BY = 20;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter(Boolean);

export function openFamiliarWords(locales: string, places: readonly string[]): FamiliarWords {
  const people = new Map<string, Set<string>>();
  for (const { text, writer } of loadExamples(locales)) {
    for (const word of wordsIn(text)) people.set(word, (people.get(word) ?? new Set()).add(writer));
  }
  const wordsBy = (least: number): string[] => [...people].flatMap(([word, by]) => (by.size >= least ? [word] : []));
  const { names, places: placeWords } = openWords(locales);
  const meant = [...openLexicon(locales).keys()].filter((form) => !form.includes(" "));
  const ofPlaces = places.flatMap(wordsIn).filter((word) => !placeWords.everyday.has(word));
  return {
    spoken: new Set(wordsBy(SPOKEN_BY)),
    certain: new Set([...wordsBy(CERTAIN_BY), ...meant]),
    beforeName: new Set([...names.titles, ...names.introduces]),
    names: new Set([...names.given, ...ofPlaces]),
  };
}
