import { keptWords } from "../../engine/content.ts";
import type { Step } from "../../engine/flow.ts";
import { isAngry } from "../../understanding/moods.ts";
import { onlyScolds } from "../../understanding/only-scolds.ts";
import { seemsToAsk } from "../../understanding/question-words.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import type { ComplaintData, Here } from "./data.ts";

const calm = (content: TextContent, { facts, session }: Here): Step<ComplaintData> | undefined =>
  onlyScolds(content, facts) || isAngry(content.text, facts.words)
    ? { to: session.at, say: [{ key: "common.sorry" }] }
    : undefined;

const isQuestionBeside = ({ text }: TextContent, { data, facts }: Here): boolean =>
  Boolean(data.text) && seemsToAsk(text, facts.words);

/** The officer answers the question as part of the story. */
export function addAsked(content: TextContent, context: Here): Step<ComplaintData> | undefined {
  const calmed = calm(content, context);
  if (calmed || !isQuestionBeside(content, context)) return calmed;
  const text = keptWords(`${context.data.text}\n${content.text}`);
  return { to: context.session.at, data: { text }, say: [{ key: "complaint.askedMore" }] };
}

/** A question below the summary does not change the report. */
export const answerAtSummary = (content: TextContent, context: Here): Step<ComplaintData> | undefined =>
  calm(content, context) ??
  (isQuestionBeside(content, context)
    ? { to: context.session.at, say: [{ key: "complaint.askedBeside" }] }
    : undefined);
