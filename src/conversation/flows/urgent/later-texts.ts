import type { Text } from "../../../vocabulary/message.ts";
import { flowOf } from "../../engine/flow.ts";
import { globalCommand } from "../../understanding/commands.ts";
import { holdsWord, plainText } from "../../understanding/normalise.ts";
import { phoneIn } from "../../understanding/phone.ts";
import { isForHelper } from "./another.ts";
import { asksWhenHelpComes, takesBack, wantsCall, wantsFood } from "./cries.ts";
import { categoryOf, type Here, isSurvivors, reportValues, type UrgentData } from "./data.ts";
import { FIRE, isNearer } from "./further.ts";
import { helpAskedTexts } from "./help-asked.ts";
import { helpTextsFor } from "./help-text.ts";

const NOT_ALONE = "urgent.notAlone";

const STEP_BACK = "urgent.stepBack";

const DONE_NOW = "urgent.doneNow";

const MEANS_AWAY = "urgent.meansAway";

const stepBackTexts = ({ timesAlone }: UrgentData): Text[] => [{ key: timesAlone % 2 === 0 ? NOT_ALONE : STEP_BACK }];

const takenTexts = ({ lastSaid }: UrgentData): Text[] => [
  { key: lastSaid === "urgent.takenStill" ? "urgent.takenNow" : "urgent.takenStill" },
];

export const notAloneTexts = ({ lastSaid }: UrgentData, { district }: Here["facts"]): Text[] =>
  lastSaid === NOT_ALONE ? helpTextsFor(["self-harm"], district) : [{ key: NOT_ALONE }];

const isStillPoisoned = (words: string, { data, facts, session }: Here): boolean =>
  data.isTaken &&
  flowOf(session.at) === "urgent" &&
  globalCommand(words, facts.words)?.command !== "menu" &&
  !asksWhenHelpComes(words, facts.words) &&
  !takesBack(words, data, facts);

export function poisonFeltTexts(words: string, { data, facts }: Here): Text[] {
  const { crisis, urgent, helplines } = facts.words;
  const plain = plainText(words);
  const isFelt = [helplines.ill, urgent.weak, urgent.drowsy, crisis.seemsWell].some((list) => list.isIn(plain));
  return data.isTaken && isFelt ? takenTexts(data) : [];
}

/** After other texts, "udah" means that the citizen has followed our advice. */
const saysDone = (plain: string, { data, facts }: Here): boolean =>
  !isForHelper(data) && data.lastSaid === "urgent.human.self-harm" && facts.words.crisis.isDone.isIn(plain);

function isInCare(plain: string, { words: { crisis, urgent } }: Here["facts"]): boolean {
  const { hospitalised, notBetter, relapse } = crisis;
  if (!hospitalised.isIn(plain) || notBetter.isIn(plain) || relapse.isIn(plain)) return false;
  return !urgent.wounded.isIn(hospitalised.replacedIn(plain, ""));
}

/** Answers words that tell of a growing danger. */
export function growingTexts(words: string, context: Here): Text[] {
  const { data, facts } = context;
  const { dangers } = data;
  const { alarms, crisis, urgent, helplines } = facts.words;
  const plain = plainText(words);
  if (isSurvivors(dangers)) {
    if (crisis.burns.isIn(plain)) return [{ key: FIRE }];
    if (urgent.attackNow.isIn(plain) || isNearer(plain, facts.words)) return [{ key: "urgent.policeNow" }];
    if (helplines.order.isIn(plain)) return helpAskedTexts(words, context);
    if (helplines.visum.isIn(plain)) return []; // a question about the visum does not mean a wound
    if (isInCare(plain, facts)) return [{ key: "urgent.better.inCare" }];
    return urgent.wounded.isIn(plain) ? [{ key: "urgent.woundedNow" }] : [];
  }
  if (dangers.includes("self-harm")) {
    if (helplines.ill.isIn(plain) || isStillPoisoned(words, context)) return takenTexts(data);
    if (saysDone(plain, context)) return [{ key: DONE_NOW }];
    if (isForHelper(data)) return urgent.aboutToDie.isIn(plain) ? [{ key: "urgent.otherSteps" }] : [];
    const isGone = crisis.meansGone.isIn(plain);
    const isKeptBack = isGone && crisis.meansKept.isIn(plain);
    if (isGone && !isKeptBack) return [{ key: "urgent.meansGone" }];
    const held = crisis.noMeans.replacedIn(plain, "");
    const hasMeans = isKeptBack || crisis.means.isIn(held);
    if (hasMeans) return data.lastSaid === MEANS_AWAY ? stepBackTexts(data) : [{ key: MEANS_AWAY }];
    if (alarms.company.isIn(plain)) return [{ key: "urgent.company" }];
    if (urgent.aboutToDie.isIn(held)) return stepBackTexts(data);
  }
  return dangers.includes("hunger") && urgent.weak.isIn(plain) ? [{ key: "urgent.weakNow" }] : [];
}

/** Whether the words themselves tell that the danger grows. */
export const tellsGrowth = (words: string, here: Here): boolean =>
  growingTexts(words, { ...here, data: { ...here.data, isTaken: false } }).length > 0;

export function wishTexts(words: string, context: Here): Text[] {
  const { data, facts } = context;
  const { helplines } = facts.words;
  const values = reportValues(context);
  const lane = categoryOf(data.dangers) === "urgent-private" ? "private" : "urgent";
  const cannotCall = `urgent.cannotCall.${lane}`;
  const unanswered = `urgent.unanswered.${lane}`;
  if (helplines.unanswered.isIn(plainText(words)) && data.lastSaid !== unanswered) return [{ key: unanswered, values }];
  if (facts.words.urgent.cannotCall.isIn(plainText(words)))
    return data.lastSaid === cannotCall ? [] : [{ key: cannotCall, values }];
  if (globalCommand(words, facts.words)?.command === "officer") return [{ key: "urgent.officer", values }];
  const phone = phoneIn(words);
  if (phone) return [{ key: "urgent.callAsked.known", values: { ...values, ending: phone.slice(-2) } }];
  if (data.dangers.includes("hunger") && data.lastSaid !== WHEN_FOOD && helplines.tried.isIn(plainText(words)))
    return [{ key: WHEN_FOOD, values }];
  if (wantsCall(words, facts.words)) return [{ key: "urgent.callAsked.unknown", values }];
  return wantsFood(words, context) && data.lastSaid !== FOOD ? [{ key: FOOD, values }] : [];
}

export function reachText(words: string, { facts }: Here, fallback: Text): Text {
  const { urgent, helplines } = facts.words;
  const plain = plainText(words);
  if (urgent.noCall.isIn(plain)) return { key: "urgent.reach.noCall" };
  return helplines.reach.isIn(plain) && holdsWord(plain, helplines.reaches) ? { key: "urgent.reach.noted" } : fallback;
}

const WHEN_FOOD = "urgent.whenFood";
const FOOD = "urgent.whereTo.hunger";
