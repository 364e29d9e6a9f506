import type { District } from "../../../register/district.ts";
import { listPayments } from "../../../register/payments.ts";
import { byGravity, REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import type { Reason } from "../../../vocabulary/lists.ts";
import type { CardTexts, Text, Value } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import type { Found } from "./data.ts";
import { desilText } from "./desil.ts";

type Paid = Found["aid"][number];
export type AidLine = Paid & { isContradicted: boolean };

const NOTHING = "";
const MOST_LINES = 5;

/** `today` is the date in the district, as `2026-11-23`. */
export function foundTexts(found: Found, district: District, today: string): Text[] {
  return [
    { key: "check.found", values: { name: found.name, date: { date: found.asOf } } },
    ...validityTexts(found, district),
    ...(found.reasons.includes("DESIL_DI_ATAS_BATAS") && found.desil !== undefined
      ? [desilText(found, "check.desilLine")]
      : []),
    ...aidTexts(found, district, today),
    ...(found.tickets.length > 0
      ? [{ key: "check.tickets", values: { tickets: { lines: found.tickets.map(ticketLine) } } }]
      : []),
  ];
}

export const registeredText = (asOf = "", { district, noCards }: Facts): Text => ({
  key: noCards ? "check.registeredNoCards" : "check.registered",
  values: { district: district.name, date: { date: asOf } },
});

const TONES: Readonly<Record<ReasonKind, CardTexts["tone"]>> = {
  data: "warn",
  payment: "warn",
  unsure: "warn",
  barred: "bad",
  out: "bad",
  deceased: "warn",
};

export function foundCard(found: Found, district: District): CardTexts | undefined {
  const [status] = validityTexts(found, district);
  const [gravest] = byGravity(found.reasons);
  if (!status || !gravest) return undefined;
  const tone = found.valid ? "good" : found.unread ? "warn" : TONES[REASON_KINDS[gravest]];
  const names = found.shared ? [] : newestAid(found.aid).map(({ programme }) => programmeName(programme, district));
  return { tone, status, names, said: { key: `check.tone.${tone}` } };
}

function validityTexts({ valid, reasons, unread }: Found, district: District): Text[] {
  if (unread) return [{ key: "check.unread", values: { agency: district.agency.name } }];
  if (valid) return [{ key: "check.valid" }];
  return reasonsTexts(byGravity(reasons), district);
}

/** Only the gravest kind gets advice, because advice for a milder kind could contradict it. */
function reasonsTexts(reasons: readonly Reason[], district: District): Text[] {
  const kinds = [...new Set(reasons.map((reason) => REASON_KINDS[reason]))];
  const told = kinds.map((kind): Text => {
    if (kind === "deceased") return { key: "check.reasonHead.deceased" }; // this kind has only one reason
    const lines = reasons.filter((reason) => REASON_KINDS[reason] === kind);
    return {
      key: `check.reasonHead.${kind}`,
      values: { reasons: { lines: lines.map((reason) => reasonLine(reason, district)) } },
    };
  });
  return [...told, ...kinds.slice(0, 1).map((kind): Text => ({ key: `check.reasonFoot.${kind}` }))];
}

function reasonLine(reason: Reason, district: District): Text {
  const { title, repaired_by } = district.reasons[reason];
  const owner: Text = { key: `owner.${repaired_by}` };
  return { key: `check.reasonLine.${REASON_KINDS[reason]}`, values: { title: { words: title }, owner } };
}

function aidTexts({ aid, aidAsOf, shared }: Found, district: District, today: string): Text[] {
  if (shared) return [{ key: "check.aidShared" }];
  if (aid.length === 0 && aidAsOf === undefined) return [{ key: "check.noAidList" }];
  if (aid.length === 0) return [{ key: "check.noAid", values: { date: asOfText(aidAsOf) } }];
  const lines = newestAid(aid).map((row) => aidLine(row, district, today));
  return [{ key: "check.aid", values: { aid: { lines }, date: asOfText(aidAsOf) } }];
}

const asOfText = (date: string | undefined): Value =>
  date ? { key: "check.asOf", values: { date: { date } } } : NOTHING;

export const newestAid = (aid: readonly Paid[]): AidLine[] =>
  listPayments(aid)
    .sort((a, b) => (b.month ?? "").localeCompare(a.month ?? ""))
    .slice(0, MOST_LINES);

export const isPastCollecting = ({ state, lastDay }: Paid, today: string): boolean =>
  state === "SIAP_SALUR" && lastDay !== undefined && lastDay < today;

function aidKey(row: AidLine, today: string): string {
  if (row.isContradicted) return "check.contradicted";
  return isPastCollecting(row, today) ? "check.pastCollecting" : `check.${row.state}`;
}

export function aidLine(row: AidLine, district: District, today: string): Text {
  const programme = district.programmes.find(({ code }) => code === row.programme);
  return {
    key: aidKey(row, today),
    values: {
      programme: programmeName(row.programme, district),
      stage: row.stage ? { key: "check.stage", values: { stage: row.stage } } : NOTHING,
      month: row.month ? { key: "check.month", values: { month: { month: row.month } } } : NOTHING,
      amount: row.amount ? { key: "check.amount", values: { amount: { money: row.amount } } } : NOTHING,
      paidOn: row.paidOn ? { key: "check.paidOn", values: { date: { date: row.paidOn } } } : NOTHING,
      payer: row.payer ? { key: "check.payer", values: { payer: row.payer } } : NOTHING,
      place: row.place ? { key: "check.place", values: { place: row.place } } : NOTHING,
      lastDay: row.lastDay ? { key: "check.lastDay", values: { date: { date: row.lastDay } } } : NOTHING,
      ended: programme?.state === "ended" ? { key: "check.ended" } : NOTHING,
    },
  };
}

const ticketLine = ({ number, state, repaired }: Found["tickets"][number]): Text => ({
  key: "check.ticketLine",
  values: { number, state: { key: repaired ? "ticketState.repaired" : `ticketState.${state}` } },
});
