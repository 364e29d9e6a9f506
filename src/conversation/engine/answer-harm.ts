import type { Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import { type Harm, harmIn, isFraud, tellsOfFee } from "../understanding/harm.ts";
import { plainText } from "../understanding/normalise.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** The help in one sentence, for an answer that says more than the help. */
const inShort = (harm: Harm): Text => ({ key: `answers.harm.${harm}` });

/** How long a question may still be about a fraud after the service has warned of it, in ms. */
const FRAUD_LASTS = 6 * 3_600_000;

/** Flows that wait for a part of the citizen's story. In these flows the chat says the help, and the flow goes on. */
const KEEPS_ASKING: ReadonlySet<string> = new Set(["complaint", "finish", "urgent", "officer", "ticket"]);

/** Returns the name of the answer that the citizen has just read. */
const answerRead = ({ at, data }: Context["session"]): string =>
  flowOf(at) === "ask" && typeof data.name === "string" ? data.name : "";

/** Returns the help that a text needs, after what the citizen has told and read in this chat. */
function harmHere(text: string, { session, facts }: Context): Harm | undefined {
  const { told, fraudAt, mournedAt } = session;
  const draft = typeof session.data.text === "string" ? session.data.text : undefined;
  const isWarned = isRecent(fraudAt, FRAUD_LASTS, facts.now);
  const mourns = isRecent(mournedAt, TOLD_KEPT, facts.now);
  const read = answerRead(session);
  return harmIn({ text, told: draft || told?.text || "", read, isWarned, mourns }, facts.words);
}

/** Returns the help that a text needs in one sentence, for a step that does more than help. */
export function harmTexts(text: string, context: Context): Text[] {
  const harm = harmHere(text, context);
  return harm ? [inShort(harm)] : [];
}

/**
 * Helps somebody who was cheated, or who asks about a fee or a card in another person's hand. It does so in every
 * state. If the chat waits for a story or an answer, it takes the words as this story or answer too. If the service has
 * just sent a link, the citizen means this link.
 */
export function answerHarm(content: TextContent, context: Context, take: () => Step | undefined): Step | undefined {
  const { session, facts } = context;
  const sentLink = facts.numberPage !== undefined && flowOf(session.at) === "check";
  if (sentLink && facts.words.harm.link.isIn(plainText(content.text))) return { to: session.at };
  const harm = harmHere(content.text, context);
  if (!harm) return undefined;
  const step = helpWith(harm, context, take);
  return isFraud(harm) ? { ...step, session: { ...step.session, fraudAt: facts.now } } : step;
}

function helpWith(harm: Harm, context: Context, take: () => Step | undefined): Step {
  const { session, facts } = context;
  const takesWords =
    ticketAsked(context) !== undefined || stateHere(context).free === true || flowOf(session.at) === "urgent";
  const taken = takesWords ? take() : undefined;
  if (taken) return { ...taken, say: [inShort(harm), ...(taken.say ?? [])] };
  const flow = flowOf(session.at);
  const reportsDeath = harm === "money-after-death" && flow === "repair";
  if (KEEPS_ASKING.has(flow) || reportsDeath) return { to: session.at, say: [inShort(harm)] };
  const isRead = session.at === "ask.show" && answerRead(session) === harm;
  const isShown = isRead && facts.district.knowledge[harm]?.details !== undefined;
  return keepDraft({ to: isShown ? "ask.more" : "ask.show", data: { name: harm } }, context);
}

/** Says that turning an aid on costs nothing, if a text tells that somebody wants money for it. */
export const feeText = (text: string, words: Words): Text | undefined =>
  tellsOfFee(text, words) ? { key: "urgent.noFee" } : undefined;
