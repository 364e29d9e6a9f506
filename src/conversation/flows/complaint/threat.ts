import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { onlyFears } from "../../understanding/hold-back.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { ComplaintData, Here } from "./data.ts";

const isAtDoor = (text: string, { words }: Facts): boolean => words.crisis.atDoor.isIn(plainText(text));

/** Whether people who threaten are at the citizen's house, or the citizen is afraid after telling of them. */
export const tellsThreatNow = (text: string, { data, facts }: Here): boolean =>
  isAtDoor(text, facts) || (onlyFears(text, facts.words) && isAtDoor(data.text ?? "", facts));

/** Names the police before all other texts. */
export const withPolice = (step: Step<ComplaintData>): Step<ComplaintData> => ({
  ...step,
  say: [{ key: "complaint.threatened" }, ...(step.say ?? [])],
});
