import { defined } from "../../../defined.ts";
import type { FirstAid } from "../../../register/urgent-help.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Words } from "../../../words/words.ts";
import { asideIn } from "../../engine/asides.ts";
import { flowOf } from "../../engine/flow.ts";
import { numberForMessages, saysNoCall } from "../../flows-shared/no-call.ts";
import { plainText } from "../../understanding/normalise.ts";
import { phoneIn } from "../../understanding/phone.ts";
import { anotherTexts } from "./another.ts";
import { categoryOf, type Here, isSurvivors, keyOfFirst, rememberSaid, reportValues, type UrgentData } from "./data.ts";

type PhraseList = {
  [List in keyof Words["crisis"]]: Words["crisis"][List] extends { isIn(plain: string): boolean } ? List : never;
}[keyof Words["crisis"]];

/**
 * - `anywhere`: the answer also comes outside this flow.
 * - `after`: the answer comes only directly after this first aid.
 */
type Row = { question: PhraseList; dangers: readonly Danger[]; key: string; anywhere?: true; after?: string };

const SURVIVORS: readonly Danger[] = ["violence", "sexual-coercion"];
const NEEDS: readonly Danger[] = ["urgent-medical", "disaster", "hunger", "neglected"];
const KEPT: readonly Danger[] = ["self-harm", ...NEEDS];

export const FIRE = "urgent.further.fire";

/** The most pressing question stands first. */
const ROWS: readonly Row[] = [
  { question: "burns", dangers: SURVIVORS, key: FIRE },
  { question: "inside", dangers: SURVIVORS, key: FIRE, after: FIRE },
  { question: "abducted", dangers: [...SURVIVORS, "neglected", "disaster"], key: "urgent.further.abducted" },
  { question: "screams", dangers: [...SURVIVORS, "neglected"], key: "urgent.further.screams" },
  { question: "inside", dangers: ["disaster"], key: "urgent.late.disaster" },
  { question: "lateHelp", dangers: SURVIVORS, key: "urgent.late.violence" },
  { question: "lateHelp", dangers: ["disaster"], key: "urgent.late.disaster" },
  { question: "lateHelp", dangers: ["neglected"], key: "urgent.late.violence" },
  { question: "policeNumber", dangers: SURVIVORS, key: "urgent.policeNow" },
  { question: "nearer", dangers: [...SURVIVORS, "disaster"], key: "urgent.policeNow" },
  { question: "childThere", dangers: SURVIVORS, key: "urgent.further.childThere" },
  { question: "silent", dangers: ["neglected"], key: "urgent.further.silent", anywhere: true },
  { question: "force", dangers: ["neglected"], key: "urgent.further.force", anywhere: true },
  { question: "fearsDeath", dangers: NEEDS, key: "urgent.further.fearsDeath", anywhere: true },
  { question: "died", dangers: ["urgent-medical", "disaster", "neglected"], key: "urgent.further.died" },
  { question: "bring", dangers: ["neglected"], key: "urgent.further.bring" },
  { question: "noVehicle", dangers: KEPT, key: "urgent.care.noVehicle" },
  { question: "talk", dangers: SURVIVORS, key: "urgent.further.talk" },
  { question: "believed", dangers: SURVIVORS, key: "urgent.further.believed" },
  { question: "police", dangers: SURVIVORS, key: "urgent.further.police" },
  { question: "threatened", dangers: SURVIVORS, key: "urgent.further.threatened" },
  { question: "refusing", dangers: SURVIVORS, key: "urgent.further.refusing" },
  { question: "law", dangers: SURVIVORS, key: "urgent.further.law" },
  { question: "anyone", dangers: SURVIVORS, key: "urgent.further.anyone" },
  { question: "comesBack", dangers: SURVIVORS, key: "urgent.further.comesBack" },
  { question: "afraid", dangers: SURVIVORS, key: "urgent.further.afraid" },
  { question: "living", dangers: SURVIVORS, key: "urgent.further.living" },
  { question: "blame", dangers: SURVIVORS, key: "urgent.further.notYourFault" },
  { question: "blame", dangers: KEPT, key: "urgent.further.blame" },
  { question: "shame", dangers: ["hunger", "urgent-medical", "disaster"], key: "urgent.further.shame" },
  { question: "helped", dangers: ["neglected"], key: "urgent.further.helped" },
  { question: "cost", dangers: KEPT, key: "urgent.care.pays" },
  { question: "familyKnows", dangers: NEEDS, key: "urgent.further.whoKnows" },
];

