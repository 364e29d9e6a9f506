import { REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import type { Reason } from "../../../vocabulary/lists.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import { storyOf } from "../../engine/story.ts";
import { withoutStory } from "../../engine/told.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { withCards } from "./ask-number.ts";
import type { CheckData, Found } from "./data.ts";
import { takeTypedProof } from "./proof.ts";
import { foundCard, foundTexts, newestAid, registeredText } from "./result-text.ts";

type Here = Context<CheckData>;

export const toAnother: Option<CheckData> = {
  id: "other",
  title: { key: "check.another" },
  to: "check.number",
  step: ({ session: { told } }) => ({
    to: "check.number",
    data: { nik: undefined, kk: undefined, found: undefined, who: undefined, asOf: undefined, wants: undefined },
    session: { told: withoutStory(told) },
  }),
};
const askOfficer = { ...toOfficer, title: { key: "check.askOfficer" } };
const toComplaint: Option<CheckData> = {
  id: "complaint",
  title: { key: "check.complain" },
  means: "no",
  to: "complaint.category",
  step: (context) =>
    context.flows.stateAt("complaint.category").enter?.(storyBefore(context), context) ?? { to: "complaint.category" },
};

/** Returns the story that the citizen told before the check, or in the draft that they left for it. */
function storyBefore({ session: { told, drafts } }: Here): string | undefined {
  const { text } = drafts.complaint?.data ?? {};
  return told?.text ?? (typeof text === "string" && text !== "" ? text : undefined);
}

/** Finds the newest payment that the list records as made. The chat asks about no older payment. */
const newestPayment = ({ aid }: Found) =>
  newestAid(aid).find(({ state, isContradicted }) => state === "TERSALUR" && !isContradicted);

/** In days after the last day of collection, or after the day of payment: the chat asks about a payment so long. */
const ASKED_FOR = 60;
const DAY = 86_400_000;

/**
 * Finds the newest payment, if the citizen may still remember it. If only its month is known, it counts as made on the
 * 28th.
 */
function recentPayment(found: Found, { today }: Here["facts"]) {
  const row = newestPayment(found);
  const ends = row?.lastDay ?? row?.paidOn ?? (row?.month ? `${row.month}-28` : undefined);
  return ends !== undefined && Date.parse(today) - Date.parse(ends) <= ASKED_FOR * DAY ? row : undefined;
}

/** The title of the button under a reason. */
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
  const reasons: Reason[] = found.reasons.length > 0 ? found.reasons : ["TIDAK_DIKETAHUI"];
  const [reason] = reasons;
  if (!found.valid && !found.unread && reason) {
    const { to } = explained(reason);
    const title = { key: WHAT_TO_DO[REASON_KINDS[reason]] };
    offered.push({ id: "repair", title, to, data: { reason, reasons } });
  }
  if (recentPayment(found, context.facts)) {
    offered.push({
      id: "received",
      title: { key: "check.received" },
      means: "yes",
      to: "check.result",
      step: sayGladReceived,
    });
    offered.push({
      id: "not-received",
      title: { key: "check.notReceived" },
      means: "no",
      to: "complaint.what",
      step: beginNotPaid,
    });
  } else offered.push(toComplaint);
  if (found.desil !== undefined) offered.push(toDesil);
  return [...offered, toAnother, toMenu];
}

const toDesil: Option<CheckData> = { id: "desil", title: { key: "check.desilTitle" }, to: "check.desil" };

const sayGladReceived = ({ session: { told } }: Here): Step<CheckData> => ({
  to: "check.result",
  say: [{ key: "check.gladReceived" }],
  quiet: true,
  session: { told: withoutStory(told) },
});

/** Begins the complaint after "no": it is filled in already. */
function beginNotPaid(context: Here) {
  const { found } = context.data;
  const { session } = context;
  const row = found && newestPayment(found);
  const known = { programme: row?.programme, area: found?.area, when: row?.month, nik: session.proof?.nik };
  const data = { category: "not-paid", ...known };
  const text = storyBefore(context);
  if (text === undefined) return { to: "complaint.what" as const, data };
  const to = known.area && known.when ? ("complaint.confirm" as const) : ("complaint.where" as const);
  return { to, data: { ...data, text } };
}

/** The most words of an answer to "have you received it?"; a longer message is about something else, too. */
const LONGEST_DENIAL = 12;

/** Whether the words deny the payment that the chat has just asked about: "tidak pernah terima". */
function deniesPayment({ text }: TextContent, found: Found | undefined, facts: Here["facts"]): boolean {
  if (!found || !recentPayment(found, facts)) return false;
  const said = plainText(text);
  return said.split(" ").length <= LONGEST_DENIAL && facts.words.report.notReceived.isIn(said);
}

/** Whether free words say that the payment did not come: "belum masuk sampai sekarang". */
function saysNotReceived(content: TextContent, { data: { found }, facts }: Here): boolean {
  const row = found && newestPayment(found);
  const { programme, category } = understoodOnce(content, facts).extracted;
  if (row === undefined || (programme !== undefined && programme !== row.programme)) return false;
  return category === "not-paid" || deniesPayment(content, found, facts);
}

/** Opens the complaint "not paid" with the citizen's words: the chat does not ask for them again. */
function takeNotReceived(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || !saysNotReceived(content, context)) return undefined;
  const step = beginNotPaid(context);
  const text = storyOf(content, context.facts.words);
  if (!text) return step;
  return {
    to: step.data.area && step.data.when ? "complaint.confirm" : "complaint.where",
    data: { ...step.data, text },
  };
}

function resultTexts({ data: { found }, facts }: Here): Text[] {
  if (!found) return [{ key: "common.lapsed" }];
  return [...foundTexts(found, facts.district, facts.today), ...gotAllTexts(found, facts)];
}

function gotAllTexts(found: Found, facts: Here["facts"]): Text[] {
  const row = recentPayment(found, facts);
  return row ? [{ key: "check.gotAll", values: { programme: programmeName(row.programme, facts.district) } }] : [];
}

function briefTexts({ data: { found }, facts }: Here): Text[] {
  const question = found ? gotAllTexts(found, facts) : [];
  return question.length > 0 ? question : [{ key: "common.chooseOrWrite" }];
}

export const resultStates = {
  registered: {
    prompt: ({ data: { asOf }, facts }) => [registeredText(asOf, facts)],
    card: ({ data: { asOf }, facts }) => ({ tone: "good", status: registeredText(asOf, facts), names: [] }),
    options: (context) => [
      ...withCards(context, [{ id: "card", title: { key: "check.giveCard" }, to: "check.proof" }]),
      toOfficer,
      toComplaint,
      toAnother,
      toMenu,
    ],
    takes: ["number"],
    leadsTo: ["check.looking", "check.proof", "officer.ask", "complaint.category", "check.number", "menu.choose"],
    take: takeTypedProof,
  },
  result: {
    prompt: resultTexts,
    brief: briefTexts,
    card: ({ data: { found }, facts }) => found && foundCard(found, facts.district),
    options: resultOptions,
    takes: ["text"],
    free: saysNotReceived,
    take: takeNotReceived,
    leadsTo: [
      "complaint.confirm",
      "complaint.where",
      "check.number",
      "repair.explain",
      "repair.deceased",
      "complaint.what",
      "complaint.category",
      "check.desil",
      "officer.ask",
      "menu.choose",
    ],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
