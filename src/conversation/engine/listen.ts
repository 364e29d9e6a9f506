import type { Content, Text } from "../../vocabulary/message.ts";
import { meaningOf } from "../understanding/bare-answer.ts";
import { isChainLetter } from "../understanding/chain-letter.ts";
import { asksToWait, globalCommand } from "../understanding/commands.ts";
import { isAngry } from "../understanding/moods.ts";
import { plainText } from "../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { answerBareFollowUp } from "./answer-bare-follow-up.ts";
import { returnToAnswer } from "./answer-before.ts";
import { answerBesideDraft } from "./answer-beside-draft.ts";
import { answerFollowUp } from "./answer-follow-up.ts";
import { answerHarm, withWarning } from "./answer-harm.ts";
import { answerInLine } from "./answer-in-line.ts";
import { answerMourner } from "./answer-mourner.ts";
import { answerShortQuestion } from "./answer-short-question.ts";
import { answerAside } from "./asides.ts";
import { resumeReport } from "./cancelled-draft.ts";
import { answerToClosing } from "./closing-letter.ts";
import { filesIn } from "./content.ts";
import { announcesReport, wishesCheck } from "./corrected-intent.ts";
import { dangerWithDraft } from "./danger-with-draft.ts";
import { isDoublePress, isTypedTwice } from "./double-press.ts";
import { unsentTexts } from "./filed-report.ts";
import { type Context, flowOf, isFree, type Step, stateHere } from "./flow.ts";
import { withGreeting } from "./greeting.ts";
import { keepDraft } from "./keep-draft.ts";
import { withLanguageOffer } from "./language-offer.ts";
import { isRecent } from "./lapse.ts";
import { leaveNumber } from "./leave-number.ts";
import { objectToDeath, reportDeath } from "./name-report.ts";
import { optionsOf } from "./prompt.ts";
import { routeOf } from "./routes.ts";
import { withSecondQuestion } from "./second-question.ts";
import { withKeptDraft, withSecrecy } from "./secrecy.ts";
import type { Session } from "./session.ts";
import {
  namedOption,
  sayOldButton,
  takeChoice,
  takeEarlierTitle,
  takeOption,
  takeTitle,
  typedMenuRow,
  typedOption,
} from "./take-choice.ts";
import { callOff, isDraft, takeChangeOfMind, takeCommand } from "./take-command.ts";
import { takeHoldBack } from "./take-hold-back.ts";
import { questionAfterThanks } from "./thanks.ts";
import { takeAnswer } from "./ticket-answer.ts";

const DAY = 86_400_000;

export function listen(content: Content, context: Context): Step {
  const first = comesFirst(content, context);
  if (first) return keepDraft(withWarning(first, content, context), context);
  const taken = withKeptDraft(takeContent(content, context), context);
  const step = withGreeting(withSecrecy(taken, content, context), content, context);
  const take = (part: TextContent): Step => comesFirst(part, context) ?? takeContent(part, context);
  const asked = withSecondQuestion(step, content, context, take);
  return asked.session?.alsoAsked ? asked : withLanguageOffer(asked, content, context); // one offer at a time
}

/** Some flows, such as `urgent`, see each message before the current state. */
export function comesFirst(content: Content, context: Context): Step | undefined {
  for (const flow of context.flows.all) {
    const step = flow.comesFirst?.(content, context);
    if (step) return step;
  }
  const together = dangerWithDraft(content, context);
  return together && comesFirst(together, context);
}

function takeContent(content: Content, context: Context): Step {
  const { session, facts } = context;
  switch (content.type) {
    case "start":
      return enterByPayload(content.payload ?? "", context) ?? { to: "menu.choose" };
    case "choice":
      if (isDoublePress(content.id, context)) return { to: session.at, quiet: true };
      return takeChoice(content.id, context) ?? takeTitle(content.title, context) ?? sayOldButton(session);
    case "text":
      if (isTypedTwice(content.text, context)) return { to: session.at, quiet: true };
      if (isUsedCard(content.text, session))
        return { to: session.at, say: [{ key: "check.usedAlready" }], quiet: true };
      return withCaution(takeText(content, context), content.text, context);
    case "numbers":
      return takeNumbers(content, context);
    case "other":
      if (content.kind === "number-in-group") {
        return { to: session.at, quiet: true, say: [{ key: "common.numberInGroup" }] };
      }
      return takeHere(content, context) ?? sayUnusable(content, session, facts.now);
    default:
      return (
        takeAnswer(content, context) ??
        takeHere(content, context) ??
        keepVoice(content, context) ??
        sayUnusable(content, session, facts.now)
      );
  }
}

