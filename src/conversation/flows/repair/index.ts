import { defined } from "../../../defined.ts";
import { isKeptFromVillage, isObjectedTo, isRepairable } from "../../../register/reason-kinds.ts";
import { isReason } from "../../../register/reasons.ts";
import type { Reason } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import {
  type Context,
  defineFlow,
  flowOf,
  type Option,
  type State,
  type StatesOf,
  type Step,
} from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import { answerAboutReason } from "../../flows-shared/reason-answers.ts";
import { sourceText } from "../../flows-shared/source-text.ts";
import type { Intent } from "../../understanding/intents.ts";
import { wordsOf } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { withoutFillers } from "../../understanding/words.ts";
import { RepairData } from "./data.ts";
import { deceasedStates } from "./deceased.ts";
import { kindsStates } from "./kinds.ts";
import { takeLivingSaidDead } from "./living-said-dead.ts";
import { bareTexts, detailsOf, partAsked, practicalFor, reasonText } from "./reason-text.ts";

const ASKED: readonly Reason[] = ["KTP_LAMA", "EKTP_BELUM_AKTIF", "MENINGGAL", "TIDAK_PADAN"];

function reportRepaired({ data: { reason } }: Context<RepairData>): Step<RepairData> {
  return { to: "ticket.collect", data: { category: "repair-data", ...defined({ reason }) } };
}

/** "Sudah" must be among this many first words: "ktp saya sudah jadi". */
const MOST_BEFORE = 4;

const meaningfulWords = (text: string, { words }: Facts): string[] => withoutFillers(wordsOf(text, words), words);

function saysRepaired({ text }: TextContent, facts: Facts): boolean {
  const { repair } = facts.words;
  const words = meaningfulWords(text, facts);
  const begun = words.slice(0, MOST_BEFORE).some((word) => repair.done.has(word));
  if (!begun || words.some((word) => repair.notYet.has(word))) return false;
  return words.length === 1 || words.some((word) => repair.repaired.has(word));
}

const HERE: ReadonlySet<Intent> = new Set(["unknown", "repair", "officer", "official"]);

function partOf(content: TextContent, { data: { reason }, facts }: Context<RepairData>): Text[] {
  if (!reason) return [];
  const bare = bareTexts(content.text, reason, facts);
  if (bare.length > 0) return bare;
  const { intent, extracted } = understoodOnce(content, facts);
  if (!HERE.has(intent)) return [];
  const words = meaningfulWords(content.text, facts);
  const part = partAsked(words, reason, facts);
  const isStillOpen =
    intent === "repair" && !extracted.reason && words.some((word) => facts.words.repair.notYet.has(word));
  // A repeated question gets a short text.
  return part.length === 0 && (extracted.reason === reason || isStillOpen)
    ? practicalFor(reason, facts.district)
    : part;
}

function takeQuestionOrDone(content: TextContent, context: Context<RepairData>): Step<RepairData> | undefined {
  if (saysRepaired(content, context.facts)) return reportRepaired(context);
  const say = partOf(content, context);
  return say.length > 0 ? { to: context.session.at, say } : undefined;
}

const reasonHere = ({ reason }: RepairData): Reason => reason ?? "TIDAK_DIKETAHUI";

const toldHere: Pick<State<RepairData>, "takes" | "free" | "take" | "answers"> = {
  takes: ["text"],
  answers: (question, { data, facts, session }) => ({
    to: session.at,
    say: answerAboutReason(question, reasonHere(data), facts.district),
  }),
  free: (content, context) => saysRepaired(content, context.facts) || partOf(content, context).length > 0,
  take: (content, context) => (content.type === "text" ? takeQuestionOrDone(content, context) : undefined),
};

