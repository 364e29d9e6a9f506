import { defined } from "../../../defined.ts";
import type { Category } from "../../../vocabulary/lists.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { filesIn, filesTakenTexts, keptWords, withMoreFiles } from "../../engine/content.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { discreetText, isDiscreetText } from "../../engine/own-office.ts";
import type { Session } from "../../engine/session.ts";
import { namesTime, villageIn } from "../../engine/told.ts";
import { type Matter, twoMattersIn } from "../../engine/two-matters.ts";
import { OF_THE_PERSON } from "../../flows-shared/person-categories.ts";
import { programmeName } from "../../flows-shared/programme-name.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { plainText } from "../../understanding/normalise.ts";
import { onlyScolds } from "../../understanding/only-scolds.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { isCardGone, withBlocking } from "./card-gone.ts";
import type { ComplaintData, Here } from "./data.ts";
import { programmeAlone } from "./read-place-answer.ts";
import { isNoStory, isQuestion, namesTask, storyIn, subjectIn, writtenText } from "./story-words.ts";
import { tellsThreat, tellsThreatNow, withNearDanger, withPolice } from "./threat.ts";

const OF_A_PROGRAMME: readonly Category[] = ["not-paid", "cut", "card", "quality"];
/** Few officers may read these categories, and the chat says so. */
export const DISCREET: readonly Category[] = ["cut", "officer-conduct"];

/** Returns the village, and the story only if it fits the category. */
function toldBefore(
  category: Category | undefined,
  { told }: Session,
  { text }: ComplaintData,
): Partial<ComplaintData> {
  const { place, area, programme, text: story, category: kind = category } = told ?? {};
  const isSame = story !== undefined && (text === undefined || text === story) && kind === (category ?? kind);
  return { ...defined({ place, area }), ...(isSame ? { text: story, ...defined({ programme, category: kind }) } : {}) };
}

export function beginComplaint(category: Category, { session, data, facts }: Here): Step<ComplaintData> {
  if (category === "listed-dead") return { to: "repair.contest", data: { reason: "MENINGGAL" } };
  const nik = OF_THE_PERSON.includes(category) ? session.proof?.nik : undefined;
  const known = { ...toldBefore(category, session, data), ...data, category };
  const next: Step<ComplaintData> =
    OF_A_PROGRAMME.includes(category) && !known.programme ? { to: "complaint.programme" } : askStory(known, facts);
  return { ...next, data: { ...known, nik } };
}

export function askStory(data: Partial<ComplaintData>, facts: Facts): Step<ComplaintData> {
  const { text, category = "other", area } = data;
  if (!text) return { to: "complaint.what" };
  const heard: Text = { key: "complaint.heard", values: { category: { key: `category.${category}` } } };
  return {
    to: area ? "complaint.confirm" : "complaint.where",
    say: [heard, ...(DISCREET.includes(category) ? [discreetText(text, facts)] : [])],
  };
}

const reassureAccuser = (text: string, { data, facts }: Here): Text[] =>
  facts.signals(text).includes("accusation") && !DISCREET.includes(data.category ?? "other")
    ? [discreetText(text, facts)]
    : [];

export function addToStory(content: Content, context: Here): Step<ComplaintData> | undefined {
  if (content.type !== "text" || isQuestion(content.text, context.facts)) return undefined;
  const text = storyIn(content, context);
  if (!text) return undefined;
  const say = [...reassureAccuser(content.text, context), { key: "complaint.toldMore" }];
  const place = villageIn(content.text, context.facts);
  const step: Step<ComplaintData> = {
    to: place.area ? "complaint.confirm" : "complaint.where",
    data: { text, ...place },
    say,
  };
  return withBlocking(step, content.text, context.facts);
}

export function addHere(content: Content, context: Here): Step<ComplaintData> | undefined {
  const step = addToStory(content, context);
  return step && { ...step, to: context.session.at, data: { text: step.data?.text } };
}

function beginFirstOfTwo([first, second]: [Matter, Matter], context: Here): Step<ComplaintData> {
  const { text, programme, category } = first;
  const { told, ...session } = context.session; // `told` holds both matters as one story
  const place = defined({ place: told?.place, area: told?.area });
  const data = {
    ...context.data,
    ...place,
    text: keptWords(text),
    programme,
    second: { ...second, text: keptWords(second.text) },
  };
  const step = beginTold(category, text, { ...context, session, data });
  const name = programmeName(second.programme, context.facts.district);
  return { ...step, say: [...(step.say ?? []), { key: "complaint.secondLater", values: { programme: name } }] };
}

export function beginFromWords(content: TextContent, context: Here): Step<ComplaintData> {
  const two = hasDraft(context) ? undefined : twoMattersIn(content.text, context.facts);
  if (two) return beginFirstOfTwo(two, context);
  const { programme, category } = understoodOnce(content, context.facts).extracted;
  const text = storyIn(content, context);
  const subject = text === undefined ? subjectIn(content, context.facts) : undefined;
  const place = villageIn(text ?? content.text, context.facts);
  const isUnclear = context.data.text !== undefined;
  const said = { ...context.data, ...place, ...defined({ programme, text, subject }) };
  const data = hasDraft(context) && !text ? said : { ...toldBefore(category, context.session, said), ...said };
  const isThreat = isUnclear ? tellsThreat(content.text, context) : tellsThreatNow(content.text, context);
  const named = category ?? data.category ?? categoryNamed(text ?? content.text, context.facts);
  // After a threat or more words, an officer finds the category.
  const kind = named ?? ((isThreat && text !== undefined) || isUnclear ? "other" : undefined);
  const step = beginTold(kind, content.text, { ...context, data });
  const safe = withBlocking(step, content.text, context.facts);
  return isThreat ? withPolice(safe) : withNearDanger(safe, content, context);
}

