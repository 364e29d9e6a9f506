import { freshDangers, isCry } from "./cries.ts";
import { type Here, isSurvivors } from "./data.ts";
import { firstTexts } from "./first-texts.ts";
import { firstAidFor } from "./further.ts";
import { tellsGrowth } from "./later-texts.ts";

/** Citizens who are safe ask these questions. */
const OF_THE_SAFE: ReadonlySet<string> = new Set([
  "mouth",
  "babyFood",
  "feeding",
  "papersLost",
  "rescuers",
  "sleep",
  "hospital",
  "refused",
]);

type Clause = { text: string; plain: string };

/** Words of the good news itself do not count: "darahnya sudah berhenti". */
export function isWorse(clauses: readonly Clause[], isInCare: boolean, here: Here): boolean {
  const { data, facts } = here;
  const { crisis } = facts.words;
  const told = isSurvivors(data.dangers) ? [crisis.left, crisis.hospitalised] : [crisis.eased, crisis.hospitalised];
  const isDenied = (plain: string): boolean => crisis.notBetter.isIn(plain);
  const left = clauses
    .map(({ text, plain }) =>
      isDenied(plain) || !told.some((list) => list.isIn(plain))
        ? text
        : told.reduce((said, list) => list.replacedIn(said, ""), plain),
    )
    .join(", ");
  if (freshDangers(left, data, facts).length > 0 || isCry(left, facts.words)) return true;
  const aid = firstAidFor(left, data, facts);
  if (aid && !OF_THE_SAFE.has(aid.question)) return true;
  if (isInCare) return false;
  return firstTexts(left, data, facts.words).length > 0 || tellsGrowth(left, here);
}
