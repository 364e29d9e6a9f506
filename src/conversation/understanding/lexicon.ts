import { splitRows } from "../../signals/table-rows.ts";

/** What a word or phrase means, in capitals: PAID_OUT, OFFICIAL. */
export type Concept = string;

/** Every form, one word or several, with its concept. */
export type Lexicon = ReadonlyMap<string, Concept>;

const CONCEPT = /^[A-Z][A-Z_]*$/;

/** Reads lines `form<TAB>CONCEPT`. Throws on any other line, and on a form that stands twice. */
export function parseLexicon(text: string): Lexicon {
  const lexicon = new Map<string, Concept>();
  for (const [form = "", concept = "", ...more] of splitRows(text)) {
    if (form === "" || !CONCEPT.test(concept) || more.length > 0)
      throw new Error(`not a form of a concept: ${[form, concept, ...more].join(" ")}`);
    if (lexicon.has(form)) throw new Error(`the form stands twice: ${form}`);
    lexicon.set(form, concept);
  }
  return lexicon;
}

type Node = { next: Map<string, Node>; concept?: Concept };

/** A word as written, and what else it may stand for: the word it is read as, the word without its ending. */
export type Variants = readonly string[];

/** Finds the concepts of words in a row, the longest form first. A form may begin within another and not end there. */
export function openConcepts(lexicon: Lexicon): (words: readonly Variants[]) => Concept[] {
  const root: Node = { next: new Map() };
  for (const [form, concept] of lexicon) {
    let node = root;
    for (const word of form.split(" ")) {
      const next = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    node.concept = concept;
  }

  /** The concept of the longest form that begins at a place. */
  function longestAt(words: readonly Variants[], from: number): Concept | undefined {
    let found: Concept | undefined;
    let node: Node | undefined = root;
    for (let at = from; node !== undefined && at < words.length; at += 1) {
      const variants: Variants = words[at] as Variants;
      let next: Node | undefined;
      let ends: Concept | undefined;
      for (const variant of variants) {
        const reached = node.next.get(variant);
        if (reached === undefined) continue;
        next ??= reached;
        ends ??= reached.concept;
      }
      found = ends ?? found;
      node = next;
    }
    return found;
  }

  return (words) => words.flatMap((_, at) => longestAt(words, at) ?? []);
}

/** Endings that do not change what a word means; at least `LEFT` letters must remain. */
const ENDINGS = "nipun nya kah lah pun ipun kan ane ku mu ne ke no in an e i".split(" ");
const LEFT = 3;

/** A word, and the same without each ending that it may have. */
export const withoutEndings = (word: string): string[] => [
  word,
  ...ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= LEFT).map((ending) =>
    word.slice(0, -ending.length),
  ),
];
