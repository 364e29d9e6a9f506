import { type Area, ownOffices } from "../../../register/district.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { keptWords } from "../../engine/content.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { discreetText } from "../../engine/own-office.ts";
import { isKept } from "../../engine/secrecy.ts";
import { namesTime } from "../../engine/told.ts";
import { openingTexts } from "../../flows-shared/opening-day.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { onlyFears } from "../../understanding/hold-back.ts";
import { plainText } from "../../understanding/normalise.ts";
import { mayAsk } from "../../understanding/question-words.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import { addAsked } from "./answer-beside.ts";
import { type ComplaintData, draftOf, type Here } from "./data.ts";
import {
  asksWhoReads,
  hidesPlace,
  isPlaceCorrection,
  isTimeOnly,
  isWhere,
  programmeAlone,
  timeIn,
} from "./read-place-answer.ts";
import { addToStory } from "./story.ts";
import { writtenText } from "./story-words.ts";
import { tellsThreat, withNearDanger, withPolice } from "./threat.ts";

export const answerOpening = (text: string, facts: Facts): Text[] =>
  mayAsk(text, facts.words) ? openingTexts(text, ownOffices(facts.district), facts) : [];

const placeIn = (content: Content, facts: Facts): string | undefined => {
  if (content.type !== "location") return writtenText(content, facts);
  const { name, latitude, longitude } = content;
  return name ?? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
};

export const skipPlace = ({ data: { time } }: Here): Step<ComplaintData> => ({
  to: "complaint.confirm",
  data: { place: time ?? "", area: undefined, candidates: [] },
});

export function takePlaceAnswer(content: Content, context: Here): Step<ComplaintData> | undefined {
  if (content.type !== "text") return takePlace(content, context);
  const { facts, session } = context;
  const { text } = content;
  if (tellsThreat(text, context)) return withPolice(addThreat(content, context));
  if (hidesPlace(text, facts)) return { ...skipPlace(context), say: [{ key: "complaint.placeLeft" }] };
  if (isTimeOnly(text, facts)) return takeTime(text, context);
  if (isWhere(text, facts))
    return meaningOf(text, facts.words) === "unknown" ? skipPlace(context) : takePlace(content, context);
  const programme = programmeAlone(text, facts);
  if (programme) return { to: "complaint.where", data: { programme } };
  if (asksWhoReads(text, facts)) return { to: session.at, say: [whoReadsText(context)] };
  const opening = answerOpening(text, facts);
  return opening.length > 0 ? { to: session.at, say: opening } : hearStory(content, context);
}

/** The chat asks for the place only once more, then goes on without it. */
function hearStory(content: TextContent, context: Here): Step<ComplaintData> | undefined {
  const { data, facts, session } = context;
  const told = addToStory(content, context);
  const step = told ? withNearDanger(told, content, context) : addAsked(content, context);
  if (step && step.to !== "complaint.where") return step;
  if (!data.isPlaceAskedAgain && step) return { ...step, data: { ...step.data, isPlaceAskedAgain: true } };
  const isLost = data.isPlaceAskedAgain || session.wrong > 0;
  const isShort = !tellsSomething(content.text, facts.words) || onlyFears(content.text, facts.words);
  if (!isLost || isShort) return step;
  const on = skipPlace(context);
  return { ...on, data: { ...on.data, ...step?.data }, say: [...(step?.say ?? []), { key: "complaint.placeLeft" }] };
}

function addThreat(content: TextContent, context: Here): Step<ComplaintData> {
  const { data, session } = context;
  const text = keptWords([data.text, content.text].filter(Boolean).join("\n"));
  return addToStory(content, context) ?? { to: session.at, data: { text } };
}

function takeTime(text: string, { data: { time } }: Here): Step<ComplaintData> {
  if (time) return { to: "complaint.confirm", data: { place: `${time}, ${text.trim()}`, area: undefined } };
  return { to: "complaint.where", data: { time: text.trim() }, say: [{ key: "complaint.timeNoted" }], quiet: true };
}

export const whoReadsText = (context: Here): Text => {
  const draft = draftOf(context);
  return isKept(draft, context) ? discreetText(draft.text, context.facts) : { key: "complaint.whoReads" };
};

export function correctPlace(content: Content, context: Here): Step<ComplaintData> | undefined {
  if (content.type === "location") return takePlace(content, context);
  if (content.type !== "text") return undefined;
  if (asksWhoReads(content.text, context.facts)) return { to: context.session.at, say: [whoReadsText(context)] };
  return isPlaceCorrection(content.text, context.facts) || tellsMissingPlace(content.text, context)
    ? takePlace(content, context)
    : undefined;
}

