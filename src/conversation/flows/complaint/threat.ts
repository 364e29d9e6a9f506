import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { MAYBE_URGENT } from "../../understanding/decide.ts";
import { onlyFears } from "../../understanding/hold-back.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import type { ComplaintData, Here } from "./data.ts";

const isAtDoor = (text: string, { words }: Facts): boolean => words.crisis.atDoor.isIn(plainText(text));

/** Whether people who threaten are at the citizen's house. */
export const tellsThreatNow = (text: string, here: Here): boolean =>
  isAtDoor(text, here.facts) || (onlyFears(text, here.facts.words) && hasThreat(here));

export const hasThreat = ({ data: { text = "" }, facts }: Here): boolean => isAtDoor(text, facts);

/** Whether the text tells of a threat and names no place. */
export const tellsThreat = (text: string, here: Here): boolean =>
  tellsThreatNow(text, here) ||
  (here.facts.placesNamed(text).length === 0 &&
    here.facts.findPlaces(text).length === 0 &&
    here.facts.words.crisis.threatened.isIn(plainText(text)));

export const withPolice = (step: Step<ComplaintData>): Step<ComplaintData> => ({
  ...step,
  say: [{ key: "complaint.threatened" }, ...(step.say ?? [])],
});

export const maybeDanger = (content: TextContent, facts: Facts): boolean =>
  facts.isNearDanger(content.text) &&
  understoodOnce(content, facts).alternatives.some(
    ({ intent, confidence }) => intent === "urgent" && confidence >= MAYBE_URGENT,
  );

/** The story and the new words together may tell of a danger. */
export function withNearDanger(
  step: Step<ComplaintData>,
  content: TextContent,
  { data: { text: before }, facts }: Here,
): Step<ComplaintData> {
  const isNear = (text: string) => maybeDanger({ type: "text", text }, facts);
  const grows = (story: string) => !isNear(story) && isNear(`${story}\n${content.text}`);
  const isWarned = maybeDanger(content, facts) || (before !== undefined && grows(before));
  return isWarned ? { ...step, say: [{ key: "complaint.ifDanger" }, ...(step.say ?? [])] } : step;
}
