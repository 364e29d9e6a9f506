import type { Category } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { type BareFollowUp, bareFollowUpIn } from "../understanding/follow-up.ts";
import { isFraud } from "../understanding/harm.ts";
import { shortQuestionIn } from "../understanding/short-question.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { type Context, flowOf, isFree, type Step, stateHere } from "./flow.ts";
import type { FlowName } from "./state-names.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** With an empty key, the chat gives only general texts. */
const TOPICS: Partial<Record<FlowName, string>> = {
  check: "collect",
  programmes: "proposal-status",
  offices: "",
};

const OF_CATEGORY: Partial<Record<string, string>> = { card: "account", "pbi-jk": "pbi-jk" } satisfies Partial<
  Record<Category, string>
>;

function topicHere({ session: { at, data } }: Context): unknown {
  const flow = flowOf(at);
  if (flow === "complaint") return typeof data.category === "string" ? OF_CATEGORY[data.category] : undefined;
  return flow === "ask" ? data.name : TOPICS[flow];
}

type Way = {
  fact?: "bring" | "where" | "report" | "how" | "howLong";
  hasDetails?: true;
  general?: string;
};

const WAYS: Readonly<Record<BareFollowUp, Way>> = {
  bring: { fact: "bring", general: "ask.bring" },
  place: { fact: "where", general: "ask.where" },
  placeToReport: { fact: "report" },
  way: { fact: "how", hasDetails: true, general: "ask.where" },
  wayToApply: { fact: "how" },
  refusal: { general: "ask.refusal" },
  reported: { fact: "report" },
  price: { general: "answers.cost" },
  when: { fact: "howLong", general: "ask.howLong" },
  more: { hasDetails: true, general: "ask.next" },
  decides: { general: "ask.decides" },
  appeal: { general: "ask.appeal" },
};

/** Answers a question without a subject ("bawa apa?") about the last shown answer. */
export function answerBareFollowUp(
  content: TextContent,
  context: Context,
  { isPart = false }: { isPart?: boolean } = {},
): Step | undefined {
  const { session, facts } = context;
  const inDraft = flowOf(session.at) === "complaint";
  if (!inDraft && (isFree(stateHere(context), content, context) || stateHere(context).brief === undefined))
    return undefined;
  if (stateHere(context).answers && shortQuestionIn(content.text, facts.words)) return undefined;
  const topic = topicHere(context);
  if (typeof topic !== "string" || ticketAsked(context) !== undefined) return undefined;
  const bare = bareFollowUpIn(content.text, facts.words);
  if (!bare) return undefined;
  if (inDraft && bare.part === "when") return undefined;
  if (!bare.isWhole && !(isPart && isAbout(topic, content, context))) return undefined;
  if (bare.part === "more" && session.at === "ask.more" && isFraud(topic)) return undefined;
  const { fact, hasDetails, general } = WAYS[bare.part];
  const answer = facts.district.knowledge[topic];
  const words = fact && answer?.[fact];
  if (words) return { to: session.at, say: [{ words }] };
  if (hasDetails && answer?.details && session.at === "ask.show") return { to: "ask.more", data: session.data };
  if (general === undefined || inDraft) return undefined;
  const owner = answer?.owner ?? facts.district.agency.name;
  const say: Text[] = [{ key: general, values: { owner } }];
  return { to: session.at, say };
}

function isAbout(topic: string, content: TextContent, { facts }: Context): boolean {
  const { intent, extracted } = understoodOnce(content, facts);
  return intent === "unknown" || (intent === "ask" && extracted.answer === topic);
}