function categoryNamed(text: string, facts: Facts): Category | undefined {
  const { harm, report } = facts.words;
  const plain = plainText(text);
  if (report.cardHeld.isIn(plain) || isCardGone(text, facts.words)) return "card";
  if (harm.fee.isIn(plain) && facts.signals(text).includes("accusation")) return "cut";
  if (report.richer.isIn(plain)) return "wrong-recipient";
  const { programme } = understoodOnce({ type: "text", text }, facts).extracted;
  return programme !== undefined && report.notReceived.isIn(plain) ? "not-paid" : undefined;
}

export function beginFromTold(context: Here): Step<ComplaintData> {
  const { told } = context.session;
  if (!told?.text || hasDraft(context)) return { to: "complaint.category" };
  const data = { ...context.data, ...toldBefore(undefined, context.session, context.data) };
  return beginTold(data.category, told.text, { ...context, data });
}

export const hasDraft = ({ session: { drafts } }: Here): boolean =>
  drafts.complaint !== undefined && drafts.complaint.at !== "complaint.category";

function beginTold(category: Category | undefined, words: string, context: Here): Step<ComplaintData> {
  const { data } = context;
  const open = data.text ? { open: true as const } : {};
  if (!category) {
    const noted = data.text ? [{ key: "complaint.noted" }] : [];
    return {
      to: "complaint.category",
      data,
      say: [...reassureAccuser(words, { ...context, data }), ...noted],
      ...open,
    };
  }
  const step = beginComplaint(category, context);
  const { category: _, ...before } = data;
  const isSaid = step.say?.some(isDiscreetText);
  const first = isSaid ? [discreetText(words, context.facts)] : reassureAccuser(words, { ...context, data: before });
  const say = [...first, ...(step.say ?? []).filter((one) => !isDiscreetText(one))];
  return { ...step, ...open, ...(say.length > 0 ? { say } : {}) };
}

export const isStory = (content: TextContent, context: Here): boolean =>
  storyIn(content, context) !== undefined &&
  !isQuestion(content.text, context.facts) &&
  !namesTask(content, context.facts);

export function notePlace({ text }: TextContent, { session, facts }: Here): Step<ComplaintData> | undefined {
  const place = villageIn(text, facts);
  if (!place.area) return undefined;
  const heard = { key: "complaint.placeHeard", values: { place: place.place ?? "" } };
  const words = namesTime(text, facts) ? { place: keptWords(text) } : {}; // the words also tell the time
  return { to: session.at, data: { ...place, ...words }, say: [heard] };
}

export const tellsProgramme = (content: TextContent, context: Here): boolean =>
  isStory(content, context) ||
  (understoodOnce(content, context.facts).extracted.programme !== undefined &&
    !isQuestion(content.text, context.facts));

export function takeProgramme(content: Content, context: Here): Step<ComplaintData> | undefined {
  if (content.type !== "text") return undefined;
  if (meaningOf(content.text, context.facts.words) === "send") return askStory(context.data, context.facts);
  if (!tellsProgramme(content, context)) return notePlace(content, context);
  const { programme } = understoodOnce(content, context.facts).extracted;
  const isAlone = programmeAlone(content.text, context.facts) !== undefined;
  const text = (isAlone ? undefined : storyIn(content, context)) ?? context.data.text;
  const data = { ...defined({ programme }), ...(text ? { text } : {}) };
  const step = { ...askStory({ ...context.data, ...data }, context.facts), data };
  return tellsThreat(content.text, context) ? withPolice(step) : withNearDanger(step, content, context);
}

/** In a complaint about a card, "mboten gadah kartu" (I have no card) is the report itself. */
function lackIn(content: Content, { data, facts }: Here): string | undefined {
  if (data.category !== "card" || content.type !== "text") return undefined;
  return meaningOf(content.text, facts.words) === "none" ? keptWords(content.text) : undefined;
}

/** Photos need words beside them, but a voice message needs none. */
export function takeStory(content: Content, context: Here): Step<ComplaintData> | undefined {
  const { data } = context;
  if (isNoStory(content, context.facts) && !data.text)
    return { to: "complaint.what", wrong: { key: "complaint.notKept" } };
  if (content.type === "text" && onlyScolds(content, context.facts))
    return { to: "complaint.what", say: [{ key: "common.sorry" }] };
  const lack = lackIn(content, context);
  const written = lack ?? writtenText(content, context.facts);
  const subject = data.text === undefined ? data.subject : undefined;
  const text = written && subject ? keptWords(`${subject}\n${written}`) : (written ?? data.text);
  const more = filesIn(content);
  const files = withMoreFiles(data.files, more);
  const isSpoken = files.some(({ kind }) => kind === "voice" || kind === "audio");
  if (!text && more.length === 0) return undefined;
  const say = filesTakenTexts(more);
  if (!text && !isSpoken) return { to: "complaint.what", data: { files }, say };
  const place = data.area ? {} : villageIn(text ?? "", context.facts);
  const isKnown = data.place !== undefined || (data.area !== undefined && data.when !== undefined);
  const isPlaced = place.area !== undefined || isKnown;
  const told = text ? reassureAccuser(text, context) : [];
  const to = isPlaced ? "complaint.confirm" : "complaint.where";
  return { to, data: { text: text ?? "", files, ...place }, say: [...told, ...say] };
}
