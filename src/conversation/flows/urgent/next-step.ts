import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isForHelper } from "./another.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";

/** The next step of the first of these dangers stands in the answer. */
const STEPS: readonly Danger[] = ["urgent-medical", "disaster", "hunger", "neglected"];

/** Answers words that nothing else answers: what to do next, and that the words are in the report. */
export function heardTexts(words: string, here: Here): Text[] {
  const { data } = here;
  if (isForHelper(data)) return [inTurn((turn) => `urgent.otherHeard.${turn}`, here)];
  const category = categoryOf(data.dangers);
  if (category === "violence") return [inTurn((turn) => `urgent.addedSafe.${turn}`, here)];
  if (category === "urgent-private") return [inTurn((turn) => `urgent.heard.${turn}`, here)];
  return [...nextStepTexts(words, here), { key: "urgent.added", values: reportValues(here) }];
}

export function nextStepTexts(words: string, here: Here): Text[] {
  if (isRemedy(words, here)) return [inTurn((turn) => `urgent.next.remedy.${turn}`, here)];
  const danger = STEPS.find((one) => here.data.dangers.includes(one));
  return danger ? [inTurn((turn) => `urgent.next.${danger}.${turn}`, here)] : [];
}

/** Whether words tell of, or ask about, a home remedy, a healer or a medicine for a person in need of a doctor. */
export const isRemedy = (words: string, { data, facts }: Here): boolean =>
  data.dangers.includes("urgent-medical") && facts.words.urgent.remedy.isIn(plainText(words));

/** The two wordings of a text take turns. */
function inTurn(keyOf: (turn: "first" | "again") => string, here: Here): Text {
  const first = keyOf("first");
  return { key: here.data.lastSaid === first ? keyOf("again") : first, values: reportValues(here) };
}
