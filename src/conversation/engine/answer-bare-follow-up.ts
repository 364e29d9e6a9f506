import type { Text } from "../../vocabulary/message.ts";
import { type BareFollowUp, bareFollowUpIn } from "../understanding/follow-up.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { type Context, flowOf, isFree, type Step, stateHere } from "./flow.ts";
import type { FlowName } from "./state-names.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** For each flow, the answer whose parts fit after its texts; an empty name: only general texts fit. */
const TOPICS: Partial<Record<FlowName, string>> = {
  check: "collect",
  programmes: "proposal-status",
  offices: "",
};

type Way = {
  /** The part of an answer that holds the fact. */
  fact?: "bring" | "where" | "report" | "how" | "howLong";
  /** The details of an answer that lacks the fact come next. */
  hasDetails?: true;
  /** The text for an answer without the fact and without details; without it the message is no follow-up here. */
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
};

/**
 * Answers a question that names no matter from the facts of the answer that the citizen has just read. With `isPart` the
 * question may stand beside other sentences, which name no other matter.
 */
export function answerBareFollowUp(
  content: TextContent,
  context: Context,
  { isPart = false }: { isPart?: boolean } = {},
): Step | undefined {
  const { session, facts } = context;
  if (isFree(stateHere(context), content, context) || ticketAsked(context) !== undefined) return undefined;
  const bare = bareFollowUpIn(content.text, facts.words);
  const topic = flowOf(session.at) === "ask" ? session.data.name : TOPICS[flowOf(session.at)];
  if (!bare || typeof topic !== "string" || stateHere(context).brief === undefined) return undefined;
  if (!bare.isWhole && !(isPart && isAbout(topic, content, context))) return undefined;
  const { fact, hasDetails, general } = WAYS[bare.part];
  const answer = facts.district.knowledge[topic];
  const words = fact && answer?.[fact];
  if (words) return { to: session.at, say: [{ words }] };
  if (hasDetails && answer?.details && session.at === "ask.show") return { to: "ask.more", data: session.data };
  if (general === undefined) return undefined;
  const owner = answer?.owner ?? facts.district.agency.name;
  const say: Text[] = [{ key: general, values: { owner } }];
  return { to: session.at, say };
}

function isAbout(topic: string, content: TextContent, { facts }: Context): boolean {
  const { intent, extracted } = understoodOnce(content, facts);
  return intent === "unknown" || (intent === "ask" && extracted.answer === topic);
}
