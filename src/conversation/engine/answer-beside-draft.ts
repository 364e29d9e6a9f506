import { seemsToAsk } from "../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";

export function answerBesideDraft(content: TextContent, context: Context): Step | undefined {
  const { session, facts } = context;
  const isDrafted = flowOf(session.at) === "complaint" && stateHere(context).send?.(context) !== undefined;
  if (!isDrafted || !seemsToAsk(content.text, facts.words)) return undefined;
  const { intent, extracted } = understoodOnce(content, facts);
  const answer = intent === "ask" && extracted.answer ? facts.district.knowledge[extracted.answer] : undefined;
  if (answer) return { to: session.at, say: [{ words: answer.words }] };
  return intent === "officer" ? { to: session.at, say: [{ key: "complaint.askedBeside" }] } : undefined;
}
