import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import { type Danger, dangersIn } from "../../../signals/danger.ts";
import type { Phrases } from "../../../words/phrase.ts";
import type { Words } from "../../../words/words.ts";
import type { Facts } from "../../engine/facts.ts";
import { clausesOf } from "../../understanding/clauses.ts";
import { COURTESY } from "../../understanding/intent-rules.ts";
import { holdsWord, plainText } from "../../understanding/normalise.ts";
import { phoneIn } from "../../understanding/phone.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { withoutFillers } from "../../understanding/words.ts";
import { type Here, isSurvivors, type UrgentData } from "./data.ts";

/** A denial must stand within this many characters before the act. */
const NEAR = 24;

const MOST_BARE = 4;

/** Whether the person has taken poison or pills, or has cut themselves. */
export function isPoisonTaken(text: string, { dangers }: Pick<UrgentData, "dangers">, { urgent }: Words): boolean {
  return clausesOf(text).some((clause) => {
    const isDone = (phrases: Phrases): boolean => {
      const at = phrases.at(clause);
      if (at < 0) return false;
      const joined = [...urgent.joins].map((word) => clause.lastIndexOf(` ${word} `, at));
      const before = clause
        .slice(Math.max(0, ...joined), at)
        .slice(-NEAR)
        .trim();
      return !urgent.notDone.isIn(before);
    };
    const isBare = clause.split(" ").length <= MOST_BARE && !urgent.harmless.isIn(clause);
    if (dangers.includes("self-harm") && isBare && urgent.swallowed.isIn(clause) && !urgent.notDone.isIn(clause))
      return true;
    if (isDone(urgent.takenPoison) || isDone(urgent.cut) || urgent.poisoned.isIn(clause)) return true;
    const isMedicine = holdsWord(clause, urgent.medicine);
    return dangers.includes("self-harm") && isMedicine && (isDone(urgent.taken) || isDone(urgent.swallowed));
  });
}

export const isThreatNow = (text: string, { urgent: { threatNow, notNow } }: Words): boolean =>
  clausesOf(text).some(threatNow.isIn) && !clausesOf(text).some(notNow.isIn);

export function isCry(text: string, { urgent: { worse, calls, callsBeside } }: Words): boolean {
  const plain = plainText(text);
  const said = plain.split(" ");
  const onlyCalls = said.every((word) => calls.has(word) || callsBeside.has(word));
  return worse.isIn(plain) || (onlyCalls && said.some((word) => calls.has(word)));
}

export function asksWhenHelpComes(text: string, { urgent }: Words): boolean {
  const plain = plainText(text);
  return urgent.comes.isIn(plain) && !holdsWord(plain, urgent.notHelp);
}

/** Leaves out dangers that the text denies ("bukan bunuh diri"). */
export function dangersMeant(text: string, { words: { urgent }, signals }: Pick<Facts, "words" | "signals">): Danger[] {
  const plain = plainText(text);
  return dangersIn(signals(urgent.denies.isIn(plain) ? urgent.denies.replacedIn(plain, "") : text));
}

/** Returns the dangers for which the citizen has not read the help yet. */
export function freshDangers(text: string, data: UrgentData, facts: Facts): Danger[] {
  const asksToLive = isSurvivors(data.dangers) && facts.words.crisis.living.isIn(plainText(text));
  return dangersMeant(text, facts).filter(
    (danger) =>
      !data.answered.includes(danger) &&
      isMeant(danger, data, plainText(text), facts.words) &&
      !(asksToLive && danger === "hunger"),
  );
}

/** In a report of self-harm, some other dangers do not count. */
export function isMeant(
  danger: Danger,
  { dangers, isOfAnother }: Pick<UrgentData, "dangers" | "isOfAnother">,
  plain: string,
  { crisis }: Words,
): boolean {
  if (!dangers.includes("self-harm")) return true;
  if (danger === "neglected") return false;
  if (danger === "sexual-coercion" && crisis.debt.isIn(plain)) return false;
  const others = crisis.threatensSelf.replacedIn(plain, "");
  return !isOfAnother || dangerLaneOf([danger]) !== "violence" || crisis.harmsOthers.isIn(others);
}

/** Whether a text takes the danger back ("maaf cuma bercanda"), or says that it is over. */
export function takesBack(text: string, { dangers }: Pick<UrgentData, "dangers">, facts: Facts): boolean {
  const { urgent } = facts.words;
  const plain = plainText(text);
  if (urgent.stillWants.isIn(urgent.denies.replacedIn(plain, ""))) return false;
  const meant = dangersMeant(text, facts);
  if (dangerLaneOf(meant) !== undefined) return false;
  const isFed = dangers.includes("hunger") && urgent.fed.isIn(plain) && !urgent.unfed.isIn(plain);
  if (isFed || urgent.takesBack.isIn(plain)) return true;
  return meant.length === 0 && (urgent.denies.isIn(plain) || urgent.isFine.isIn(plain));
}

const LEAST_MATTER = 3;
const SURE_MATTER = 0.5;

export function otherMatterIn(text: string, facts: Facts): string | undefined {
  const { urgent } = facts.words;
  const rest = text
    .split(/(?<=[.,;!?\n])\s*/)
    .map((clause) => {
      const lists = [urgent.denies, urgent.takesBack, urgent.isFine, urgent.fed].filter((one) =>
        one.isIn(plainText(clause)),
      );
      const left = lists.reduce((said, one) => one.replacedIn(said, ""), plainText(clause)).trim();
      return lists.length === 0
        ? clause
        : withoutFillers(left.split(" "), facts.words).length < LEAST_MATTER
          ? ""
          : left;
    })
    .filter(Boolean)
    .join(" ");
  if (withoutFillers(plainText(rest).split(" "), facts.words).length < LEAST_MATTER) return undefined;
  const { intent, confidence } = understoodOnce({ type: "text", text: rest }, facts);
  return intent !== "unknown" && !COURTESY.has(intent) && confidence >= SURE_MATTER ? rest : undefined;
}

export const wantsCall = (text: string, { urgent }: Words): boolean => urgent.wantsCall.isIn(plainText(text));

export const wantsFood = (text: string, { data, facts: { words } }: Here): boolean =>
  data.dangers.includes("hunger") &&
  (words.urgent.plea.isIn(plainText(text)) || words.urgent.food.isIn(plainText(text)));

export const isPlea = (text: string, context: Here): boolean =>
  context.facts.words.urgent.plea.isIn(plainText(text)) ||
  wantsFood(text, context) ||
  wantsCall(text, context.facts.words) ||
  phoneIn(text) !== undefined;

export type Wish = "no-call" | "secret" | "place" | "other";

/** A longer text may tell a story, which the service must not keep. */
const MOST_OF_A_PLACE = 9;

export function wishIn(text: string, namesPlace: boolean, { urgent }: Words): Wish {
  const plain = plainText(text);
  if (urgent.noCall.isIn(plain)) return "no-call";
  if (urgent.secret.isIn(plain)) return "secret";
  return namesPlace && plain.split(" ").length <= MOST_OF_A_PLACE ? "place" : "other";
}
