import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isForHelper, takesAll } from "./another.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";

/** The answer has the next step for the first of these dangers. */
const STEPS: readonly Danger[] = ["urgent-medical", "disaster", "hunger", "neglected"];

/** Answers words without an answer of their own: the next step, and that the report has the words. */
export function heardTexts(words: string, here: Here): Text[] {
  const { data, facts } = here;
  if (isForHelper(data)) {
    return takesAll(data, facts.words)
      ? [inTurn("urgent.otherTakesAllAgain", "urgent.otherTakesAll", here)]
      : [inTurn("urgent.otherHeard.first", "urgent.otherHeard.again", here)];
  }
  const category = categoryOf(data.dangers);
  if (category === "violence") return [inTurn("urgent.addedSafe.first", "urgent.addedSafe.again", here)];
  if (category === "urgent-private") return [inTurn("urgent.heard.first", "urgent.heard.again", here)];
  return [...nextStepTexts(words, here), { key: "urgent.added", values: reportValues(here) }];
}

export function nextStepTexts(words: string, here: Here): Text[] {
  if (isRemedy(words, here)) return [nextStep(isOrdered(words, here) ? "ordered" : "remedy", here)];
  const danger = STEPS.find((one) => here.data.dangers.includes(one));
  return danger ? [nextStep(danger, here)] : [];
}

/** Whether words are about a home remedy, a healer or a medicine for a person who needs a doctor. */
export const isRemedy = (words: string, { data, facts }: Here): boolean =>
  data.dangers.includes("urgent-medical") &&
  facts.words.urgent.remedy.isIn(facts.words.urgent.notRemedy.replacedIn(plainText(words), ""));

/** Whether 119, a doctor or a midwife said so, or it is the medicine that a doctor gave for such an attack. */
const isOrdered = (words: string, { facts }: Here): boolean => facts.words.urgent.ordered.isIn(plainText(words));

const nextStep = (name: Danger | "remedy" | "ordered", here: Here): Text =>
  inTurn(`urgent.next.first.${name}`, `urgent.next.again.${name}`, here);

const inTurn = (first: string, again: string, here: Here): Text => ({
  key: here.data.lastSaid === first ? again : first,
  values: reportValues(here),
});
