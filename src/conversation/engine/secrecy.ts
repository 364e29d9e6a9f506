import { rule } from "../../casework/category.ts";
import { dangerLaneOf } from "../../casework/danger-lane.ts";
import { defined } from "../../defined.ts";
import type { Danger } from "../../signals/danger.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Content, Text } from "../../vocabulary/message.ts";
import { sentencesOf } from "../understanding/clauses.ts";
import { wishesSecrecy } from "../understanding/secret-wish.ts";
import { canConfide, confideRequest } from "./confide.ts";
import { wordsIn } from "./content.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import type { StateName } from "./state-names.ts";
import { isHiddenFromVillage, markKept, questionText, replyingOf, ticketAsked } from "./ticket-answer.ts";

/** Without a report here, the wish also holds for new reports within `TOLD_KEPT`. */
export function keepSecret(context: Context): Step {
  const { session, facts } = context;
  const asked = ticketAsked(context);
  const here = reportHere(context);
  const number = asked ?? here;
  if (number === undefined && !isDrafting(session) && (facts.reports?.length ?? 0) > 0) {
    const { say, requests } = keepReportsSecret(facts);
    const kept = rememberKept(facts.reports ?? [], session);
    return { to: session.at, quiet: true, say, requests, session: { ...kept, confidentialAt: facts.now } };
  }
  if (number === undefined) {
    const key = flowOf(session.at) === "menu" ? "confidential.askedFirst" : "confidential.asked";
    return { to: session.at, say: [{ key }], session: { confidentialAt: facts.now } };
  }
  const numbers = [...new Set([number, ...(here === undefined ? [] : [here])])];
  const question = facts.openQuestions.find((one) => one.number === asked);
  return {
    to: session.at,
    ...(session.at === "track.withdraw" ? {} : { quiet: true as const }), // `track.withdraw` repeats its question
    say: [
      ...(asked === undefined ? [] : [keptSecretText(numbers)]),
      ...(question ? [questionText("reply.stillOpen", question)] : []),
    ],
    requests: numbers.map((one) => confideRequest(one, facts)),
    session: {
      ...(isDrafting(session) ? { confidentialAt: facts.now } : {}),
      ...rememberKept(numbers, session),
      ...(asked === undefined ? {} : { replying: markKept(replyingOf(context), { to: asked, numbers }) }),
    },
  };
}

/** The answer to "who reads it?" depends on this mark. */
function rememberKept(numbers: readonly string[], { filed, emergency }: Context["session"]) {
  return {
    ...(filed && numbers.includes(filed.number) ? { filed: { ...filed, kept: true as const } } : {}),
    ...(emergency && numbers.includes(emergency.number) ? { emergency: { ...emergency, kept: true as const } } : {}),
  };
}

const keptSecretText = (numbers: readonly string[]): Text => ({
  key: "confidential.kept",
  values: { numbers: numbers.join(", ") },
});

const keepReportsSecret = (facts: Facts) => ({
  say: [keptSecretText(facts.reports ?? [])],
  requests: (facts.reports ?? []).map((one) => confideRequest(one, facts)),
});

const isDrafting = ({ at }: Context["session"]): boolean =>
  ["complaint", "officer", "finish"].includes(flowOf(at)) || at === "ticket.collect" || at === "ticket.same";

export function mayWishSecrecy(content: Content, { signals, words: lists }: Pick<Facts, "signals" | "words">): boolean {
  if (content.type === "choice") return content.id === SECRECY_BUTTON;
  const words = content.type === "phone" ? undefined : wordsIn(content);
  if (words === undefined) return false;
  return sentencesOf(words).some((one) => wishesSecrecy(one, lists)) || signals(words).includes("fear");
}

