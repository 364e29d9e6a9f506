import { maskNumbers } from "../../register/find-numbers.ts";
import type { Content } from "../../vocabulary/message.ts";
import { INTENTS } from "../understanding/intents.ts";
import { wordsOf } from "../understanding/normalise.ts";
import { type Context, flowOf, type Option, type Request, type Step, stateHere } from "./flow.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { saysNotUnderstood } from "./listen.ts";
import { choiceId, optionsOf } from "./prompt.ts";
import { suggestionOf } from "./routes.ts";
import type { FlowName } from "./state-names.ts";
import { typedOption } from "./take-choice.ts";

/** A message that was not understood in these flows becomes no training example. */
const OF_REPORTS: ReadonlySet<FlowName> = new Set(["complaint", "confide", "officer", "reply", "ticket", "urgent"]);
const FEWEST_WORDS = 2;
const LONGEST = 600;

const NONE_OF_THEM = "none";

export function requestsForExamples(content: Content, step: Step, context: Context): Request[] {
  const chosen = chosenMeaning(content, context);
  const settles: Request[] = chosen === undefined ? [] : [{ type: "settle-candidate", chosen }];
  const offered = chosen === undefined ? offeredFor(content, step, context) : undefined;
  if (content.type !== "text" || offered === undefined || !mayKeep(content.text, context)) return settles;
  const text = maskNumbers(content.text).slice(0, LONGEST);
  return [{ type: "keep-candidate", district: context.facts.district.id, text, offered }];
}

function offeredFor(content: Content, { to, data, wrong }: Step, { session }: Context): string[] | undefined {
  if (content.type !== "text") return undefined;
  if (wrong && saysNotUnderstood(wrong)) return OF_REPORTS.has(flowOf(session.at)) ? undefined : [];
  if (to !== "menu.suggest" || !data) return undefined;
  const { suggested, topics = [], danger } = data as { suggested?: string[]; topics?: string[]; danger?: boolean };
  return suggested && !danger ? [...suggested, ...topics.map((topic) => `ask:${topic}`)] : undefined;
}

function mayKeep(text: string, { session, facts }: Context): boolean {
  const { urgentAt, confidentialAt, replying } = session;
  const isGrave = isRecent(urgentAt, TOLD_KEPT, facts.now);
  if (isGrave || confidentialAt !== undefined || replying?.to !== undefined) return false;
  return wordsOf(text, facts.words).length >= FEWEST_WORDS && facts.signals(text).length === 0;
}

function chosenMeaning(content: Content, context: Context): string | undefined {
  const { session } = context;
  const { text, danger, suggested } = context.data;
  const isKept = session.at === "menu.suggest" && danger !== true && typeof text === "string" && mayKeep(text, context);
  if (!isKept) return undefined;
  const option =
    content.type === "choice"
      ? optionsOf(stateHere(context), context).find((one) => choiceId(session.at, one) === content.id)
      : content.type === "text"
        ? typedOption(content.text, context, false)
        : undefined;
  return option && labelOf(option, suggested);
}

const ANSWER = /^>ask\.show:(.+)$/;

function labelOf({ id, to }: Option, suggested: unknown): string {
  const [, topic] = ANSWER.exec(id) ?? [];
  if (topic !== undefined) return `ask:${topic}`;
  const offered: unknown[] = Array.isArray(suggested) ? suggested : [];
  return INTENTS.find((intent) => offered.includes(intent) && suggestionOf(intent) === to) ?? NONE_OF_THEM;
}
