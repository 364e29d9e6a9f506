import { defined } from "../../../defined.ts";
import { REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import type { Reason } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Phrases } from "../../../words/phrase.ts";
import { keptWords } from "../../engine/content.ts";
import type { Context, Step } from "../../engine/flow.ts";
import { withoutStory } from "../../engine/told.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import { OF_THE_PERSON } from "../../flows-shared/person-categories.ts";
import { type BareFollowUp, bareFollowUpIn } from "../../understanding/follow-up.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { asksForAnother } from "./another.ts";
import { type CheckData, type Found, reasonsShown } from "./data.ts";
import { moneyTexts, nextTexts, stoppedTexts } from "./follow-up-text.ts";
import { recentPayment, takeReceived } from "./received.ts";
import { newestAid } from "./result-text.ts";

type Here = Context<CheckData>;
type Shown = { content: TextContent; found: Found; context: Here };

const LONGEST_QUESTION = 10;
const LONGEST_REMARK = 16;

const says = ({ content }: Shown, phrases: Phrases, most = LONGEST_REMARK): boolean => {
  const plain = plainText(content.text);
  return phrases.isIn(plain) && plain.split(" ").length <= most;
};

const stay = (...say: Text[]): Step<CheckData> => ({ to: "check.result", say });

/** From `reasons`, the flow `repair` knows that the chat has the person's data. */
function explainReason(reason: Reason, shown: Shown, ...say: Text[]): Step<CheckData> {
  const { to, data } = explained(reason);
  const isHome = to === "repair.explain" && says(shown, shown.context.facts.words.result.cannotCome);
  return { to: isHome ? "repair.details" : to, data: { ...data, reasons: reasonsShown(shown.found) }, say };
}

/** Takes "Mbah masih hidup" if the list says that the person is dead. */
function takeLives(shown: Shown): Step<CheckData> | undefined {
  const { content, found, context } = shown;
  if (!found.reasons.includes("MENINGGAL") || !says(shown, context.facts.words.result.lives)) return undefined;
  return { to: "repair.contest", data: { reason: "MENINGGAL", reasons: found.reasons, text: keptWords(content.text) } };
}

const ENDS_AID: ReadonlySet<ReasonKind> = new Set(["barred", "out", "deceased"]);

function takeStopped(shown: Shown): Step<CheckData> | undefined {
  const { content, found, context } = shown;
  const { intent, extracted } = understoodOnce(content, context.facts);
  const asks = intent === "sanction" || says(shown, context.facts.words.result.stopped);
  if (!asks || asksForAnother(content.text, context.facts)) return undefined;
  const programme = extracted.programme ?? programmeShown(found, context.facts);
  const hasEnded = context.facts.district.programmes.some(({ code, state }) => code === programme && state === "ended");
  const reasons = reasonsShown(found);
  const reason = reasons.find((one) => ENDS_AID.has(REASON_KINDS[one])) ?? reasons[0];
  if (reason && !hasEnded) return explainReason(reason, shown, { key: "check.stopped.reason" });
  return stay(...stoppedTexts(found, programme, context.facts));
}

function takeFear(shown: Shown): Step<CheckData> | undefined {
  const { content, found, context } = shown;
  const { intent } = understoodOnce(content, context.facts);
  if (intent === "ask" || !says(shown, context.facts.words.result.fears)) return undefined;
  const [reason] = reasonsShown(found);
  if (reason) return explainReason(reason, shown, { key: "check.fears.heard" });
  const isStopped = found.aid.some(({ state }) => state === "DIHENTIKAN");
  return stay(
    { key: "check.fears.heard" },
    isStopped
      ? { key: "check.fears.stopped" }
      : { key: "check.fears.notStopped", values: { date: { date: found.asOf } } },
  );
}

function reasonNamed({ content, context }: Shown): Reason | undefined {
  const { intent, extracted } = understoodOnce(content, context.facts);
  return intent === "repair" && !asksForAnother(content.text, context.facts) ? extracted.reason : undefined;
}