/** Outside a draft, fear or a wish for secrecy makes this chat's open reports confidential. */
export function withSecrecy(step: Step, content: Content, { session, facts }: Context): Step {
  const { confidentialAt, offersSecrecy } = step.session ?? {};
  const isHeard = step.requests !== undefined || confidentialAt !== undefined || offersSecrecy === true;
  if (isHeard || !mayWishSecrecy(content, facts)) return step;
  const isCaption = content.type === "media" && wishesSecrecy(content.caption ?? "", facts.words);
  const later = isCaption ? { confidentialAt: facts.now } : {};
  if (isDrafting(session) || !facts.reports || facts.reports.length === 0) {
    if (!isCaption) return step;
    const say = [...(step.say ?? []), { key: "confidential.asked" }];
    return { ...step, say, session: { ...step.session, ...later } };
  }
  const { say, requests } = keepReportsSecret(facts);
  return { ...step, say: [...say, ...(step.say ?? [])], requests, session: { ...step.session, ...later } };
}

/** Keeps the promised secrecy even if the citizen replaces the accusing words. */
export function withKeptDraft(step: Step, context: Context): Step {
  const { session, data } = context;
  const isComplaint = flowOf(session.at) === "complaint" && flowOf(step.to) === "complaint";
  const { category, text = "", confidential } = data as Partial<Draft>;
  if (!isComplaint || !category || !canConfide(category) || confidential) return step;
  return isKept({ category, text: `${text}\n${(data as { place?: string }).place ?? ""}` }, context)
    ? { ...step, data: { ...step.data, confidential: true } }
    : step;
}

export const isKeptSecret = ({ session: { confidentialAt }, facts }: Pick<Context, "session" | "facts">): boolean =>
  isRecent(confidentialAt, TOLD_KEPT, facts.now);

type Draft = { category: Category; text: string; confidential?: boolean };

export const isKept = ({ category, text, confidential }: Draft, context: Pick<Context, "session" | "facts">): boolean =>
  rule(category).sensitive === true ||
  (canConfide(category) &&
    (confidential === true ||
      isKeptSecret(context) ||
      context.facts.signals(text).some((signal) => signal === "accusation" || signal === "fear")));

export const canKeep = (draft: Draft, context: Pick<Context, "session" | "facts">): boolean =>
  canConfide(draft.category) && !isKept(draft, context);

export const keptLine = (draft: Draft, context: Pick<Context, "session" | "facts">): Text[] =>
  isKept(draft, context) ? [KEPT_LINE] : [];

export function isKeptHere(context: Context): boolean {
  const { session, data } = context;
  const asked = ticketAsked(context);
  if (asked !== undefined) return isHiddenFromVillage(asked, context);
  const { view, category, text = "", confidential } = data as Partial<Draft> & { view?: { confidential?: boolean } };
  if (view) return view.confidential === true;
  const draft = category && { category, text, ...defined({ confidential }) };
  const { filed, emergency } = session;
  if (flowOf(session.at) === "urgent")
    return dangerLaneHere(context) !== undefined || emergency?.kept === true || isKeptSecret(context);
  const isReport = isDrafting(session) || FILED.includes(session.at);
  if (isReport && draft) return isKept(draft, context) || (FILED.includes(session.at) && filed?.kept === true);
  return filed?.kept === true || emergency?.kept === true || isKeptSecret(context);
}

export function dangerLaneHere({ session, data }: Context) {
  const { dangers } = data as { dangers?: readonly Danger[] };
  return flowOf(session.at) === "urgent" && dangers ? dangerLaneOf(dangers) : undefined;
}

export const KEPT_LINE: Text = { key: "confidential.isKept" };

const FILED: readonly StateName[] = [
  "ticket.filed",
  "ticket.added",
  "ticket.more",
  "urgent.place",
  "urgent.open",
  "urgent.safely",
];

export function reportHere({ session, data }: Context): string | undefined {
  if (!FILED.includes(session.at) && flowOf(session.at) !== "track") return undefined;
  const { number, view } = data as { number?: string; view?: { number: string; own: boolean } };
  return number ?? (view?.own ? view.number : undefined);
}

export const SECRECY_BUTTON = ">secrecy.keep";

export function secrecyOffered({ offersSecrecy, at }: Context["session"], own: readonly Option[]): Option[] {
  if (!offersSecrecy || own.some(({ id }) => id === "confide" || id.startsWith(">confide."))) return [];
  const title = { key: "confidential.ask" };
  return [{ id: SECRECY_BUTTON, title, to: at, step: (context) => keepSecret(context) }];
}
