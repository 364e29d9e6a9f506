import { defined } from "../../../defined.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { filesIn, filesTakenTexts, keptWords, wordsIn } from "../../engine/content.ts";
import { namesPlace } from "../../engine/facts.ts";
import { defineFlow, type Option, type StatesOf, type Step } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { plainText } from "../../understanding/normalise.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { answerBeforeConsent, belongsToViolence, CONSENT } from "./consent.ts";
import { addRequest, openTicket, takeDanger, takeSameTicket } from "./danger.ts";
import {
  type Here,
  isSurvivors,
  keyOfFirst,
  knownHere,
  numbersText,
  rememberReport,
  restIn,
  UrgentData,
} from "./data.ts";
import { answerInDanger } from "./in-danger.ts";
import { reachText } from "./later-texts.ts";
import { heardTexts } from "./next-step.ts";
import { isOtherMatter, isStillOfDanger } from "./other-matter.ts";
import { pick, toPick } from "./pick.ts";
import { placeIn } from "./placed.ts";
import { leaveToOfficer } from "./questions.ts";
import { speakToWriter } from "./writer-role.ts";

const follow: Option<UrgentData> = { id: ">track.show", title: { key: "ticket.toTrack" }, to: "track.show" };

const MOST_GREETING = 4;

const isCourtesy = (content: Content, { facts, data }: Here): boolean => {
  if (content.type !== "text") return false;
  const { intent } = understoodOnce(content, facts);
  const isGreeting = intent === "greeting" && plainText(content.text).split(" ").length <= MOST_GREETING;
  return intent === "thanks" || (isGreeting && !data.dangers.includes("self-harm"));
};

function belongsHere(content: Content & { type: "text" }, context: Here): boolean {
  const { data, facts } = context;
  if (isSurvivors(data.dangers)) return belongsToViolence(content, context);
  if (!data.isPlaced && namesPlace(content.text, facts)) return true;
  const isThanks = isCourtesy(content, context) || understoodOnce(content, facts).intent === "greeting";
  return !isThanks && !isOtherMatter(content, context);
}

const pinIn = (content: Content): string | undefined =>
  content.type === "location"
    ? [content.name, `${content.latitude.toFixed(4)}, ${content.longitude.toFixed(4)}`].filter(Boolean).join(" ")
    : undefined;

function addMore(content: Content, context: Here): Step<UrgentData> | undefined {
  const { number } = context.data;
  const files = filesIn(content);
  const words = wordsIn(content) ?? pinIn(content);
  if (number === undefined || (words === undefined && files.length === 0) || isCourtesy(content, context))
    return undefined;
  const text = keptWords(words ?? "");
  const { area, moves, isOnlyTakenBack, known } = placeIn(text, context.data, context.facts);
  const asked = leaveToOfficer(content, context);
  const [first, ...more] = asked ?? heardTexts(text, context);
  const heard = first && isSurvivors(context.data.dangers) && !asked ? reachText(text, context, first) : first;
  const say = heard ? [heard, ...more] : [];
  const isPinned = content.type === "location";
  const data = { ...context.data, ...known, ...(isPinned ? { isPlaced: true } : {}) };
  const asksPlace = context.session.at !== "urgent.open" || (isOnlyTakenBack && !isSurvivors(data.dangers));
  const rest = asksPlace ? restIn(data) : ({ to: "urgent.open", data } as const);
  return {
    ...rememberReport(number, { ...context, data: rest.data }),
    ...rest,
    data: { ...rest.data, lastSaid: keyOfFirst(say) },
    say: [...filesTakenTexts(files), ...say],
    requests: [addRequest(number, context, { text, files, ...defined({ area, moves }) })],
  };
}

const partingTexts = (context: Here): Text[] => [numbersText("urgent.parting", context)];

function takeWayToReach(content: Content, context: Here): Step<UrgentData> | undefined {
  const { number } = context.data;
  const words = wordsIn(content);
  if (number === undefined || words === undefined) return undefined;
  const text = keptWords(words);
  return {
    to: "urgent.open",
    say: [reachText(text, context, { key: "urgent.noted" })],
    requests: [addRequest(number, context, { text })],
  };
}

/**
 * Help comes first, then a ticket, then the question for the place. After violence, the chat asks for consent before it
 * opens a ticket.
 */
const states: StatesOf<"urgent", UrgentData> = {
  pick,
  checking: {
    leadsTo: ["urgent.numbering", "urgent.place", "urgent.open", "urgent.safely"],
    found: { "same-ticket": takeSameTicket },
  },
  numbering: { leadsTo: ["urgent.place", "urgent.open", "urgent.safely"], found: { "ticket-number": openTicket } },
  place: {
    prompt: ({ data }) => [{ key: data.isVague ? "urgent.askKecamatan" : "urgent.askPlace" }],
    brief: "urgent.more",
    takes: ["text", "media", "location"],
    free: belongsHere,
    options: [toPick, toMenu],
    leadsTo: ["urgent.place", "urgent.open"],
    take: addMore,
    parting: partingTexts,
  },
  open: {
    prompt: ({ data: { number = "" } }) => [{ key: "urgent.open", values: { number } }],
    brief: "urgent.more",
    takes: ["text", "media", "location"],
    free: belongsHere,
    options: [follow, toPick, toMenu],
    leadsTo: ["urgent.open", "urgent.place"],
    take: addMore,
    parting: partingTexts,
  },
  consent: {
    prompt: ({ data }) => [{ key: data.role === "bystander" ? "urgent.bystander.ask" : "urgent.askConsent" }],
    options: CONSENT,
    takes: ["text", "media"],
    free: belongsToViolence,
    leadsTo: ["urgent.consent"],
    take: (content, context) => speakToWriter(answerBeforeConsent(content, context), content, context),
    parting: partingTexts,
  },
  safely: {
    prompt: "urgent.askSafely",
    takes: ["text", "phone"],
    free: true,
    options: [{ id: "here", title: { key: "urgent.here" }, means: "agreed", to: "urgent.open" }],
    leadsTo: ["urgent.open"],
    take: takeWayToReach,
    parting: partingTexts,
  },
};

export const urgent = defineFlow("urgent", UrgentData, states, {
  comesFirst: (content, context) =>
    speakToWriter(answerInDanger(content, context) ?? takeDanger(content, context), content, context),
  takesLost: (content, context) => {
    const here: Here = { ...context, data: knownHere(context) };
    return isStillOfDanger(content, here) ? addMore(content, here) : undefined;
  },
});