const isUsedCard = (text: string, { at, proof }: Session): boolean =>
  at === "check.result" && proof?.kk !== undefined && text.replace(/[\s.-]/g, "") === proof.kk;

/** The title of an option, such as "English", may equal one of these commands. */
const OFFERED: ReadonlySet<string> = new Set(["language", "reports"]);

export function takeCommandOrChoice(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const command = globalCommand(text, facts.words);
  if (command && !OFFERED.has(command.command)) return takeCommand(command, context);
  const option = typedOption(text, context, false);
  if (option) return takeOption(option, context);
  if (command) return takeCommand(command, context);
  const row = typedMenuRow(text, context, false);
  if (row) return takeOption(row, context);
  const nearly = typedOption(text, context, true) ?? typedMenuRow(text, context, true);
  if (nearly) return takeOption(nearly, context);
  const earlier = isDraft(context) ? undefined : takeEarlierTitle(text, context);
  if (earlier) return earlier;
  const held = takeHoldBack(text, context);
  if (held) return held;
  const named = namedOption(text, context);
  if (named) return takeOption(named, context);
  if (meaningOf(text, facts.words) === "cancel" && flowOf(session.at) !== "urgent") return callOff(context);
  const { later } = stateHere(context);
  if (later && facts.words.answers.later.isIn(plainText(text))) return { to: session.at, say: [{ key: later }] };
  if (asksToWait(text, facts.words)) return { to: session.at, quiet: true, say: [{ key: "common.takeTime" }] };
  if (facts.words.commands.news.has(plainText(text))) return { to: session.at, say: [{ key: "common.newsComes" }] };
  const isPage =
    facts.numberPage && stateHere(context).takes?.includes("number") && facts.words.commands.page.has(plainText(text));
  return isPage ? { to: session.at } : undefined;
}

function takeText(content: TextContent, context: Context): Step {
  const { session, facts } = context;
  const closing = answerToClosing(content, context);
  if (closing) return keepDraft(closing, context);
  const step =
    takeCommandOrChoice(content.text, context) ??
    answerBareFollowUp(content, context) ??
    returnToAnswer(content, context) ??
    answerHarm(content, context, () => takeAnswer(content, context) ?? takeHere(content, context)) ??
    answerAside(content.text, context) ??
    takeAnswer(content, context);
  if (step) return step;
  const asked = questionAfterThanks(content.text, context);
  if (asked) return { to: session.at, quiet: true, reread: { type: "text", text: asked } };
  const changed = takeChangeOfMind(content.text, context);
  if (changed) return changed;
  const named =
    resumeReport(content.text, context) ?? reportDeath(content.text, context) ?? objectToDeath(content.text, context);
  if (named) return keepDraft(named, context);
  const beside =
    answerMourner(content.text, context) ??
    answerShortQuestion(content, context) ??
    answerFollowUp(content, context, () => takeHere(content, context)) ??
    answerBareFollowUp(content, context, { isPart: true });
  if (beside) return beside;
  const state = stateHere(context);
  if (state.free === true) return takeHere(content, context) ?? sayNotUnderstood(content, context);
  if (isChainLetter(content, facts.words)) return answerInLine("answers.hoax", context);
  if (isFree(state, content, context)) return takeHere(content, context) ?? sayNotUnderstood(content, context);
  const lost = takeLost(content, context);
  if (lost) return lost;
  const aside = leaveNumber(content, context);
  if (aside) return aside;
  const understood = understoodOnce(content, facts);
  const route = routeOf(understood, content.text, context);
  if (route?.to === "menu.suggest") return takeHere(content, context) ?? keepDraft(route, context);
  const elsewhere = route && flowOf(route.to) !== flowOf(session.at);
  const isPlain = announcesReport(understood, content.text, context) || wishesCheck(understood, content.text, facts);
  const isSure = understood.confidence >= CHANGE_OF_SUBJECT || isPlain;
  if (elsewhere && flowOf(session.at) !== "menu" && !isSure) {
    return takeHere(content, context) ?? sayNotUnderstood(content, context);
  }
  if (elsewhere && !takesNumber(content.text, context))
    return answerBesideDraft(content, context) ?? leaveDraft(route, context);
  return takeHere(content, context) ?? (route ? keepDraft(route, context) : sayNotUnderstood(content, context));
}

