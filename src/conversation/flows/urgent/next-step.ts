import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isForHelper, takesAll } from "./another.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";

const STEPS: readonly Danger[] = ["urgent-medical", "disaster", "hunger", "neglected"];

/** Answers words for which the service has no other answer. */
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

export const isRemedy = (words: string, { data, facts }: Here): boolean =>
  data.dangers.includes("urgent-medical") &&
  facts.words.urgent.remedy.isIn(facts.words.urgent.notRemedy.replacedIn(plainText(words), ""));

/** Whether a doctor, a midwife or the ambulance (119) ordered the remedy. */
const isOrdered = (words: string, { facts }: Here): boolean => facts.words.urgent.ordered.isIn(plainText(words));

const nextStep = (name: Danger | "remedy" | "ordered", here: Here): Text =>
  inTurn(`urgent.next.first.${name}`, `urgent.next.again.${name}`, here);

const inTurn = (first: string, again: string, here: Here): Text => ({
  key: here.data.lastSaid === first ? again : first,
  values: reportValues(here),
});
