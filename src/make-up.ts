import { SHARPNESS } from "./conversation/understanding/score.ts";
import type { Example } from "./intent-training.ts";

/** Sets that ask for one matter as often as citizens do: their own lines, and those of writers who kept to their make-up. */
export const AS_THEY_COME: readonly string[] = ["u", "w10", "w11", "w13", "w14", "w15", "w31", "w32"];
/**
 * Those of them whose lines nobody had read when the lexicon and the features were made: only they show what a new citizen
 * meets. The writers of one part are left out of the training together.
 */
export const UNREAD: readonly (readonly string[])[] = [["w13", "w32"], ["w14"], ["w15"], ["w31"]];

/** The set that an example belongs to: "w5.p03" is a person of w5. */
export const setOf = ({ writer }: Pick<Example, "writer">): string => writer.split(".")[0] as string;

/** How far the citizens' shares of the labels replace those of the examples: 0 not at all, 1 wholly. */
const TRUSTED = 0.35;
/** Citizens seldom write of these; that never makes them less likely. */
const GRAVE: ReadonlySet<string> = new Set(["urgent", "ask:neglected", "death-report", "listed-dead"]);
/** Every label counts as if it had so many messages more, so that none is impossible. */
const UNSEEN = 2;

/**
 * Returns what is added to the score of a label because citizens write of it more or less often than the examples do: the
 * examples spread over all labels, but three of ten citizens complain.
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
