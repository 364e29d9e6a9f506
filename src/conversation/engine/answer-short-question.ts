import type { Localised, Text } from "../../vocabulary/message.ts";
import { followUpsIn } from "../understanding/follow-up.ts";
import { acknowledges, type ShortQuestion, shortQuestionIn } from "../understanding/short-question.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import { type Context, flowOf, isFree, type Step, stateHere } from "./flow.ts";
import { promptOf } from "./prompt.ts";
import type { FlowName } from "./state-names.ts";
import { thanksKey } from "./thanks.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** Other flows take the words as a story, an answer or news of danger. */
const ANSWERS: ReadonlySet<FlowName> = new Set(["check", "repair", "ask", "programmes", "offices", "track"]);

export function answerShortQuestion(content: TextContent, context: Context): Step | undefined {
  const { session, facts } = context;
  const { text } = content;
  const state = stateHere(context);
  if (!ANSWERS.has(flowOf(session.at)) || state.free === true || ticketAsked(context) !== undefined) return undefined;
  const question = followUpsIn(text, facts.words).length > 1 ? undefined : shortQuestionIn(text, facts.words);
  if (question) return answerHere(question, content, context);
  return acknowledges(text, facts.words) ? { to: session.at, say: [{ key: thanksKey(text, context) }] } : undefined;
}

function answerHere(question: ShortQuestion, content: TextContent, context: Context): Step | undefined {
  const { session } = context;
  const state = stateHere(context);
  const step = state.answers?.(question, context, isFree(state, content, context));
  if (step) return step.say && step.to !== session.at ? withChoicesThere(step, context) : step;
  const say = textsOfTopic(question, context);
  return say.length > 0 ? { to: session.at, say } : undefined;
}

/** Takes only the buttons of the next state, not its text. */
function withChoicesThere(step: Step, context: Context): Step {
  const data = step.data ?? {};
  const { choices = [] } = promptOf({ ...context, data, session: { ...context.session, at: step.to, data, wrong: 0 } });
  return { ...step, quiet: true, choices };
}

const TOPICS: Partial<Record<FlowName, string>> = { programmes: "proposal-status", track: "complaint-how" };

function textsOfTopic(question: ShortQuestion, context: Context): Text[] {
  const { session, facts } = context;
  const flow = flowOf(session.at);
  const topic = flow === "ask" ? session.data.name : TOPICS[flow];
  if (stateHere(context).brief === undefined || typeof topic !== "string") return [];
  const answer = facts.district.knowledge[topic];
  const owner = answer?.owner ?? facts.district.agency.name;
  const general = (key: string): Text => ({ key: `ask.${key}`, values: { owner } });
  const known = (words: Localised | undefined, key: string): Text[] => [words ? { words } : general(key)];
  switch (question) {
    case "bring":
      return known(answer?.bring, "bring");
    case "price":
      return [{ key: "answers.cost" }];
    case "until":
      return known(answer?.howLong, "until");
    case "howLong":
      return known(answer?.howLong, "howLong");
    case "other":
      return known(answer?.instead, "instead");
    case "where":
      return known(answer?.where, "where");
    case "way":
      return known(answer?.how ?? answer?.where, "where");
    case "here":
      return answer?.where ? [{ words: answer.where }, general("far")] : [general("here")];
    case "next":
      return known(answer?.details, "next");
    case "ifNot":
      return [general("ifNot")];
    case "amount":
      return [{ key: "ask.amount" }];
  }
}
