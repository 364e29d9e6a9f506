import type { Content, Text } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import { type Harm, harmIn, isFraud, isGoingOn, tellsOfFee } from "../understanding/harm.ts";
import { plainText } from "../understanding/normalise.ts";
import { mayAsk } from "../understanding/question-words.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { ticketAsked } from "./ticket-answer.ts";

const inShort = (harm: Harm): Text => ({ key: `answers.harm.${harm}` });

/** In ms. After a fraud warning, vague words still count as words about the fraud. */
const FRAUD_LASTS = 6 * 3_600_000;

const KEEPS_ASKING: ReadonlySet<string> = new Set(["complaint", "finish", "urgent", "officer", "ticket"]);

/** During a fraud, the chat warns the citizen instead of sending the words to an officer. */
const TO_OFFICER: ReadonlySet<string> = new Set(["officer", "ticket"]);

const answerRead = ({ at, data }: Context["session"]): string =>
  flowOf(at) === "ask" && typeof data.name === "string" ? data.name : "";

function harmHere(text: string, { session, facts }: Context): Harm | undefined {
  const { told, fraudAt, mournedAt } = session;
  const draft = typeof session.data.text === "string" ? session.data.text : undefined;
  const isWarned = isRecent(fraudAt, FRAUD_LASTS, facts.now);
  const mourns = isRecent(mournedAt, TOLD_KEPT, facts.now);
  const read = answerRead(session);
  return harmIn({ text, told: draft || told?.text || "", read, isWarned, mourns }, facts.words);
}

export function harmTexts(text: string, context: Context): Text[] {
  const harm = harmHere(text, context);
  return harm ? [inShort(harm)] : [];
}

/** During a check, words about a link mean the number page, not fraud. */
export function answerHarm(content: TextContent, context: Context, take: () => Step | undefined): Step | undefined {
  const { session, facts } = context;
  const sentLink = facts.numberPage !== undefined && flowOf(session.at) === "check";
  if (sentLink && facts.words.harm.link.isIn(plainText(content.text))) return { to: session.at };
  const harm = harmHere(content.text, context);
  if (!harm) return undefined;
  const step = helpWith(harm, content.text, context, take);
  return isFraud(harm) ? { ...step, session: { ...step.session, fraudAt: facts.now } } : step;
}

export function withWarning(step: Step, content: Content, context: Context): Step {
  const harm = content.type === "text" ? harmHere(content.text, context) : undefined;
  if (content.type !== "text" || !harm || !isGoingOn(harm)) return step;
  const isTold = harm === "sent-to-machine" || isFraudAlone(content.text, context);
  if (!isTold) return step;
  return {
    ...step,
    say: [...(step.say ?? []), inShort(harm)],
    session: { ...step.session, fraudAt: context.facts.now },
  };
}

const isFraudAlone = (text: string, { facts }: Context): boolean => {
  const harm = harmIn({ text, told: "", read: "", isWarned: false, mourns: false }, facts.words);
  return harm !== undefined && isFraud(harm);
};

function helpWith(harm: Harm, text: string, context: Context, take: () => Step | undefined): Step {
  const { session, facts } = context;
  const asks = mayAsk(text, facts.words) || facts.words.questions.orNot.isIn(plainText(text));
  const takesWords =
    ticketAsked(context) !== undefined ||
    stateHere(context).free === true ||
    flowOf(session.at) === "urgent" ||
    (flowOf(session.at) === "complaint" && Boolean(session.data.text) && !asks);
  const flow = flowOf(session.at);
  const isStopped = isGoingOn(harm) && TO_OFFICER.has(flow);
  const taken = takesWords && !isStopped ? take() : undefined;
  if (taken) return { ...taken, say: [inShort(harm), ...(taken.say ?? [])] };
  const reportsDeath = harm === "money-after-death" && flow === "repair";
  const leaves = isStopped && flow === "officer";
  if ((KEEPS_ASKING.has(flow) && !leaves) || reportsDeath) return { to: session.at, say: [inShort(harm)] };
  const isRead = session.at === "ask.show" && answerRead(session) === harm;
  const isShown = isRead && facts.district.knowledge[harm]?.details !== undefined;
  return keepDraft({ to: isShown ? "ask.more" : "ask.show", data: { name: harm } }, context);
}

export const feeText = (text: string, words: Words): Text | undefined =>
  tellsOfFee(text, words) ? { key: "urgent.noFee" } : undefined;
