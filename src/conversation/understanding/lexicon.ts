import { splitRows } from "../../signals/table-rows.ts";

/** The meaning of a word or phrase, in capitals: PAID_OUT, OFFICIAL. */
export type Concept = string;

export type Lexicon = ReadonlyMap<string, Concept>;

const CONCEPT = /^[A-Z][A-Z_]*$/;

/** Reads lines `form<TAB>CONCEPT`. Throws an Error for any other line, and for a form that stands twice. */
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

/** The readings of one word: as written, without endings, and in plain Indonesian. */
export type Variants = readonly string[];

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

const ENDINGS = "nipun nya kah lah pun ipun kan ane ku mu ne ke no in an e i".split(" ");
const LEFT = 3;

export const withoutEndings = (word: string): string[] => [
  word,
  ...ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= LEFT).map((ending) =>
    word.slice(0, -ending.length),
  ),
];
