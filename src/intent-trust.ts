import type { Scored, Sure } from "./conversation/understanding/score.ts";
import { type UnderstandingContext, understand } from "./conversation/understanding/understand.ts";
import type { Example } from "./intent-training.ts";
import { NEW_TO_TRAINING, setOf, timesCounted } from "./make-up.ts";

/** The least share of rightly understood messages, in hundredths. */
const RIGHTLY = 97;
/** The best of many thresholds looks too good by chance. */
const ADDED_WRONG = 1;
/** The lowest and the highest threshold, in hundredths. */
const [LOWEST, HIGHEST] = [50, 99];
/** Labels with fewer messages share one threshold. */
const FEWEST = 40;

/** `isAgreed`: the rules choose the same intent. */
type Judged = { label: string; hundredths: number; isRight: boolean; isAgreed: boolean; times: number };

type IsLeftOut = (example: Example) => boolean;
type TrainOn = (isLeftOut: IsLeftOut) => (text: string) => readonly Scored[];

/** Tests the model on messages of writers that were left out of the training. */
export function chooseSure(
  examples: readonly Example[],
  labels: readonly string[],
  byPhrases: UnderstandingContext,
  trainOn: TrainOn,
): Sure {
  const judged = NEW_TO_TRAINING.flatMap((part) => {
    const isLeftOut: IsLeftOut = (example) => part.includes(setOf(example)) || part.includes(example.writer);
    const left = examples.filter(isLeftOut);
    const rank = left.length > 0 ? trainOn(isLeftOut) : () => [];
    return left.flatMap((example) => judge(example, rank(example.text), byPhrases));
  });
  const byLabel = [...Map.groupBy(judged, ({ label }) => label)];
  const shared = chooseThreshold(byLabel.flatMap(([, some]) => (some.length < FEWEST ? some : [])));
  const own = new Map(
    byLabel.flatMap(([label, some]) => (some.length < FEWEST ? [] : [[label, chooseThreshold(some)]])),
  );
  return {
    alone: labels.map((label) => (own.get(label) ?? shared) / 100),
    agreed: chooseThreshold(judged.filter(({ isAgreed }) => isAgreed)) / 100,
  };
}

function chooseThreshold(judged: readonly Judged[]): number {
  for (let least = LOWEST; least < HIGHEST; least += 1) {
    const some = judged.filter(({ hundredths }) => hundredths >= least);
    const rightly = countOf(some.filter(({ isRight }) => isRight));
    if (rightly * 100 >= RIGHTLY * (countOf(some) + ADDED_WRONG)) return least;
  }
  return HIGHEST;
}

const countOf = (judged: readonly Judged[]): number => judged.reduce((sum, { times }) => sum + times, 0);

function judge(example: Example, [best]: readonly Scored[], byPhrases: UnderstandingContext): Judged[] {
  if (!best) return [];
  const { right, also, text } = example;
  const { label, likely } = best;
  return [
    {
      label,
      hundredths: Math.floor(100 * likely),
      isRight: right.includes(label) || also.includes(label),
      isAgreed: understand(text, byPhrases).intent === label,
      times: timesCounted(example),
    },
  ];
}