function takeReason(shown: Shown): Step<CheckData> | undefined {
  const reason = reasonNamed(shown);
  return reason && shown.found.reasons.includes(reason) ? explainReason(reason, shown) : undefined;
}

function takeOtherReason(shown: Shown): Step<CheckData> | undefined {
  const reason = reasonNamed(shown);
  if (!reason) return undefined;
  const { to, data } = explained(reason);
  return { to, data: { ...data, known: "not-recorded" } };
}

const takeNotMine = (shown: Shown): Step<CheckData> | undefined =>
  says(shown, shown.context.facts.words.result.notMine, LONGEST_QUESTION)
    ? stay({ key: "check.notMine", values: { name: shown.found.name } })
    : undefined;

function programmeShown(found: Found, facts: Here["facts"]): string | undefined {
  const shown = [...new Set(newestAid(found.aid).map(({ programme }) => programme))];
  return recentPayment(found, facts)?.programme ?? (shown.length === 1 ? shown[0] : undefined);
}

function takeComplaint({ content, found, context }: Shown): Step<CheckData> | undefined {
  const { intent, extracted } = understoodOnce(content, context.facts);
  const { category, programme = programmeShown(found, context.facts) } = extracted;
  if (intent !== "complaint" || !category) return undefined;
  const { session, facts, flows } = context;
  const before = withoutStory(session.told);
  const home = OF_THE_PERSON.includes(category) && !before?.area ? defined({ area: found.area }) : {};
  const words = { text: keptWords(content.text), category, ...defined({ programme }) };
  const told = { ...before, ...home, ...words, at: facts.now };
  return flows.stateAt("complaint.category").enter?.(content.text, { ...context, session: { ...session, told } });
}

export function asksAboutResult(content: TextContent, facts: Here["facts"]): boolean {
  const { intent, extracted } = understoodOnce(content, facts);
  if (intent === "ask" && extracted.topic !== undefined && extracted.topic !== "status-words") return false;
  const plain = plainText(content.text);
  const { meaning, next, money } = facts.words.result;
  return plain.split(" ").length <= LONGEST_QUESTION && [meaning, next, money].some((one) => one.isIn(plain));
}

function takeQuestion(shown: Shown): Step<CheckData> | undefined {
  const { content, found, context } = shown;
  const { facts } = context;
  if (!asksAboutResult(content, facts)) return undefined;
  if (facts.words.result.money.isIn(plainText(content.text))) return stay(...moneyTexts(found, facts));
  const [reason] = reasonsShown(found);
  if (reason) return explainReason(reason, shown);
  return stay(...nextTexts(found, facts));
}

function takeCannotCome(shown: Shown): Step<CheckData> | undefined {
  const [reason] = reasonsShown(shown.found);
  return reason && says(shown, shown.context.facts.words.result.cannotCome) ? explainReason(reason, shown) : undefined;
}

const PRACTICAL: ReadonlySet<BareFollowUp> = new Set(["bring", "place", "price", "when"]);

/** Answers a bare "bawa apa" or "caranya gimana" about the first reason. */
function takeBare({ content, found, context }: Shown): Step<CheckData> | undefined {
  const [reason] = reasonsShown(found);
  const bare = bareFollowUpIn(content.text, context.facts.words);
  if (!reason || !bare?.isWhole || REASON_KINDS[reason] === "deceased") return undefined;
  const { to, data } = explained(reason);
  const isPractical = PRACTICAL.has(bare.part);
  const at = to === "repair.explain" && isPractical ? "repair.details" : to;
  return { to: at, data: { ...data, reasons: reasonsShown(found) } };
}

export function takeFollowUp(content: TextContent, context: Here): Step<CheckData> | undefined {
  const { found } = context.data;
  if (!found) return undefined;
  const shown = { content, found, context };
  return (
    takeLives(shown) ??
    takeReceived(content, context) ??
    takeFear(shown) ??
    takeStopped(shown) ??
    takeReason(shown) ??
    takeNotMine(shown) ??
    takeOtherReason(shown) ??
    takeComplaint(shown) ??
    takeQuestion(shown) ??
    takeCannotCome(shown) ??
    takeBare(shown)
  );
}