function takeLost(content: TextContent, context: Context): Step | undefined {
  if (flowOf(context.session.at) !== "menu") return undefined;
  for (const flow of context.flows.all) {
    const step = flow.takesLost?.(content, context);
    if (step) return step;
  }
  return undefined;
}

function leaveDraft(step: Step, context: Context): Step {
  const isUnsent = flowOf(context.session.at) === "complaint" && stateHere(context).send?.(context) !== undefined;
  const kept = keepDraft(step, context);
  return isUnsent ? { ...kept, say: [...unsentTexts(context, "finish.stillUnsent"), ...(kept.say ?? [])] } : kept;
}

function withCaution(step: Step, text: string, { facts }: Context): Step {
  const isNumber = facts.numberPage !== undefined && /\d{16}/.test(text.replace(/[\s.-]/g, ""));
  return isNumber ? { ...step, say: [...(step.say ?? []), { key: "check.typedHere" }] } : step;
}

function takeNumbers({ nik, kk }: Content & { type: "numbers" }, context: Context): Step {
  const { session } = context;
  const text = [nik && `NIK ${nik}`, kk && `KK ${kk}`].filter(Boolean).join(" ");
  const isAsked = stateHere(context).takes?.includes("number") ?? false;
  const step = nik
    ? context.flows.stateAt("check.number").enter?.(text, context)
    : isAsked && takeHere({ type: "text", text }, context);
  return step ? keepDraft(step, context) : sayOldButton(session);
}

/** A message with lower confidence does not leave an open question. */
const CHANGE_OF_SUBJECT = 0.5;

function takesNumber(text: string, context: Context): boolean {
  return (stateHere(context).takes?.includes("number") ?? false) && /\d{6}/.test(text.replace(/[\s.-]/g, ""));
}

function takeHere(content: Content, context: Context): Step | undefined {
  const state = stateHere(context);
  const kind = content.type === "text" ? ["text", "number"] : [content.type];
  if (!kind.some((one) => (state.takes as readonly string[] | undefined)?.includes(one))) return undefined;
  return state.take?.(content, context);
}

const MISUNDERSTOOD = ["common.notUnderstood", "common.notUnderstoodAgain"] as const;
const misunderstoodKey = (session: Session): string => MISUNDERSTOOD[isSaidAgain(session) ? 1 : 0];

/** The text of `menu.suggest` already begins with the first `MISUNDERSTOOD` sentence. */
const isSaidAgain = ({ wrong, at }: Session): boolean => (wrong % 2 === 0) === (at === "menu.suggest");

export const saysNotUnderstood = (text: Text): boolean =>
  "key" in text && MISUNDERSTOOD.some((key) => key === text.key);

function sayNotUnderstood({ text }: TextContent, context: Context): Step {
  const { session, facts } = context;
  const most = optionsOf(stateHere(context), context).length;
  const isNumber = most > 1 && /^\d{1,3}$/.test(plainText(text));
  return {
    to: session.at,
    wrong: isNumber
      ? { key: isSaidAgain(session) ? "common.noSuchChoiceAgain" : "common.noSuchChoice", values: { most } }
      : { key: isAngry(text, facts.words) && !isSaidAgain(session) ? "common.sorry" : misunderstoodKey(session) },
  };
}

/** The citizen may be unable to write. */
function keepVoice(content: Content, context: Context): Step | undefined {
  const files = filesIn(content).filter(({ kind }) => kind === "voice");
  if (files.length === 0) return undefined;
  return keepDraft({ to: "officer.ask", data: { files }, say: [{ key: "files.voice" }] }, context);
}

function sayUnusable(content: Content, session: Session, now: number): Step {
  if (isRecent(session.politeAt, DAY, now)) return { to: session.at, quiet: true };
  const key = filesIn(content).length > 0 ? "files.notHere" : "common.cannotUse";
  return { to: session.at, quiet: true, say: [{ key }], session: { politeAt: now } };
}

/** A deep link has the form `name-parameter` or `name_parameter`. */
function enterByPayload(payload: string, context: Context): Step | undefined {
  const [, name = "", parameter] = /^([a-z]+)(?:[-_](.+))?$/i.exec(payload) ?? [];
  const at = context.flows.entry(name.toLowerCase());
  return at ? context.flows.stateAt(at).enter?.(parameter, context) : undefined;
}
