import { defined } from "../../../defined.ts";
import { type Danger, dangersIn } from "../../../signals/danger.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { feeText } from "../../engine/answer-harm.ts";
import { filesIn, keptWords, withMoreFiles, wordsIn } from "../../engine/content.ts";
import { onlyPlace } from "../../engine/facts.ts";
import type { Context, Request, Step } from "../../engine/flow.ts";
import type { LookUpResult } from "../../engine/lookup.ts";
import { plainText } from "../../understanding/normalise.ts";
import { anotherTexts, helperTexts, isForHelper, isOfAnother, mustFlee } from "./another.ts";
import { askConsentAgain } from "./consent.ts";
import { isMeant } from "./cries.ts";
import {
  categoryOf,
  type Here,
  isSurvivors,
  knownHere,
  noteText,
  rememberReport,
  restIn,
  type UrgentData,
} from "./data.ts";
import { firstTexts } from "./first-texts.ts";
import { childTexts, FIRE, firstAidFor, firstAidText, rememberAid, rememberAnswer } from "./further.ts";
import { helpTextsFor } from "./help-text.ts";
import { notAloneTexts, reachText } from "./later-texts.ts";

export function takeDanger(content: Content, context: Context): Step | undefined {
  const words = wordsIn(content);
  if (words === undefined || content.type === "phone") return undefined;
  const signals = context.facts.signals(words);
  const known = knownHere(context);
  const told = dangersIn(signals);
  const lists = context.facts.words;
  const ofAnother = isOfAnother(words, told, known, lists);
  const all = { dangers: union(told, known.dangers), isOfAnother: ofAnother };
  const dangers = told.filter((danger) => isMeant(danger, all, plainText(words), lists));
  if (dangers.length === 0) return undefined;
  const heard = signals.filter((signal) => !told.some((danger) => danger === signal && !dangers.includes(danger)));
  const data = {
    ...known,
    dangers: union(dangers, known.dangers),
    signals: union(heard, known.signals),
    isOfAnother: ofAnother,
  };
  const isSameTicket = known.number !== undefined && categoryOf(known.dangers) === categoryOf(data.dangers);
  if (isSurvivors(data.dangers)) {
    const own = isSameTicket ? data : { ...data, number: undefined }; // other officers read the open ticket
    return askConsent(dangers, { ...context, data: own }, words);
  }
  const here = { ...context, data: withStory(content, data, context) };
  return isSameTicket ? addToTicket(known.number ?? "", here) : lookUpSame(here);
}

/** Begins a danger that the citizen has chosen by its name. Officers of a misread report learn that it is another one. */
export function beginDanger(danger: Danger, context: Here): Step<UrgentData> {
  const { data, facts } = context;
  const here = { ...context, data: { ...data, dangers: [danger], signals: [danger] } };
  const step = isSurvivors([danger]) ? askConsent([danger], here, data.text) : lookUpSame(here);
  const misread = { ...context, data: { ...data, ...data.corrects } };
  return { ...step, ...addNote(noteText("urgent.notThis", facts), misread) };
}

const union = <Name extends string>(more: readonly Name[], known: readonly Name[]): Name[] => [
  ...new Set([...more, ...known]),
];

function helpTexts(now: readonly Danger[], here: Here, words = here.data.text): Text[] {
  const { data, facts } = here;
  const fresh = now.filter((danger) => !data.answered.includes(danger));
  const first = firstTexts(words, data, facts.words);
  if (first.length > 0) return first;
  if (isSurvivors(data.dangers) && data.answered.length > 0 && facts.words.crisis.burns.isIn(plainText(words)))
    return [{ key: FIRE }];
  const found = firstAidFor(words, { dangers: now, text: data.text }, facts);
  const aid = found?.first || data.number ? found : undefined;
  if (fresh.length > 0) {
    const ofAnother = data.number === undefined ? [] : anotherTexts(words, here);
    const [ofPerson] = [...ofAnother, ...helperTexts(words, { data, facts }), ...childTexts(words, { data, facts })];
    const fee = fresh[0] === "urgent-medical" ? feeText(words, facts.words) : undefined;
    const alone = aid ? firstAidText(aid) : ofPerson;
    const own = mustFlee(words, { data, facts }) ? fresh.filter((danger) => danger !== "self-harm") : fresh;
    if (own.length === 0 && !alone) return [{ key: "urgent.policeNow" }];
    return helpTextsFor(own, facts.district, { instead: fee, alone });
  }
  if (aid) return [firstAidText(aid)];
  const [ofAnother] = anotherTexts(words, here);
  if (ofAnother) return [ofAnother];
  if (isForHelper(data)) return [{ key: "urgent.otherSteps" }];
  return now.includes("self-harm") ? notAloneTexts(data, facts) : [{ key: "urgent.stillHere" }];
}