export const tellsMissingPlace = (text: string, { data: { place, area }, facts }: Here): boolean =>
  !place && area === undefined && tellsSomething(text, facts.words) && isWhere(text, facts);

function takePlace(content: Content, context: Here): Step<ComplaintData> | undefined {
  const { facts } = context;
  const said = placeIn(content, facts);
  if (!said) return undefined;
  const closer = narrowPlace(said, context);
  if (closer) return closer;
  const place = [said, timeToKeep(content, context)].filter(Boolean).join(", ");
  const candidates = codesOf(said, facts);
  const [only] = candidates;
  if (candidates.length === 1 && only) return { to: "complaint.confirm", data: { place, area: only } };
  const ambiguous = candidates.length > 1 && candidates.length < 10;
  return { to: ambiguous ? "complaint.kecamatan" : "complaint.confirm", data: { place, candidates, area: undefined } };
}

export function withoutPlace({ data: { place, time }, facts }: Here): Partial<ComplaintData> {
  const told = place ? timeIn(place, facts) : undefined;
  return { place: undefined, area: undefined, candidates: [], time: told ?? time };
}

function timeToKeep(content: Content, { data: { place, time }, facts }: Here): string | undefined {
  if (!place) return time;
  if (content.type === "text" && namesTime(content.text, facts)) return undefined;
  return timeIn(place, facts);
}

function codesOf(text: string, facts: Here["facts"]): string[] {
  const named = facts.placesNamed(text);
  return [...new Set((named.length > 0 ? named : facts.findPlaces(text)).map(({ code }) => code))];
}

/** Returns `undefined` if the citizen names another place. */
function narrowPlace(said: string, context: Here): Step<ComplaintData> | undefined {
  const { data, facts, session } = context;
  const { place, area, candidates } = data;
  const known = area ? [area] : candidates;
  if (place === undefined || known.length === 0) return undefined;
  if (session.at === "complaint.kecamatan" && plainText(said) === plainText(place))
    return { to: "complaint.confirm", data: { candidates: [] } };
  const name = areaNamed(known[0], context)?.name ?? place;
  const together = facts.placesNamed(`${name} ${said}`).map(({ code }) => code);
  const inside = known.filter((code) => together.includes(code) && areaNamed(code, context)?.kind !== "kecamatan");
  const [only] = inside;
  if (together.length === 1 && only) return { to: "complaint.confirm", data: { area: only, candidates: [] } };
  const codes = codesOf(said, facts);
  const kecamatan = codes.length === 1 ? areaNamed(codes[0], context) : undefined;
  const isVillage = areaNamed(known[0], context)?.kind !== "kecamatan";
  if (kecamatan?.kind !== "kecamatan" || !isVillage) return undefined;
  const elsewhere = codesOf(`desa ${name} kecamatan ${kecamatan.name}`, facts).find(
    (code) => code.startsWith(kecamatan.code) && code !== kecamatan.code,
  );
  if (elsewhere) return { to: "complaint.confirm", data: { area: elsewhere, candidates: [] } };
  const say = [{ key: "complaint.notThere", values: { village: name, kecamatan: kecamatan.name } }];
  return { to: "complaint.where", say, data: withoutPlace(context) };
}

const areaNamed = (code: string | undefined, { facts }: Here): Area | undefined =>
  facts.district.areas.find((area) => area.code === code);

/** Several villages may have the same name, so the title adds the kecamatan. */
function areaTitle(code: string, context: Here): Text {
  const area = areaNamed(code, context);
  const kecamatan = areaNamed(area?.parent, context);
  const key = kecamatan ? "complaint.villageOf" : "complaint.kecamatanNamed";
  return { key, values: { name: area?.name ?? code, kecamatan: kecamatan?.name ?? "" } };
}

export function understoodPlace(words: string | undefined, area: string, context: Here): Text {
  const place = areaTitle(area, context);
  const isMore = words !== undefined && plainText(words) !== plainText(areaNamed(area, context)?.name ?? "");
  return isMore ? { key: "complaint.placeInWords", values: { place, words } } : place;
}

/** Channels cut off long titles, so the title leaves out what all places share. */
export function choiceOf(code: string, context: Here): { title: Text; description?: Text } {
  const area = areaNamed(code, context);
  if (area?.kind === "kecamatan") return { title: areaTitle(code, context) };
  const kecamatan = areaNamed(area?.parent, context)?.name ?? "";
  const names = new Set(context.data.candidates.map((one) => areaNamed(one, context)?.name));
  const own: Text = { key: "complaint.placeNamed", values: { name: area?.name ?? code } };
  const inside: Text = { key: "complaint.inKecamatan", values: { kecamatan } };
  return names.size === 1 ? { title: inside, description: own } : { title: own, description: inside };
}