export const isNearer = (plain: string, { crisis }: Words): boolean =>
  crisis.fetchesChild.isIn(plain) || crisis.nearer.isIn(crisis.notNearer.replacedIn(plain, ""));

/** `data.text` has the citizen's earlier words. */
export const firstAidFor = (
  words: string,
  data: { dangers: readonly Danger[]; text: string },
  { district, words: lists }: Here["facts"],
) => {
  const plain = lists.alarms.suicide.replacedIn(plainText(words), ""); // "never wake up" does not mean that somebody is unconscious
  const asked = words.trimEnd().endsWith("?") ? `${plain} kah` : plain; // `plainText` has removed the question mark
  const isSafe = !words.includes("?") && !lists.crisis.notSafeYet.isIn(plain);
  return district.urgent.aid.find(
    ({ question, signals, after, better }) =>
      (isSafe || !better) &&
      signals.some((one) => data.dangers.includes(one)) &&
      lists.crisis[question].isIn(question === "powerOn" ? asked : plain) &&
      (after === undefined || lists.crisis[after].isIn(plainText(data.text))),
  );
};

export const firstAidText = ({ words }: FirstAid): Text => ({ words });

const aidIn = (say: readonly Text[], { district }: Here["facts"]): string | undefined =>
  (keyOfFirst(say) === FIRE ? FIRE : undefined) ??
  district.urgent.aid.find(({ words }) => say.some((one) => "words" in one && one.words === words))?.question;

export const rememberAid = (say: readonly Text[], facts: Here["facts"]): Partial<UrgentData> =>
  defined({ lastAid: aidIn(say, facts) });

export const rememberAnswer = (say: readonly Text[], { data, facts }: Here): Partial<UrgentData> => ({
  ...rememberSaid(say, data),
  ...rememberAid(say, facts),
});

export function furtherTexts(words: string, here: Here): Text[] {
  const { data, facts, session } = here;
  const isHere = flowOf(session.at) === "urgent";
  const plain = plainText(words);
  const { crisis } = facts.words;
  const asksOther = isOfOurCost(words, here);
  const row = ROWS.find(
    ({ question, dangers, anywhere, after }) =>
      (after === undefined || after === data.lastAid) &&
      (isHere || anywhere) &&
      !(question === "cost" && asksOther) &&
      dangers.some((one) => data.dangers.includes(one)) &&
      (question === "nearer" ? isNearer(plain, facts.words) : crisis[question].isIn(plain)),
  );
  const isUnanswered = facts.words.helplines.unanswered.isIn(plain);
  if (!isSurvivors(data.dangers) && saysNoCall(words, facts) && !isUnanswered) {
    const ending = numberForMessages(words, facts)?.slice(-2);
    if (ending) return [{ key: "urgent.callAsked.message", values: { ...reportValues(here), ending } }];
    if (!phoneIn(words)) return [{ key: "urgent.callAsked.not", values: reportValues(here) }];
  }
  const aid = firstAidFor(words, data, facts);
  const ofAnother = aid?.first ? [] : anotherTexts(words, here);
  if (ofAnother.length > 0) return ofAnother;
  if (aid && (isHere || aid.anywhere) && row?.question !== "nearer") return [firstAidText(aid)];
  if (row) return [{ key: row.key, values: reportValues(here) }];
  return isHere ? discreetTexts(plain, here) : [];
}

const isOfOurCost = (words: string, here: Here): boolean =>
  here.facts.words.helplines.free.isIn(plainText(words)) || asideIn(words, here) === "cost";

function discreetTexts(plain: string, here: Here): Text[] {
  const { data, facts } = here;
  const { crisis } = facts.words;
  if (categoryOf(data.dangers) !== "urgent-private") return [];
  if (![crisis.tellNobody, crisis.whoReads, crisis.familyKnows].some((list) => list.isIn(plain))) return [];
  return [{ key: `urgent.tellNobody.${data.isTaken ? "taken" : "private"}`, values: reportValues(here) }];
}

function tellsOwnAge(words: string, { words: { crisis } }: Here["facts"]): boolean {
  const plain = plainText(words);
  return crisis.ownAge.isIn(crisis.ageOfOther.replacedIn(plain, ""));
}

export const childTexts = (words: string, { data, facts }: Pick<Here, "data" | "facts">): Text[] =>
  tellsOwnAge(words, facts) ? [{ key: `urgent.child.${categoryOf(data.dangers)}` }] : [];