const done: Option<RepairData> = {
  id: "done",
  title: { key: "repair.done" },
  to: "ticket.collect",
  step: reportRepaired,
};
const object: Option<RepairData> = {
  id: "object",
  title: { key: "repair.object" },
  to: "ticket.collect",
  step: ({ data: { reason } }) => ({
    to: "ticket.collect",
    data: {
      category: "objection",
      ...defined({ reason }),
      ...(reason && isKeptFromVillage(reason) ? { confidential: true } : {}),
    },
  }),
};
const mendOptions = (reason: Reason | undefined): Option<RepairData>[] => [
  ...(reason === undefined || isRepairable(reason) ? [done] : []),
  ...(reason !== undefined && isObjectedTo(reason) ? [object] : []),
];
const checkOption = ({ reasons, known }: RepairData): Option<RepairData>[] =>
  known || reasons.length > 0 ? [] : [{ id: "check", title: { key: "ask.doorCheck" }, to: "check.number" }];
const AFTER: readonly Option<RepairData>[] = [
  { id: "offices", title: { key: "repair.offices" }, to: "offices.show" },
  toOfficer,
  toMenu,
];

function titleKey({ reasons, known }: RepairData): string {
  if (known === "not-recorded") return "repair.notRecorded";
  return known || reasons.length > 0 ? "repair.title" : "repair.general";
}

function enter(reason: string | undefined, { session, data: { reasons } }: Context<RepairData>): Step<RepairData> {
  if (!isReason(reason)) return { to: "repair.choose" };
  const { to, data } = explained(reason);
  const isHere = flowOf(session.at) === "repair" && reasons.includes(reason);
  const seen = session.people.some(({ proved }) => proved);
  return { to, data: { ...data, ...(isHere ? { reasons } : {}), ...(seen ? { known: "seen" as const } : {}) } };
}

const states: StatesOf<"repair", RepairData> = {
  choose: {
    prompt: "repair.choose",
    options: ({ facts }) => [
      ...ASKED.map((reason): Option<RepairData> => {
        const { to, data } = explained(reason);
        return { id: reason.toLowerCase(), title: { words: facts.district.reasons[reason].title }, to, data };
      }),
      { id: "unknown", title: { key: "repair.dontKnow" }, means: "unknown", to: "check.number" },
      { id: "others", title: { key: "repair.others" }, to: "repair.kinds" },
      toMenu,
    ],
    leadsTo: ["repair.explain", "repair.deceased", "check.number", "repair.kinds", "menu.choose"],
    enter,
  },
  explain: {
    prompt: ({ data, facts }) => reasonText(reasonHere(data), facts.district, titleKey(data)),
    brief: "common.chooseOrWrite",
    options: ({ data }) => [
      ...mendOptions(data.reason),
      ...otherReasons(data.reason, data.reasons),
      { id: "details", title: { key: "repair.details" }, to: "repair.details" },
      ...checkOption(data),
      ...AFTER,
    ],
    leadsTo: [
      "repair.explain",
      "repair.deceased",
      "repair.details",
      "ticket.collect",
      "check.number",
      "offices.show",
      "officer.ask",
      "menu.choose",
    ],
    enter,
    ...toldHere,
  },
  details: {
    prompt: ({ data, facts }) => detailsOf(reasonHere(data), facts.district),
    brief: "common.chooseOrWrite",
    options: ({ data: { reason: here } }) => [
      ...mendOptions(here),
      {
        id: "source",
        title: { key: "ask.sources" },
        to: "repair.details",
        step: ({ data, facts }) => ({
          to: "repair.details",
          say: [sourceText(facts.district.reasons[reasonHere(data)])],
        }),
      },
      ...AFTER,
    ],
    leadsTo: ["ticket.collect", "repair.details", "offices.show", "officer.ask", "menu.choose"],
    ...toldHere,
  },
  ...kindsStates,
  ...deceasedStates,
};

function otherReasons(reason: Reason | undefined, reasons: readonly Reason[]): Option<RepairData>[] {
  const next = reasons[reasons.indexOf(reason as Reason) + 1];
  if (!next || reasons.length < 2) return [];
  return [{ id: "next", title: { key: "repair.nextReason" }, to: explained(next).to, data: { reason: next } }];
}

export const repair = defineFlow("repair", RepairData, states, { comesFirst: takeLivingSaidDead });
