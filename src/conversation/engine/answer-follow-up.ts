import { rule } from "../../casework/category.ts";
import { deadlinesOf } from "../../casework/deadline.ts";
import { Category } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import { type FollowUp, followUpsIn, withoutFollowUps } from "../understanding/follow-up.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { promptOf } from "./prompt.ts";
import type { FlowName } from "./state-names.ts";

/** With an empty key, the chat gives only general texts. */
const TOPICS: Partial<Record<FlowName, string>> = {
  check: "collect",
  repair: "",
  programmes: "proposal-status",
  offices: "",
  complaint: "complaint-how",
  ticket: "complaint-how",
  track: "complaint-how",
};

const OF_OTHER_OFFICES: Partial<Record<Category, string>> = { card: "account" };

function topicOf({ session }: Context): string | undefined {
  const flow = flowOf(session.at);
  const category = flow === "complaint" ? Category.safeParse(session.data.category).data : undefined;
  return (category && OF_OTHER_OFFICES[category]) ?? TOPICS[flow];
}

const ANSWERS_ITSELF: ReadonlySet<FlowName> = new Set(["repair", "ticket"]);

export function answerFollowUp(
  content: TextContent,
  context: Context,
  takeHere: () => Step | undefined,
): Step | undefined {
  const { session, facts } = context;
  const parts = followUpsIn(content.text, facts.words);
  if (parts.length === 0 || stateHere(context).free === true || flowOf(session.at) === "urgent") return undefined;
  const own = ANSWERS_ITSELF.has(flowOf(session.at)) ? takeHere() : undefined;
  if (own?.to === session.at) return own;
  const { intent, extracted } = understoodOnce(content, facts);
  const named = intent === "ask" && !isNamedByFollowUp(content, context) ? extracted.answer : undefined;
  if (named !== undefined && named !== session.data.name) return answerNamed(named, parts, context);
  const topic = flowOf(session.at) === "ask" ? (named ?? session.data.name) : topicOf(context);
  if (typeof topic !== "string") return undefined;
  const say = parts.flatMap((part) => partTexts(part, topic, context));
  if (parts.length === 1) return { to: session.at, say };
  const { choices = [] } = promptOf(context);
  return { to: session.at, say, quiet: true, choices };
}

/** In these flows, "boleh diwakilkan anak" names no new subject. */
const OWN_MATTER: ReadonlySet<FlowName> = new Set(["ask", "repair", "programmes"]);

function isNamedByFollowUp({ text }: TextContent, { session, facts }: Context): boolean {
  if (!OWN_MATTER.has(flowOf(session.at))) return false;
  const rest: TextContent = { type: "text", text: withoutFollowUps(text, facts.words) };
  return understoodOnce(rest, facts).extracted.answer === undefined;
}

function answerNamed(name: string, parts: readonly FollowUp[], context: Context): Step | undefined {
  const answer = context.facts.district.knowledge[name];
  const words = parts.flatMap((part) => answer?.[part] ?? []);
  if (words.length < parts.length) return undefined;
  const say = words.map((one): Text => ({ words: one }));
  const { session } = context;
  const waits = flowOf(session.at) !== "menu" && stateHere(context).brief === undefined;
  if (waits) return { to: session.at, say };
  const data = { name };
  const { choices = [] } = promptOf({ ...context, data, session: { ...session, at: "ask.show", data, wrong: 0 } });
  return keepDraft({ to: "ask.show", data, quiet: true, say, choices }, context);
}

function partTexts(part: FollowUp, topic: string, context: Context): Text[] {
  const ofReport = part === "howLong" ? deadlineTexts(context) : [];
  if (ofReport.length > 0) return ofReport;
  const words = context.facts.district.knowledge[topic]?.[part];
  return [words ? { words } : { key: `ask.${part}` }];
}

function deadlineTexts({ session, facts }: Context): Text[] {
  const flow = flowOf(session.at);
  const category = Category.safeParse(session.data.category).data;
  if ((flow !== "complaint" && flow !== "ticket") || category === undefined) return [];
  const zone = facts.district.timezone;
  const { firstAnswerBy, resolveBy } = deadlinesOf(category, facts.now, facts.calendar);
  const { hours, resolve } = rule(category);
  const values = { first: { time: firstAnswerBy, zone }, end: { time: resolveBy, zone }, days: resolve };
  const isSent = session.data.number !== undefined;
  return [...(isSent ? [] : [{ key: "ask.onceSent" }]), { key: `ticket.${hours ? "hours" : "days"}`, values }];
}
