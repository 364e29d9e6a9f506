import type { Content, Text } from "../../../vocabulary/message.ts";
import { additionIn } from "../../engine/add-to-report.ts";
import { keptWords } from "../../engine/content.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { tellsOfLack } from "../../engine/story.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { holdsWord, plainText } from "../../understanding/normalise.ts";
import { asksSomething } from "../../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { withoutFillers } from "../../understanding/words.ts";
import { answerAtSummary } from "./answer-beside.ts";
import type { ComplaintData, Here } from "./data.ts";
import { correctPlace, tellsMissingPlace, withoutPlace } from "./place.ts";
import { isPlaceCorrection, isTimeOnly, programmeAlone } from "./read-place-answer.ts";
import { goesOn } from "./story-words.ts";
import { tellsThreat, withPolice } from "./threat.ts";

/** In words after "bukan": "bukan desa Jegreg tapi". */
const MOST_TAKEN_BACK = 4;

/** "Bukan bpnt tapi pkh" becomes "pkh". */
function withoutTakenBack(plain: string, { report, places }: Facts["words"]): string {
  const words = plain.split(" ");
  const from = words.findIndex((word) => report.takesBack.has(word));
  if (from < 0) return plain;
  const instead = words.slice(from + 1, from + 2 + MOST_TAKEN_BACK).findIndex((word) => report.instead.has(word));
  const isKind = places.kinds.has(words[from + 1] ?? "");
  const end = instead > 0 ? from + 2 + instead : from + (isKind ? 3 : 2);
  return [...words.slice(0, from), ...words.slice(end)].join(" ");
}

const correctedWords = (text: string, { words }: Facts): string =>
  withoutTakenBack(words.report.corrects.replacedIn(plainText(text), ""), words).trim();

const announcesCorrection = (text: string, { words: { report } }: Facts): boolean => {
  const plain = plainText(text);
  return report.corrects.isIn(plain) || holdsWord(plain, report.takesBack);
};

export function isCorrection(content: TextContent, context: Here): boolean {
  const { facts } = context;
  const { text } = content;
  if (tellsThreat(text, context)) return true;
  if (asksSomething(text, facts.words)) return false;
  const isAnnounced = announcesCorrection(text, facts) && tellsSomething(text, facts.words);
  return (
    isAnnounced ||
    facts.signals(text).includes("accusation") ||
    isWrongKind(text, facts) ||
    saysNoNik(text, facts) ||
    addsToReport(content, context) ||
    tellsMore(content, context) ||
    isPlaceCorrection(text, facts) ||
    tellsMissingPlace(text, context) ||
    isTimeOnly(text, facts) ||
    programmeAlone(text, facts) !== undefined
  );
}

const isWrongKind = (text: string, { words }: Facts): boolean => words.report.wrongKind.isIn(plainText(text));

/** In words without fillers. A statement of this length needs no announcement such as "tambahin". */
const LEAST_ADDED = 3;

function addsToReport(content: TextContent, { data, facts }: Here): boolean {
  const { text } = content;
  const { words } = facts;
  if (additionIn(text, words) !== undefined) return true;
  if (!goesOn(content, facts)) return false;
  return data.isAdding === true || withoutFillers(plainText(text).split(" "), words).length >= LEAST_ADDED;
}

function saysNoNik(text: string, { words: { answers } }: Facts): boolean {
  const words = plainText(text).split(" ");
  return words.includes("nik") && words.some((word) => answers.denials.has(word));
}

function tellsMore(content: TextContent, { data, facts }: Here): boolean {
  const { text } = content;
  if (data.text === undefined || !tellsOfLack(text, facts.words) || /\d{6}/.test(text)) return false;
  const { programme, category } = understoodOnce(content, facts).extracted;
  return programme !== undefined || category !== undefined || facts.words.report.notReceived.isIn(plainText(text));
}

const CORRECTED: Text[] = [{ key: "complaint.corrected" }];

export function takeCorrection(content: Content, context: Here): Step<ComplaintData> | undefined {
  const { data, facts } = context;
  if (content.type !== "text") return correctPlace(content, context);
  if (!isCorrection(content, context)) return correctPlace(content, context) ?? answerAtSummary(content, context);
  if (additionIn(content.text, facts.words) === "")
    return { to: "complaint.confirm", data: { isAdding: true }, say: [{ key: "complaint.askMore" }], quiet: true };
  if (tellsThreat(content.text, context)) return withPolice(addToDraft(content.text, data));
  if (isWrongKind(content.text, facts)) return { to: "complaint.category", data: { category: undefined } };
  if (saysNoNik(content.text, facts)) return { to: "complaint.confirm", say: [{ key: "complaint.noNik" }] };
  if (data.isAdding) return addToDraft(content.text, data);
  const text = correctedWords(content.text, facts);
  const placed = correctPlace({ type: "text", text }, context);
  if (placed) return placed;
  if (isTimeOnly(text, facts)) {
    const place = [placeName(context), text].filter(Boolean).join(", ");
    return { to: "complaint.confirm", data: { place, when: undefined }, say: CORRECTED };
  }
  const programme = programmeAlone(text, facts);
  if (programme && !tellsEvent(content.text, facts))
    return { to: "complaint.confirm", data: { programme }, say: CORRECTED };
  if (holdsWord(plainText(content.text), facts.words.report.thePlace))
    return { to: "complaint.where", data: withoutPlace(context) };
  return addToDraft(content.text, data);
}

/** "Berasnya juga kutuan" tells what happened and names a programme only in passing. */
function tellsEvent(text: string, { words }: Facts): boolean {
  const added = additionIn(text, words);
  const isLong = (added ?? "").split(" ").length >= LEAST_ADDED;
  return added !== undefined && (isLong || holdsWord(plainText(added), words.report.happened));
}

const addToDraft = (more: string, { text }: ComplaintData): Step<ComplaintData> => ({
  to: "complaint.confirm",
  data: { text: keptWords([text, more].filter(Boolean).join("\n")), isAdding: false },
  say: [{ key: "complaint.toldMore" }],
});

const placeName = ({ data: { place, area }, facts }: Here): string | undefined =>
  facts.district.areas.find(({ code }) => code === area)?.name ?? place;