function askConsent(now: readonly Danger[], context: Here, words: string): Step<UrgentData> {
  const { data, session } = context;
  const say = helpTexts(now, context, words);
  const answered = union(now, data.answered);
  const next = { ...data, text: "", files: [], answered, ...rememberAid(say, context.facts) };
  if (data.number !== undefined) return { to: session.at, data: next, say };
  if (session.at === "urgent.consent") return askConsentAgain(say, next);
  return { to: "urgent.consent", data: next, say };
}

function withStory(content: Content, data: UrgentData, { facts }: Context): UrgentData {
  const text = keptWords(wordsIn(content) ?? "");
  const area = data.area ?? onlyPlace(text, facts);
  return { ...data, text, files: withMoreFiles([], filesIn(content)), ...defined({ area }) };
}

/** The chat files the report before it asks anything, except after violence. */
const lookUpSame = ({ data }: Here): Step<UrgentData> => ({
  to: "urgent.checking",
  data,
  lookUp: { find: "same-ticket", category: categoryOf(data.dangers) },
});

export function takeSameTicket({ ticket }: LookUpResult<"same-ticket">, context: Here): Step<UrgentData> {
  if (!ticket) return { to: "urgent.numbering", lookUp: { find: "ticket-number" } };
  const { number } = ticket;
  const { data } = context;
  if (isSurvivors(data.dangers)) return afterConsent(number, context);
  return addToTicket(number, context);
}

function addToTicket(number: string, context: Here): Step<UrgentData> {
  const { data } = context;
  const say = helpTexts(data.dangers, context);
  const answered = union(data.dangers, data.answered);
  const rest = restIn({ ...data, number, answered, ...rememberAnswer(say, context) });
  return {
    ...rememberReport(number, { ...context, data: rest.data }),
    ...rest,
    say: [...say, { key: "urgent.added", values: { number } }],
    requests: [
      addRequest(number, context, { text: storyOf(context), files: data.files, ...defined({ area: data.area }) }),
    ],
  };
}

/** Without words of the citizen, the name of the chosen danger is the story. */
const storyOf = ({ data: { text, dangers }, facts }: Here): string =>
  text || noteText(`urgent.pick.${dangers[0]}`, facts);

function afterConsent(number: string, context: Here, requests: Request[] = []): Step<UrgentData> {
  const { reach, place } = context.data;
  const known = place === undefined ? requests : [...requests, addRequest(number, context, { text: place })];
  const referred: Text = { key: "urgent.referred", values: { number } };
  if (reach === undefined)
    return { to: "urgent.safely", data: { number, place: undefined }, requests: known, say: [referred] };
  return {
    to: "urgent.open",
    data: { number, reach: undefined, place: undefined },
    requests: [...known, addRequest(number, context, { text: reach })],
    say: [referred, reachText(reach, context, { key: "urgent.reach.noted" })],
  };
}

export function openTicket({ number }: LookUpResult<"ticket-number">, context: Here): Step<UrgentData> {
  const { data } = context;
  const requests: Request[] = [openRequest(number, context)];
  if (isSurvivors(data.dangers)) return afterConsent(number, context, requests);
  const say = helpTexts(data.dangers, context);
  const rest = restIn({
    ...data,
    number,
    answered: union(data.dangers, data.answered),
    ...rememberAnswer(say, context),
  });
  return {
    ...rememberReport(number, { ...context, data: rest.data }),
    ...rest,
    requests,
    say: [...say, { key: "urgent.filed", values: { number } }],
  };
}

function openRequest(number: string, context: Here): Request {
  const { data, facts, session } = context;
  const { dangers, signals, area, files } = data;
  const isKept = !isSurvivors(dangers);
  return {
    type: "open-ticket",
    draft: {
      number,
      district: facts.district.id,
      category: categoryOf(dangers),
      text: isKept ? storyOf(context) : "",
      signals,
      person: {},
      locale: session.locale,
      openedAt: facts.now,
      ...(isKept && files.length > 0 ? { files } : {}),
      ...(isKept && area ? { area } : {}),
    },
  };
}

type Added = { text: string; files?: UrgentData["files"]; area?: string; moves?: true };

export function addRequest(number: string, { facts, data }: Here, { text, files = [], area, moves }: Added): Request {
  const event = { type: "add" as const, at: facts.now, text };
  return {
    type: "add-to-ticket",
    number,
    forgets: isSurvivors(data.dangers),
    event: { ...event, ...(files.length > 0 ? { files } : {}), ...defined({ area, moves }) },
  };
}

export function addNote(text: string, context: Here): Pick<Step<UrgentData>, "requests"> {
  const { number } = context.data;
  return number === undefined || text === "" ? {} : { requests: [addRequest(number, context, { text })] };
}
