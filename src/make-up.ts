import { SHARPNESS } from "./conversation/understanding/score.ts";
import type { Example } from "./intent-training.ts";

/** Sets of examples whose labels are as frequent as in citizens' messages. */
export const AS_THEY_COME: readonly string[] = [
  "u",
  "w10",
  "w11",
  "w13",
  "w14",
  "w15",
  "w31",
  "w32",
  "w33",
  "w34",
  "w35",
];
/** Training leaves out all writers of one part together. */
export const NEW_TO_TRAINING: readonly (readonly string[])[] = [
  ["u.0", "u.1", "w33"],
  ["u.2", "w31", "w34"],
  ["u.3", "w35"],
  ["u.4", "w32"],
];
const CITIZENS_COUNT = 3;

export const timesCounted = (example: Pick<Example, "writer">): number => (setOf(example) === "u" ? CITIZENS_COUNT : 1);

export const setOf = ({ writer }: Pick<Example, "writer">): string => writer.split(".")[0] as string;

/** The weight of the labels' shares in citizens' messages, from 0 to 1. */
const TRUSTED = 0.35;
/** A low share never lowers the score of these labels. */
const GRAVE: ReadonlySet<string> = new Set(["urgent", "ask:neglected", "death-report", "listed-dead"]);
/** The count of each label grows by this number, so no share is 0. */
const UNSEEN = 2;

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
