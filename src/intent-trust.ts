import type { Column } from "./conversation/understanding/model-file.ts";
import { SHARPNESS, type Sure } from "./conversation/understanding/score.ts";
import { understand } from "./conversation/understanding/understand.ts";
import type { Example } from "./intent-training.ts";
import { AS_THEY_COME, setOf } from "./make-up.ts";
import type { Matrix } from "./signals/train.ts";

/** Of a hundred messages that are acted on, so many must be understood rightly; two or three labels in a hundred can be argued. */
const RIGHTLY = 93;
/** In hundredths: the bounds of what training may choose. */
const [LOWEST, LOWEST_AGREED, HIGHEST] = [65, 50, 85];
/** Labels with fewer messages than this share one threshold. */
const FEWEST = 40;

/** The likeliest label of a message whose writer was left out: how likely in hundredths, whether it is right, and whether the phrases say the same. */
type Judged = { label: string; hundredths: number; isRight: boolean; isAgreed: boolean };

type TrainOn = (isLeftOut: (example: Example) => boolean) => readonly Column[];

/** Chooses the likelihood from which the model is trusted: from there on, enough messages of writers who were left out are understood rightly. */
export function chooseSure(
  matrix: Matrix,
  examples: readonly Example[],
  labels: readonly string[],
  trainOn: TrainOn,
): Sure {
  const judged = AS_THEY_COME.flatMap((set) => {
    const columns = trainOn((one) => setOf(one) === set);
    return examples.flatMap((example, at) =>
      setOf(example) === set ? judge(example, matrix.rows[at] as Matrix["rows"][number], columns) : [],
    );
  });
  const byLabel = [...Map.groupBy(judged, ({ label }) => label)];
  const shared = leastOf(byLabel.flatMap(([, some]) => (some.length < FEWEST ? some : [])));
  const own = new Map(byLabel.flatMap(([label, some]) => (some.length < FEWEST ? [] : [[label, leastOf(some)]])));
  return {
    alone: labels.map((label) => (own.get(label) ?? shared) / 100),
    agreed:
      leastOf(
        judged.filter(({ isAgreed }) => isAgreed),
        LOWEST_AGREED,
      ) / 100,
  };
}

/** Returns the least threshold, in hundredths, above which enough messages are understood rightly. */
function leastOf(judged: readonly Judged[], lowest = LOWEST): number {
  for (let least = lowest; least < HIGHEST; least += 1) {
    const some = judged.filter(({ hundredths }) => hundredths >= least);
    if (some.filter(({ isRight }) => isRight).length * 100 >= RIGHTLY * some.length) return least;
  }
  return HIGHEST;
}

function judge({ right, also, text }: Example, row: Matrix["rows"][number], columns: readonly Column[]): Judged {
  const scores = columns.map(({ weights }) =>
    row.values.reduce((sum, value, k) => sum + value * (weights[row.at[k] as number] as number), 0),
  );
  const most = Math.max(...scores);
  const { label } = columns[scores.indexOf(most)] as Column;
  const all = scores.reduce((sum, score) => sum + Math.exp(SHARPNESS * (score - most)), 0);
  return {
    label,
    hundredths: Math.floor(100 / all),
    isRight: right.includes(label) || also.includes(label),
    isAgreed: understand(text).intent === label,
  };
}
