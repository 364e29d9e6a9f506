import type { Danger } from "../../signals/danger.ts";
import { besideKept, forbidsWithdrawal } from "../understanding/hold-back.ts";
import { doubtsIt } from "../understanding/moods.ts";
import { plainText } from "../understanding/normalise.ts";
import { asksAbout, asksSomething } from "../understanding/question-words.ts";
import { isAboutAid, saysMore, wishesSecrecy } from "../understanding/secret-wish.ts";
import { addToReport } from "./add-to-report.ts";
import { answerInLine } from "./answer-in-line.ts";
import { answerLeak } from "./answer-leak.ts";
import { answerRead } from "./answer-read.ts";
import { answerVisit } from "./answer-visit.ts";
import { dropDraft } from "./drop-draft.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { helplineTexts } from "./helplines.ts";
import { accusesOurs, discreetText } from "./own-office.ts";
import { dangerLaneHere, isKeptHere, keepSecret } from "./secrecy.ts";
import type { FlowName } from "./state-names.ts";
import { ticketAsked } from "./ticket-answer.ts";
import { answerWithdrawn, beginWithdrawal, keepFromWithdrawal, withdrawFiled } from "./withdraw-report.ts";

const MOST_WORDS = 16;
const LONGEST = 140;
const MOST_TO_WITHDRAW = 14;

/** A question or wish about the service itself, not the beginning of a report. */
export type Aside =
  | "if-they-come"
  | "struck-off"
  | "data-safe"
  | "why-number"
  | "nameless"
  | "secret"
  | "who-reads"
  | "cost"
  | "about-us"
  | "whom-to-call"
  | "withdraw"
  | "told-to-withdraw"
  | "keep";

export function asideIn(text: string, { facts }: Pick<Context, "facts">): Aside | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainText(text);
  const said = plain.split(" ");
  if (said.length > MOST_WORDS) return undefined;
  const { words } = facts;
  const { asides, questions, secrecy } = words;
  const says = (list: ReadonlySet<string>): boolean => said.some((word) => list.has(word));
  const asks = asksSomething(text, words) || text.includes("?") || says(questions.asks);
  if (asksCost(said, asks, words)) return "cost";
  if (asides.aboutUs.isIn(plain)) return "about-us";
  if (asides.whomToCall.isIn(plain)) return "whom-to-call";
  if ((asks || asksAbout(text, words)) && asides.ifTheyCome.isIn(plain)) return "if-they-come";
  if (asides.struckOff.isIn(plain)) return "struck-off";
  if (asides.whyNumber.isIn(plain)) return "why-number";
  if (asks && asides.dataSafe.isIn(plain)) return "data-safe";
  if (secrecy.asksWho.isIn(plain) || (says(secrecy.known) && secrecy.accused.isIn(plain))) return "who-reads";
  if (asides.nameless.isIn(plain)) return "nameless";
  const tells = facts.signals(text).includes("accusation");
  const last = plainText(text.split(/[.!\n]\s/).at(-1) ?? "").split(" ");
  if (!tells && last.length < said.length && asksCost(last, asks, words)) return "cost";
  const isWrong = tells && (/\d/.test(plain) || says(asides.takes));
  if (asks && says(secrecy.known) && says(secrecy.report) && !isAboutAid(plain, words) && !isWrong) return "who-reads";
  const isShort = said.length <= MOST_TO_WITHDRAW;
  const isElse = says(asides.notTheReport) || asides.takenAway.isIn(plain);
  if (isShort && forbidsWithdrawal(text, words) && !asides.withdraws.isIn(besideKept(text, words))) return "keep";
  if (isShort && asides.toldToWithdraw.isIn(plain)) return "told-to-withdraw";
  if (isShort && asides.withdraws.isIn(plain) && !asides.withdrawn.isIn(plain) && !isElse) return "withdraw";
  if (tells) return undefined;
  return wishesSecrecy(text, words) ? "secret" : undefined;
}

const AMOUNT = /^\d+\p{L}{0,4}$/u;

function asksCost(said: readonly string[], asks: boolean, { asides }: Context["facts"]["words"]): boolean {
  const says = (list: ReadonlySet<string>): boolean => said.some((word) => list.has(word));
  const isCost = says(asides.cost) && said.every((word) => asides.costBeside.has(word) || AMOUNT.test(word));
  return isCost && (asks || says(asides.costAsks));
}

const READ_BY_FEW: ReadonlySet<Aside | undefined> = new Set(["who-reads", "secret"] as const);

