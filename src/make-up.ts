import { SHARPNESS } from "./conversation/understanding/score.ts";
import type { Example } from "./intent-training.ts";

/** Sets that ask for one matter as often as citizens do: their own lines, and those of a writer who kept to their make-up. */
export const AS_THEY_COME = ["u", "w11"] as const;

/** The set that an example belongs to: "w5.p03" is a person of w5. */
export const setOf = ({ writer }: Pick<Example, "writer">): string => writer.split(".")[0] as string;

/** How far the shares of the labels are trusted: 0 takes all labels for equally frequent as the examples, 1 wholly for the citizens'. */
const TRUSTED = 0.35;
/** However seldom citizens write of these, that makes none of them less likely. */
const GRAVE: ReadonlySet<string> = new Set(["urgent", "ask:neglected", "death-report", "listed-dead"]);
/** So many messages more for every label, so that none is held for impossible. */
const UNSEEN = 2;

/**
 * What is added to the score of a label for how much more or less often citizens write of it than the examples do: these
 * spread over all labels, and of ten citizens three complain.
 */
export function makeUpOf(examples: readonly Example[]): (label: string, labels: number) => number {
  const everywhere = countLabels(examples);
  const asTheyCome = countLabels(examples.filter((one) => AS_THEY_COME.some((set) => set === setOf(one))));
  return (label, labels) => {
    const shareIn = ({ counts, all }: Counted): number => ((counts.get(label) ?? 0) + UNSEEN) / (all + UNSEEN * labels);
    const shift = (TRUSTED * Math.log(shareIn(asTheyCome) / shareIn(everywhere))) / SHARPNESS;
    return GRAVE.has(label) ? Math.max(shift, 0) : shift;
  };
}

type Counted = { counts: ReadonlyMap<string, number>; all: number };

function countLabels(examples: readonly Example[]): Counted {
  const counts = new Map<string, number>();
  for (const { right } of examples)
    for (const label of right) counts.set(label, (counts.get(label) ?? 0) + 1 / right.length);
  return { counts, all: examples.length };
}
