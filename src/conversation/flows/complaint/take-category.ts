import type { Content } from "../../../vocabulary/message.ts";
import type { Step } from "../../engine/flow.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { onlyScolds } from "../../understanding/only-scolds.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { addAsked } from "./answer-beside.ts";
import type { ComplaintData, Here } from "./data.ts";
import { beginComplaint, beginFromWords, isStory, notePlace } from "./story.ts";
import { tellsThreat } from "./threat.ts";

/** After a second message without a category, an officer finds the category. */
export function takeCategory(content: Content, context: Here): Step<ComplaintData> | undefined {
  if (content.type !== "text") return undefined;
  const { data, facts, session } = context;
  const hasStory = data.text !== undefined;
  if (hasStory && meaningOf(content.text, facts.words) === "send") return beginComplaint("other", context);
  if (isStory(content, context) || tellsThreat(content.text, context)) return beginFromWords(content, context);
  const placed = notePlace(content, context);
  if (placed) return hasStory ? goOn(placed, context) : placed;
  if (hasStory || onlyScolds(content, facts)) return goOn(addAsked(content, context), context);
  return session.wrong > 0 && isUnknown(content, context) ? beginComplaint("other", context) : undefined;
}

function goOn(heard: Step<ComplaintData> | undefined, context: Here): Step<ComplaintData> {
  const data = { ...context.data, ...heard?.data };
  const step = beginComplaint("other", { ...context, data });
  return { ...step, say: [...(heard?.say ?? []), ...(step.say ?? [])] };
}

const isUnknown = (content: TextContent, { facts }: Here): boolean =>
  understoodOnce(content, facts).intent === "unknown";