export function answerAside(text: string, context: Context): Step | undefined {
  const { session } = context;
  if (session.at === "urgent.consent" || session.at === "urgent.safely") {
    if (READ_BY_FEW.has(asideIn(text, context))) return { to: session.at, say: [{ key: "urgent.whoReads" }] };
    return session.at === "urgent.safely" ? answerRead(text, context) : undefined;
  }
  if (dangerLaneHere(context) === "violence" && asideIn(text, context) === "who-reads")
    return { to: session.at, say: [{ key: "urgent.whoReads" }] };
  const read = answerRead(text, context);
  if (read && ticketAsked(context) === undefined) return read;
  const told =
    answerLeak(text, context) ??
    answerWithdrawn(text, context) ??
    answerVisit(text, context) ??
    addToReport(text, context);
  if (told) return told;
  if (session.at === "complaint.where" && context.facts.words.report.hidesPlace.isIn(plainText(text))) return undefined;
  if (doubtsIt(text, context.facts.words) && hasJustRead(context))
    return { to: session.at, say: [{ key: "common.isTrue" }] };
  if (ASKS_FOR_PROOF.has(flowOf(session.at)) && context.facts.words.asides.proveIt.isIn(plainText(text)))
    return answerInLine("answers.official", context);
  switch (asideIn(text, context)) {
    case "cost":
      return { to: session.at, say: [{ key: "answers.cost" }] };
    case "about-us":
      return answerInLine("answers.official", context);
    case "whom-to-call":
      return { to: session.at, say: helplineTexts(EMERGENCIES, context.facts.district.urgent) };
    case "if-they-come":
      return { to: session.at, say: [{ key: "confidential.ifTheyCome" }] };
    case "struck-off":
      return { to: session.at, say: [{ key: "confidential.notStruckOff" }] };
    case "data-safe":
      return { to: session.at, say: [{ key: "answers.dataSafe" }] };
    case "why-number":
      return { to: session.at, say: [{ key: "answers.whyNumber" }] };
    case "nameless":
      return sayNameless(context);
    case "secret":
      return ticketAsked(context) !== undefined && saysMore(text, context.facts.words)
        ? undefined
        : (beginSecretReport(text, context) ?? keepSecret(context));
    case "who-reads":
      return sayWhoReads(text, context);
    case "withdraw":
      return withdrawHere(text, context);
    case "told-to-withdraw":
      return isToOfficer(context) ? undefined : keepFromWithdrawal("track.toldToWithdraw", context);
    case "keep":
      return isToOfficer(context) || context.session.at === "track.withdraw"
        ? undefined
        : keepFromWithdrawal("track.noneWithdrawn", context);
    default:
      return undefined;
  }
}

/** A mere promise of secrecy could make the citizen think that the report is sent. */
function beginSecretReport(text: string, context: Context): Step | undefined {
  const { session, facts, flows } = context;
  if (!BEGINS_REPORT.has(flowOf(session.at)) || !facts.words.report.announces.isIn(plainText(text))) return undefined;
  const step = flows.stateAt("complaint.category").enter?.(undefined, context);
  return (
    step && {
      ...step,
      say: [{ key: "confidential.asked" }, ...(step.say ?? [])],
      session: { ...step.session, confidentialAt: facts.now },
    }
  );
}

const BEGINS_REPORT: ReadonlySet<FlowName> = new Set(["menu", "ask", "programmes", "offices", "check", "privacy"]);

const isToOfficer = (context: Context): boolean =>
  ticketAsked(context) !== undefined || stateHere(context).free === true || flowOf(context.session.at) === "complaint";

function withdrawHere(text: string, context: Context): Step | undefined {
  const { at } = context.session;
  if (!["complaint", "finish"].includes(flowOf(at))) return beginWithdrawal(text, context);
  return withdrawFiled(text, context) ?? (stateHere(context).send?.(context) ? dropDraft(context) : undefined);
}

/** Only in these flows, "buktinya apa" asks for proof that the agency runs this chat. */
const ASKS_FOR_PROOF: ReadonlySet<FlowName> = new Set(["menu", "check", "privacy", "programmes", "offices", "officer"]);

const EMERGENCIES: readonly Danger[] = ["disaster", "urgent-medical", "violence"];

function sayNameless({ session }: Context): Step | undefined {
  if (flowOf(session.at) !== "complaint") return undefined;
  return { to: session.at, say: [{ key: "confidential.nameless" }], session: { offersSecrecy: true } };
}

function sayWhoReads(text: string, context: Context): Step {
  const { session, facts, data } = context;
  const { text: story = "" } = data as { text?: string };
  const words = accusesOurs(text, facts) ? text : story;
  if (isKeptHere(context) || accusesOurs(words, facts)) return { to: session.at, say: [discreetText(words, facts)] };
  const own = stateHere(context).whoReads?.(context);
  return { to: session.at, say: [own ?? { key: "confidential.whoReads" }], session: { offersSecrecy: true } };
}

const hasJustRead = (context: Context): boolean =>
  ["check", "repair", "programmes", "offices"].includes(flowOf(context.session.at)) &&
  stateHere(context).brief !== undefined &&
  ticketAsked(context) === undefined;
