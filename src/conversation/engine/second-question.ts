import type { Category, Topic } from "../../vocabulary/lists.ts";
import type { Content } from "../../vocabulary/message.ts";
import { sentencesOf, splitAtWords } from "../understanding/clauses.ts";
import type { Intent } from "../understanding/intents.ts";
import { plainText } from "../understanding/normalise.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { keptWords } from "./content.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import { type GravePart, gravePartOf } from "./grave-part.ts";
import { enterMatter, suggestionOf } from "./routes.ts";
import type { AskedMatter } from "./session.ts";
import type { FlowName } from "./state-names.ts";

/** A longer message is a story. */
const MOST_WORDS = 40;
const LEAST_WORDS = 2;

type Part = { sentence: string; matter: AskedMatter | undefined; isReport: boolean };

function partsOf(sentences: readonly string[], { words }: Facts): { sentence: string; text: string }[] {
  const joins = (word: string): boolean => words.report.joins.has(plainText(word));
  return sentences.flatMap((sentence) =>
    splitAtWords(sentence.split(/\s+/), joins)
      .filter((part) => part.length >= LEAST_WORDS)
      .map((part) => ({ sentence, text: part.join(" ") })),
  );
}

function readParts(sentences: readonly string[], facts: Facts): Part[] {
  const parts = partsOf(sentences, facts);
  if (sentences.length < 2 && parts.length < 2) return [];
  return parts.map(({ sentence, text }) => {
    const content: TextContent = { type: "text", text };
    const matter = matterOf(content, facts);
    return { sentence, matter, isReport: !matter && understoodOnce(content, facts).intent === "complaint" };
  });
}

const OF_QUESTIONS: ReadonlySet<Intent> = new Set(["apply", "programmes", "offices"]);
const MAY_TELL: ReadonlySet<Intent> = new Set(["payment", "check", "track"]);
/** A question about these categories gets an answer instead of a report. */
const OF_CATEGORY: Partial<Record<string, Topic>> = { "pbi-jk": "pbi-jk", card: "account" } satisfies Partial<
  Record<Category, Topic>
>;

function matterOf(part: TextContent, facts: Facts): AskedMatter | undefined {
  const { intent, extracted } = understoodOnce(part, facts);
  const { niks, nearMisses, answer, category, programme } = extracted;
  if (niks || nearMisses) return undefined;
  const text = keptWords(part.text);
  const seemsAsked = seemsToAsk(part.text, facts.words);
  const ofReport = intent === "complaint" && seemsAsked ? OF_CATEGORY[category ?? ""] : undefined;
  const name = intent === "ask" ? answer : ofReport;
  if (name !== undefined) return { intent: "ask", name, text };
  if (intent === "programmes") return programme === undefined ? undefined : { intent, name: programme, text };
  const asks = OF_QUESTIONS.has(intent) || (MAY_TELL.has(intent) && seemsAsked);
  return asks ? { intent, text } : undefined;
}

const isSame = (one: AskedMatter, other: AskedMatter): boolean =>
  suggestionOf(one.intent) === suggestionOf(other.intent) && (one.intent !== "ask" || one.name === other.name);

/** In the other flows, a question may belong to a report or a check. */
const LISTENS: ReadonlySet<FlowName> = new Set(["menu", "ask", "programmes", "offices"]);
const ANSWERS: ReadonlySet<FlowName> = new Set(["menu", "ask", "programmes", "offices", "check", "complaint"]);

/** Answers the first of two questions and offers a button for the second. */
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
  const parts = readParts(sentences, facts);
  if (mattersIn(parts).length === 0) return step;
  const grave = sentences.length > 1 ? gravePartOf(sentences, context, take) : undefined;
  if (grave) return withQuestionAfter(grave, parts, step);
  if (step.quiet || step.requests || step.reread || step.lookUp || facts.signals(content.text).length > 0) return step;
  if (flowOf(step.to) === "complaint" && parts.some(({ isReport }) => isReport)) return step;
  const [first, ...others] = mattersIn(parts);
  const second = first && others.find((one) => !isSame(one, first));
  if (!first || !second) return step;
  const answer = enterMatter(first, context);
  return { ...answer, session: { ...step.session, ...answer.session, alsoAsked: second } };
}

const mattersIn = (parts: readonly Part[]): AskedMatter[] => parts.flatMap(({ matter }) => matter ?? []);

function withQuestionAfter(grave: GravePart, parts: readonly Part[], step: Step): Step {
  const [first, ...more] = mattersIn(parts.filter(({ sentence }) => sentence !== grave.text));
  if (!first) return step;
  if (flowOf(grave.step.to) === "urgent") return grave.step;
  const isOne = more.every((one) => isSame(one, first));
  return isOne ? step : { ...grave.step, session: { ...grave.step.session, alsoAsked: first } };
}
