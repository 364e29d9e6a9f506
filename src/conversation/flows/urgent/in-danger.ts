import type { Content, Text } from "../../../vocabulary/message.ts";
import { asksRead } from "../../engine/answer-read.ts";
import { asideIn } from "../../engine/asides.ts";
import { wordsIn } from "../../engine/content.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { isRecent, TOLD_KEPT } from "../../engine/lapse.ts";
import type { StateName } from "../../engine/state-names.ts";
import { beginWithdrawal } from "../../engine/withdraw-report.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isAboutAid } from "../../understanding/secret-wish.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { betterIn } from "./better.ts";
import { careTextsOutside } from "./care.ts";
import { askConsentAgain, takeConsent, takeThanks } from "./consent.ts";
import { asksWhenHelpComes, dangersMeant, freshDangers, isCry, isPlea, otherMatterIn, takesBack } from "./cries.ts";
import { type Here, isKept, isSurvivors, keyOfFirst, knownHere, numbersText } from "./data.ts";
import { firstTexts } from "./first-texts.ts";
import { childTexts, FIRE, furtherTexts, isNearer, rememberAid } from "./further.ts";
import { helpAskedTexts } from "./help-asked.ts";
import { sayAndKeep } from "./keep-words.ts";
import { growingTexts, poisonFeltTexts, tellsGrowth, wishTexts } from "./later-texts.ts";
import { heardTexts, isRemedy } from "./next-step.ts";
import { refuseContact, saysNoContact, wantsNoContact } from "./no-contact.ts";
import { takeCorrection } from "./pick.ts";
import { placedTexts } from "./placed.ts";
import { answerQuestion, leaveToOfficer, whoAnswersTexts } from "./questions.ts";
import { callsOff, takeBack, takeReportBack } from "./take-back.ts";

/** In these states, the chat answers further questions. */
const ANSWERS: ReadonlySet<StateName> = new Set(["urgent.place", "urgent.open"]);

/** The chat waits for no answer in these states. */
const READS_ONLY: ReadonlySet<StateName> = new Set(["menu.choose", "menu.suggest", "ask.show", "ask.more"]);

/** The chat may have misread the words that led to these states. */
const WITHOUT_WORDS: ReadonlySet<StateName> = new Set(["officer.ask", "complaint.category", "check.number"]);

const isWithoutWords = ({ at, data }: Context["session"]): boolean => WITHOUT_WORDS.has(at) && !data.text;

function mayPlace({ data, session }: Here): boolean {
  if (flowOf(session.at) === "urgent" || READS_ONLY.has(session.at)) return true;
  return !data.isPlaced && isWithoutWords(session);
}

export function answerInDanger(content: Content, context: Context): Step | undefined {
  const words = wordsIn(content);
  if (content.type === "phone" || words === undefined) return undefined;
  const here: Here = { ...context, data: knownHere(context) };
  if (here.data.dangers.length === 0) return warnAfterViolence(words, context);
  const { words: lists } = context.facts;
  const isHere = flowOf(context.session.at) === "urgent";
  if (isHere && wantsNoContact(words, here)) return refuseContact(here);
  const isFresh = freshDangers(words, here.data, context.facts).length > 0;
  const corrected = isHere && !isFresh ? takeCorrection(words, here) : undefined;
  if (corrected) return corrected;
  const better = isFresh ? undefined : gotBetter(words, here);
  if (better) return better;
  const further = isSurvivors(here.data.dangers) ? [] : furtherTexts(words, here);
  const felt = poisonFeltTexts(words, here);
  if (felt.length > 0) return sayAndKeep(further.length > 0 ? further : felt, words, here);
  if (isFresh) return undefined;
  if (further.length > 0 && isKept(here)) return sayAndKeep(further, words, here);
  const placed = isKept(here) && mayPlace(here) ? placedTexts(words, here) : [];
  if (placed.length > 0 && !tellsGrowth(words, here)) return sayAndKeep(placed, words, here);
  const first = isHere || isKept(here) ? firstTexts(words, here.data, lists) : [];
  const urgent = first.length > 0 ? first : growingTexts(words, here);
  if (keyOfFirst(urgent) === FIRE && context.session.at === "urgent.consent")
    return askConsentAgain(urgent, rememberAid(urgent, context.facts));
  if (urgent.length > 0) {
    const step = sayAndKeep(urgent, words, here);
    return context.session.at === "urgent.safely" ? { ...step, quiet: true } : step;
  }
  if (takesBack(words, here.data, context.facts) && !isStillAfraid(words, here)) return takeBackOrHelp(words, here);
  if (isHere && callsOff(words, here)) return takeReportBack(words, here);
  if (isHere) return answerHere(content, words, here);
  if (!isKept(here)) return undefined;
  const isFree = READS_ONLY.has(context.session.at) || isWithoutWords(context.session);
  if (isFree && asksWhenHelpComes(words, lists)) return sayAndKeep([whenHelpText(here)], words, here);
  if (isPlea(words, here)) {
    const wishes = wishTexts(words, here);
    return sayAndKeep(wishes.length > 0 ? wishes : heardTexts(words, here), words, here);
  }
  const isAtMenu = flowOf(context.session.at) === "menu" && lists.urgent.whereTo.isIn(plainText(words));
  const steps = isAtMenu && !isAboutAnother(words, here) ? answerQuestion(content, here) : undefined;
  if (steps) return sayAndKeep(steps, words, here);
  const care = careTextsOutside(words, isFree, here);
  return care.length > 0 ? sayAndKeep(care, words, here) : undefined;
}

const MOST_WORDS = 6;

