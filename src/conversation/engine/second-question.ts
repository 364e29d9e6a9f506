import type { Category, Topic } from "../../vocabulary/lists.ts";
import type { Content } from "../../vocabulary/message.ts";
import type { Intent } from "../understanding/intents.ts";
import { plainText } from "../understanding/normalise.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { keptWords } from "./content.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import { type GravePart, gravePartOf } from "./grave-part.ts";
import { enterMatter, suggestionOf } from "./routes.ts";
import type { Session } from "./session.ts";
import type { FlowName } from "./state-names.ts";

type AskedMatter = NonNullable<Session["alsoAsked"]>;

/** A longer message is a story. */
const MOST_WORDS = 40;
const LEAST_WORDS = 2;
const ENDS = /[?;\n]+|,\s|(?<!\S)\d[.)]\s/;

/** Splits at the ends of questions, and at numbers such as "2." */
const sentencesOf = (text: string): string[] =>
  text
    .split(ENDS)
    .map((one) => one.trim())
    .filter(Boolean);

/** Splits sentences at joining words ("sama", "terus"), too. */
function partsOf(sentences: readonly string[], { words }: Facts): string[] {
  return sentences.flatMap((sentence) => {
    const parts: string[][] = [[]];
    for (const word of sentence.split(/\s+/)) {
      if (words.report.joins.has(plainText(word))) parts.push([]);
      else parts.at(-1)?.push(word);
    }
    return parts.filter((part) => part.length >= LEAST_WORDS).map((part) => part.join(" "));
  });
}

const OF_QUESTIONS: ReadonlySet<Intent> = new Set(["apply", "programmes", "offices"]);
/** Words with these intents may also tell something. */
const MAY_TELL: ReadonlySet<Intent> = new Set(["payment", "check", "track"]);
/** A question about these matters is no report. */
const OF_CATEGORY: Partial<Record<string, Topic>> = { "pbi-jk": "pbi-jk", card: "account" } satisfies Partial<
  Record<Category, Topic>
>;

function matterOf(part: string, facts: Facts): AskedMatter | undefined {
  const { intent, extracted } = understoodOnce({ type: "text", text: part }, facts);
  const { niks, nearMisses, answer, category, programme } = extracted;
  if (niks || nearMisses) return undefined;
  const text = keptWords(part);
  const ofReport = intent === "complaint" && seemsToAsk(part, facts.words) ? OF_CATEGORY[category ?? ""] : undefined;
  const name = intent === "ask" ? answer : ofReport;
  if (name !== undefined) return { intent: "ask", name, text };
  if (intent === "programmes") return programme === undefined ? undefined : { intent, name: programme, text };
  const asks = OF_QUESTIONS.has(intent) || (MAY_TELL.has(intent) && seemsToAsk(part, facts.words));
  return asks ? { intent, text } : undefined;
}

const tellsReport = (text: string, facts: Facts): boolean =>
  understoodOnce({ type: "text", text }, facts).intent === "complaint";

const isSame = (one: AskedMatter, other: AskedMatter): boolean =>
  suggestionOf(one.intent) === suggestionOf(other.intent) && (one.intent !== "ask" || one.name === other.name);

/** Only in these flows a question is not part of a report, and no check is open. */
const LISTENS: ReadonlySet<FlowName> = new Set(["menu", "ask", "programmes", "offices"]);
const ANSWERS: ReadonlySet<FlowName> = new Set(["menu", "ask", "programmes", "offices", "check", "complaint"]);

/**
 * Of two questions in one message, the first is answered, and a button offers the other. What is graver than a question
 * is answered before both; `take` answers a part as a message of its own.
 */
export function withSecondQuestion(
  step: Step,
  content: Content,
  context: Context,
  take: (part: TextContent) => Step,
): Step {
  const { session, facts } = context;
  if (content.type !== "text" || !LISTENS.has(flowOf(session.at)) || !ANSWERS.has(flowOf(step.to))) return step;
  if (content.text.trim().split(/\s+/).length > MOST_WORDS) return step;
  const sentences = sentencesOf(content.text);
  const grave = sentences.length > 1 ? gravePartOf(sentences, context, take) : undefined;
  if (grave) return withQuestionAfter(grave, sentences, step, context);
  if (step.quiet || step.requests || step.reread || step.lookUp || facts.signals(content.text).length > 0) return step;
  const parts = partsOf(sentences, facts);
  const matters = parts.flatMap((part) => matterOf(part, facts) ?? []);
  const isReport = parts.some((part) => matterOf(part, facts) === undefined && tellsReport(part, facts));
  if (flowOf(step.to) === "complaint" && isReport) return step;
  const [first, ...others] = matters;
  const second = first && others.find((one) => !isSame(one, first));
  if (!first || !second) return step;
  const answer = enterMatter(first, context);
  return { ...answer, session: { ...step.session, ...answer.session, alsoAsked: second } };
}

/** Answers the grave part, and offers the first of two questions. A danger comes first beside one question, too. */
function withQuestionAfter(grave: GravePart, sentences: readonly string[], step: Step, { facts }: Context): Step {
  const others = partsOf(
    sentences.filter((one) => one !== grave.text),
    facts,
  );
  const [first, ...more] = others.flatMap((part) => matterOf(part, facts) ?? []);
  if (!first) return step;
  if (flowOf(grave.step.to) === "urgent") return grave.step;
  const isOne = more.every((one) => isSame(one, first));
  return isOne ? step : { ...grave.step, session: { ...grave.step.session, alsoAsked: first } };
}
