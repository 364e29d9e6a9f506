import { REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { type Context, enterState, type Option, type StatesOf, type Step } from "../../engine/flow.ts";
import { withoutStory } from "../../engine/told.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import { NO_NUMBERS } from "./another.ts";
import { withCards } from "./ask-number.ts";
import { type CheckData, reasonsShown } from "./data.ts";
import { asksAboutResult, takeFollowUp } from "./follow-up.ts";
import { gotAllTexts, receivedOptions, recentPayment, storyBefore } from "./received.ts";
import { foundCard, foundTexts, newestAid, registeredText } from "./result-text.ts";
import { answerAboutResult } from "./short-answers.ts";
import { takeTypedProof } from "./take-proof.ts";
import { takeSecond, toSecond } from "./two-people.ts";

type Here = Context<CheckData>;

export const toAnother: Option<CheckData> = {
  id: "other",
  title: { key: "check.another" },
  to: "check.number",
  step: ({ session: { told } }) => ({
    to: "check.number",
    data: {
      ...NO_NUMBERS,
      found: undefined,
      who: undefined,
      asOf: undefined,
      wants: undefined,
    },
    session: { told: withoutStory(told) },
  }),
};
const askOfficer = { ...toOfficer, title: { key: "check.askOfficer" } };
const toComplaint: Option<CheckData> = {
  id: "complaint",
  title: { key: "check.complain" },
  means: "no",
  to: "complaint.category",
  step: (context) => enterState("complaint.category", storyBefore(context), context),
};

const WHAT_TO_DO: Readonly<Record<ReasonKind, string>> = {
  data: "check.howToRepair",
  payment: "check.howToRepair",
  unsure: "check.howToClear",
  barred: "check.howToObject",
  out: "check.howToObject",
  deceased: "check.aliveOrDead",
};

function resultOptions(context: Here): Option<CheckData>[] {
  const { found } = context.data;
  if (!found) return [toMenu];
  const offered: Option<CheckData>[] = [];
  if (found.unread || newestAid(found.aid).some(({ isContradicted }) => isContradicted)) offered.push(askOfficer);
  const reasons = reasonsShown(found);
  const [reason] = reasons;
  const isAsked = recentPayment(found, context.facts) !== undefined;
  if (reason) {
    const { to } = explained(reason);
    const title = { key: WHAT_TO_DO[REASON_KINDS[reason]] };
    const denied = REASON_KINDS[reason] === "deceased" && !isAsked ? { means: "no" as const } : {};
    offered.push({ id: "repair", title, ...denied, to, data: { reason, reasons } });
  }
  offered.push(...(isAsked ? receivedOptions : [toComplaint]));
  if (found.desil !== undefined) offered.push(toDesil);
  return [...offered, ...toSecond(context), toAnother, toMenu];
}

const toDesil: Option<CheckData> = { id: "desil", title: { key: "check.desilTitle" }, to: "check.desil" };

function resultTexts({ data: { found }, facts }: Here): Text[] {
  if (!found) return [{ key: "common.lapsed" }];
  return [...foundTexts(found, facts.district, facts.today), ...gotAllTexts(found, facts)];
}

function briefTexts({ data: { found }, facts }: Here): Text[] {
  const question = found ? gotAllTexts(found, facts) : [];
  return question.length > 0 ? question : [{ key: "common.chooseOrWrite" }];
}

const takeMoneyQuestion = (content: TextContent, { facts }: Here): Step<CheckData> | undefined =>
  asksAboutResult(content, facts)
    ? { to: "check.registered", say: [{ key: facts.noCards ? "check.nameShowsLittle" : "check.cardShowsMore" }] }
    : undefined;

const takeHere = (content: TextContent, context: Here): Step<CheckData> | undefined =>
  takeSecond(content.text, context) ?? takeFollowUp(content, context);

export const resultStates = {
  registered: {
    prompt: ({ data: { asOf }, facts }) => [registeredText(asOf, facts)],
    options: (context) => [
      ...withCards(context, [{ id: "card", title: { key: "check.giveCard" }, to: "check.proof" }]),
      toOfficer,
      toComplaint,
      toAnother,
      toMenu,
    ],
    brief: "common.chooseOrWrite",
    takes: ["text", "number"],
    leadsTo: ["check.looking", "check.proof", "officer.ask", "complaint.category", "check.number", "menu.choose"],
    free: (content, context) => takeMoneyQuestion(content, context) !== undefined,
    take: (content, context) =>
      (content.type === "text" ? takeMoneyQuestion(content, context) : undefined) ?? takeTypedProof(content, context),
  },
  result: {
    prompt: resultTexts,
    brief: briefTexts,
    card: ({ data: { found }, facts }) => found && foundCard(found, facts.district),
    options: resultOptions,
    answers: answerAboutResult,
    takes: ["text"],
    free: (content, context) => takeHere(content, context) !== undefined,
    take: (content, context) => (content.type === "text" ? takeHere(content, context) : undefined),
    leadsTo: [
      "complaint.confirm",
      "complaint.where",
      "check.for-whom",
      "check.looking",
      "check.proof",
      "check.number",
      "repair.explain",
      "repair.details",
      "repair.deceased",
      "repair.contest",
      "complaint.what",
      "complaint.programme",
      "complaint.category",
      "check.desil",
      "officer.ask",
      "menu.choose",
    ],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