/** The session does not remember violence, so any danger of the last day counts. */
function warnAfterViolence(words: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const plain = plainText(words);
  const isShort = plain.split(" ").length <= MOST_WORDS;
  if (!isShort || !isRecent(session.urgentAt, TOLD_KEPT, facts.now)) return undefined;
  if (flowOf(session.at) === "menu" && saysNoContact(words, facts))
    return beginWithdrawal(words, context, "urgent.notReferred");
  if (!isNearer(plain, facts.words)) return undefined;
  return { to: session.at, say: [{ key: "urgent.policeNow" }] };
}

function gotBetter(words: string, here: Here): Step | undefined {
  const { session, data, facts } = here;
  const isHere = flowOf(session.at) === "urgent";
  if (!isHere && !isKept(here)) return undefined;
  const mayEnd = !data.isTaken && session.at !== "urgent.consent";
  if (mayEnd && takesBack(words, data, facts)) return undefined;
  const better = betterIn(words, here);
  if (!better) return undefined;
  if (session.at === "urgent.consent") return askConsentAgain(better.say);
  const step = sayAndKeep(better.say, words, { ...here, data: { ...data, isTaken: better.isTaken } });
  const matter = better.rest === "" ? undefined : otherMatterIn(better.rest, facts);
  if (matter === undefined) return step;
  return { ...step, to: "menu.choose", quiet: true, reread: { type: "text", text: matter } };
}

const whenHelpText = (here: Here): Text =>
  numbersText(here.data.dangers.includes("hunger") ? "urgent.whenFood" : "urgent.whenHelp", here);

/** Whether the words are about aid or a complaint: "ambil PKH ke mana". */
function isAboutAnother(words: string, { facts }: Here): boolean {
  const { programme, category } = understoodOnce({ type: "text", text: words }, facts).extracted;
  if (programme !== undefined || isAboutAid(plainText(words), facts.words)) return true;
  return category !== undefined || facts.signals(words).includes("accusation");
}

const isAboutReport = (words: string, here: Here): boolean =>
  ANSWERS.has(here.session.at) &&
  (asksRead(words, here) || ["who-reads", "withdraw"].includes(asideIn(words, here) ?? ""));

const saysGoodbye = (content: Content, { data, facts }: Here): boolean =>
  content.type === "text" &&
  data.dangers.includes("self-harm") &&
  !data.isOfAnother &&
  understoodOnce(content, facts).intent === "thanks";

function answerHere(content: Content, words: string, here: Here): Step | undefined {
  const { words: lists } = here.facts;
  if (isCry(words, lists)) return sayAndKeep([numbersText("urgent.callNow", here)], words, here);
  const who = whoAnswersTexts(words, here);
  if (who.length > 0 && here.session.at === "urgent.consent") return askConsentAgain(who);
  if (who.length > 0) return sayAndKeep(who, words, here);
  const consented = takeThanks(words, here) ?? takeConsent(words, here);
  if (consented) return consented;
  const further =
    isSurvivors(here.data.dangers) && !lists.urgent.noCall.isIn(plainText(words)) ? furtherTexts(words, here) : [];
  const ofChild = childTexts(words, here);
  const asked = [...(further.length > 0 ? further : helpAskedTexts(words, here)), ...ofChild];
  if (asked.length > 0 && here.session.at === "urgent.consent")
    return askConsentAgain(asked, rememberAid(asked, here.facts));
  if (asked.length > 0) return sayAndKeep(asked, words, here);
  if (here.data.number === undefined) return undefined;
  if (isAboutReport(words, here)) return undefined; // the engine answers
  if (isKept(here) && saysGoodbye(content, here)) return sayAndKeep([{ key: "urgent.staying" }], words, here);
  if (asksWhenHelpComes(words, lists)) return sayAndKeep([whenHelpText(here)], words, here);
  if (content.type === "text" && meaningOf(words, lists) === "cancel") return takeBack(words, here);
  if (!ANSWERS.has(here.session.at)) return undefined;
  if (isKept(here) && isRemedy(words, here)) return sayAndKeep(heardTexts(words, here), words, here);
  const wishes = isKept(here) ? wishTexts(words, here) : [];
  if (wishes.length > 0) return sayAndKeep(wishes, words, here);
  if (isKept(here) && isPlea(words, here)) return sayAndKeep(heardTexts(words, here), words, here);
  const answered = answerQuestion(content, here) ?? answerNamedDanger(content, words, here);
  return answered && sayAndKeep(answered, words, here);
}

function answerNamedDanger(content: Content, words: string, here: Here): Text[] | undefined {
  const named = isKept(here) ? dangersMeant(words, here.facts) : [];
  const asked = named.length > 0 && !named.includes("self-harm") && leaveToOfficer(content, here);
  return asked || undefined;
}

/** A text such as "sudah aman tapi takut" does not end a talk about violence. */
const isStillAfraid = (words: string, { data, facts }: Here): boolean =>
  isSurvivors(data.dangers) && facts.words.crisis.relapse.isIn(plainText(words));

/** The name of this first aid in the packs. */
const BLEEDING = "bleeding";

/** A citizen who took pills or bleeds must see a doctor, even after a joke. */
function takeBackOrHelp(words: string, here: Here): Step {
  const { data, session, facts } = here;
  const isBleeding = data.lastAid === BLEEDING && facts.words.urgent.jokes.isIn(plainText(words));
  if (isBleeding && session.at === "urgent.consent") return askConsentAgain([{ key: "urgent.woundedNow" }]);
  if (data.isTaken || isBleeding) return sayAndKeep([{ key: "urgent.takenJoke" }], words, here);
  if (session.at === "urgent.consent" && facts.words.crisis.safeNow.isIn(plainText(words)))
    return askConsentAgain([{ key: "urgent.better.violence" }]);
  return takeBack(words, here);
}
