import { type ListNamed, neededBy, sourceOf } from "../../words/phrase.ts";

/** A line must have a word of `needs`, unless `needs` is empty. */
export type Pattern = { pattern: RegExp; needs: readonly string[] };

/** The two phrases around this sign may stand in any order. */
const NEAR_EACH_OTHER = " & ";
const GAP = " ..4 ";

export function readPattern(text: string, listNamed: ListNamed): Pattern {
  const [one = "", other, ...more] = text.split(NEAR_EACH_OTHER);
  if (more.length > 0) throw new Error(`more than two phrases: ${text}`);
  const orders = other === undefined ? [one] : [one + GAP + other, other + GAP + one];
  return {
    pattern: new RegExp(orders.map((order) => sourceOf(order, listNamed)).join("|")),
    needs: neededBy(orders[0] ?? "", listNamed),
  };
}

export function openPatterns<One extends Pattern>(all: readonly One[]): (line: string) => One[] {
  const always = all.flatMap(({ needs }, at) => (needs.length === 0 ? [at] : []));
  const byWord = Map.groupBy(
    all.flatMap(({ needs }, at) => needs.map((word) => ({ word, at }))),
    ({ word }) => word,
  );
  return (line) => {
    const asked = new Set(always);
    for (const word of new Set(line.split(" "))) for (const { at } of byWord.get(word) ?? []) asked.add(at);
    return [...asked]
      .sort((a, b) => a - b)
      .map((at) => all[at] as One)
      .filter(({ pattern }) => pattern.test(`${line} `));
  };
}
