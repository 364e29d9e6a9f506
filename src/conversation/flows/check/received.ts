import type { Text } from "../../../vocabulary/message.ts";
import { keptWords } from "../../engine/content.ts";
import type { Context, Option, Step } from "../../engine/flow.ts";
import { storyOf } from "../../engine/story.ts";
import { withoutStory } from "../../engine/told.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { asksForAnother } from "./another.ts";
import type { CheckData, Found } from "./data.ts";
import { newestAid } from "./result-text.ts";

type Here = Context<CheckData>;

export function storyBefore({ session: { told, drafts } }: Here): string | undefined {
  const { text } = drafts.complaint?.data ?? {};
  return told?.text ?? (typeof text === "string" && text !== "" ? text : undefined);
}

const newestPayment = ({ aid }: Found) =>
  newestAid(aid).find(({ state, isContradicted }) => state === "TERSALUR" && !isContradicted);

/** In days after the last day of collection, or after the day of payment. */
const ASKED_FOR = 60;
const DAY = 86_400_000;

/** A payment with only a month counts as made on the 28th. */
export function recentPayment(found: Found, { today }: Here["facts"]) {
  const row = newestPayment(found);
  const ends = row?.lastDay ?? row?.paidOn ?? (row?.month ? `${row.month}-28` : undefined);
  return ends !== undefined && Date.parse(today) - Date.parse(ends) <= ASKED_FOR * DAY ? row : undefined;
}

export function gotAllTexts(found: Found, facts: Here["facts"]): Text[] {
  const row = recentPayment(found, facts);
  return row ? [{ key: "check.gotAll", values: { programme: programmeName(row.programme, facts.district) } }] : [];
}

const sayGladReceived = ({ session: { told } }: Here): Step<CheckData> => ({
  to: "check.result",
  say: [{ key: "check.gladReceived" }],
  quiet: true,
  session: { told: withoutStory(told) },
});

function beginNotPaid(context: Here, text = storyBefore(context)) {
  const { found } = context.data;
  const { session } = context;
  const row = found && newestPayment(found);
  const known = { programme: row?.programme, area: found?.area, when: row?.month, nik: session.proof?.nik };
  const data = { category: "not-paid", ...known };
  if (text === undefined) return { to: "complaint.what" as const, data };
  const to = known.area && known.when ? ("complaint.confirm" as const) : ("complaint.where" as const);
  return { to, data: { ...data, text } };
}

export const receivedOptions: readonly Option<CheckData>[] = [
  { id: "received", title: { key: "check.received" }, means: "yes", to: "check.result", step: sayGladReceived },
  {
    id: "not-received",
    title: { key: "check.notReceived" },
    means: "no",
    to: "complaint.what",
    step: (context) => beginNotPaid(context),
  },
];

const LONGEST_ANSWER = 12;

/** The parts may speak of different programmes: "yang PKH belum, sembako sudah". */
const clausesOf = (text: string): string[] => text.split(/[,.;!?\n]+|\btapi\b|\bbut\b/i).filter((part) => part.trim());

function deniesPayment(text: string, programme: string, { facts }: Here): boolean {
  const { report, result } = facts.words;
  if (plainText(text).split(" ").length > LONGEST_ANSWER) return false;
  if (report.notReceived.isIn(plainText(text))) return true;
  const clauses = clausesOf(text);
  return clauses.some((clause) => {
    const { programme: named } = understoodOnce({ type: "text", text: clause }, facts).extracted;
    const isMeant = named === programme || (named === undefined && clauses.length === 1);
    return isMeant && result.notYet.isIn(plainText(clause));
  });
}

function saysNotReceived(content: TextContent, context: Here): boolean {
  const { found } = context.data;
  const row = found && newestPayment(found);
  if (!row) return false;
  const { programme, category } = understoodOnce(content, context.facts).extracted;
  if (programme !== undefined && programme !== row.programme) return false;
  if (category === "not-paid") return true;
  return recentPayment(found, context.facts) !== undefined && deniesPayment(content.text, row.programme, context);
}

export function takeReceived(content: TextContent, context: Here): Step<CheckData> | undefined {
  const { facts, data } = context;
  const { result } = facts.words;
  const plain = plainText(content.text);
  const isAsked = data.found !== undefined && recentPayment(data.found, facts) !== undefined;
  if (isAsked && result.received.isIn(plain)) return sayGladReceived(context);
  const isShort = plain.split(" ").length <= LONGEST_ANSWER && !asksForAnother(content.text, facts);
  if (isAsked && isShort && result.less.isIn(plain)) return beginNotPaid(context, keptWords(content.text));
  if (!saysNotReceived(content, context)) return undefined;
  return beginNotPaid(context, storyOf(content, facts.words) ?? undefined);
}
