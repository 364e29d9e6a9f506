import type { Category, Topic } from "../../vocabulary/lists.ts";
import type { Content, Text } from "../../vocabulary/message.ts";
import type { Intent } from "../understanding/intents.ts";
import { plainText } from "../understanding/normalise.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import { understoodOnce } from "../understanding/understood-once.ts";
import { keptWords } from "./content.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";
import { enterMatter, suggestionOf } from "./routes.ts";
import type { Session } from "./session.ts";
import type { FlowName } from "./state-names.ts";

type AskedMatter = NonNullable<Session["alsoAsked"]>;

/** A longer message is a story. */
const MOST_WORDS = 40;
const LEAST_WORDS = 2;
const ENDS = /[?;\n]+|,\s|(?<!\S)\d[.)]\s/;

/** Splits at the ends of questions, at numbers such as "2." and at joining words ("sama", "terus"). */
function partsOf(text: string, { words }: Facts): string[] {
  return text.split(ENDS).flatMap((sentence) => {
    const parts: string[][] = [[]];
    for (const word of sentence.trim().split(/\s+/)) {
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

/** Of two questions in one message, the first is answered, and a button offers the other. */
export function withSecondQuestion(step: Step, content: Content, context: Context): Step {
  const { session, facts } = context;
  if (content.type !== "text" || !LISTENS.has(flowOf(session.at)) || !ANSWERS.has(flowOf(step.to))) return step;
  if (step.quiet || step.requests || step.reread || step.lookUp || facts.signals(content.text).length > 0) return step;
  if (content.text.trim().split(/\s+/).length > MOST_WORDS) return step;
  const parts = partsOf(content.text, facts);
  const matters = parts.flatMap((part) => matterOf(part, facts) ?? []);
  const isReport = parts.some((part) => matterOf(part, facts) === undefined && tellsReport(part, facts));
  if (flowOf(step.to) === "complaint" && isReport) return step;
  const [first, ...others] = matters;
  const second = first && others.find((one) => !isSame(one, first));
  if (!first || !second) return step;
  const answer = enterMatter(first, context);
  return { ...answer, session: { ...step.session, ...answer.session, alsoAsked: second } };
}

export const alsoAskedTexts = ({ alsoAsked }: Session): Text[] => (alsoAsked ? [{ key: "common.alsoAsked" }] : []);

/** An answer shows at most five choices, so the button takes the place of the sources. */
export function withAlsoAsked(own: readonly Option[], { session: { alsoAsked }, facts }: Context): Option[] {
  if (!alsoAsked) return [...own];
  const { intent, name } = alsoAsked;
  const to = suggestionOf(intent);
  const title = intent === "ask" ? facts.district.knowledge[name ?? ""]?.title : undefined;
  if (!to || (intent === "ask" && !title)) return [...own];
  const id = intent === "ask" ? `>${to}:${name}` : `>${to}`;
  const option: Option = {
    id,
    title: title ? { words: title } : { key: `intent.${intent}` },
    to,
    step: (context) => enterMatter(alsoAsked, context),
  };
  return [option, ...own.filter((one) => one.id !== id && one.id !== "sources")];
}
