import { deadlinesOf } from "../../../casework/deadline.ts";
import { defined } from "../../../defined.ts";
import type { TimeZone } from "../../../vocabulary/lists.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import type { Step } from "../../engine/flow.ts";
import { aboutOfficerTexts } from "../../flows-shared/about-officer.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import { phoneIn, withoutPhones } from "../../understanding/phone.ts";
import { asksAbout } from "../../understanding/question-words.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import type { FilingData, Here } from "./data.ts";
import { isNotCalled } from "./no-call.ts";
import { ASKS_WHO } from "./who.ts";

export const phoneGiven = (content: Content): string | undefined =>
  content.type === "phone" ? content.number.replace(/\D/g, "") : phoneIn(wordsIn(content) ?? "");

export const willCallText = (phone: string | undefined, by: number, zone: TimeZone): Text => ({
  key: phone ? "ticket.willCall" : "ticket.noNumber",
  values: { ending: phone?.slice(-2) ?? "", first: { time: by, zone } },
});

export const isForReport = (content: TextContent, context: Here): boolean =>
  tellsWho(content, context) ||
  tellsWhere(content.text, context) ||
  answersAboutReport(content.text, context).length > 0;

export function takeAfterFiling(content: Content, context: Here): Step<FilingData> | undefined {
  const { session } = context;
  const words = wordsIn(content) ?? "";
  const say = answersAboutReport(words, context);
  if (say.length > 0) return { to: session.at, say };
  return addWho(content, words, context) ?? leaveToOfficer(words, context);
}

const answersAboutReport = (said: string, context: Here): Text[] => [
  ...aboutOfficerTexts(said, context.facts),
  ...(context.facts.words.officer.progress.isIn(plainText(said)) ? progressTexts(context) : []),
];

function progressTexts(context: Here): Text[] {
  const { data, facts } = context;
  const { number = "", category, phone } = data;
  const zone = facts.district.timezone;
  const { firstAnswerBy } = deadlinesOf(category, facts.now, facts.calendar);
  const next: Text =
    category === "call-back" && !isNotCalled(context)
      ? willCallText(phone, firstAnswerBy, zone)
      : { key: "ticket.answerBy", values: { first: { time: firstAnswerBy, zone } } };
  return [{ key: "ticket.arrived", values: { number } }, next];
}

const tellsWho = ({ text }: { text: string }, { data: { category }, facts }: Here): boolean =>
  ASKS_WHO.has(category) &&
  !asks(text, facts) &&
  !isBeforeQuestion(text, facts) &&
  tellsSomething(text, facts.words) &&
  (phoneIn(text) !== undefined ||
    facts.words.officer.tellsWho.isIn(plainText(text)) ||
    facts.findPlaces(text).length > 0);

const tellsWhere = (text: string, { data: { place, area }, facts }: Here): boolean =>
  !place && area === undefined && !asks(text, facts) && facts.placesNamed(text).length > 0;

const asks = (text: string, { words }: Here["facts"]): boolean =>
  asksAbout(text, words) || wordsOf(text, words).some((word) => words.questions.asks.has(word));

/** Whether a text only announces a question: "mau nanya PKH". */
const isBeforeQuestion = (text: string, { words }: Here["facts"]): boolean =>
  words.officer.hasQuestion.isIn(plainText(text));

function addWho(content: Content, words: string, context: Here): Step<FilingData> | undefined {
  const { data, facts, session } = context;
  const { number, category } = data;
  const isCall = category === "call-back";
  const phone = isCall ? phoneGiven(content) : undefined;
  if (number === undefined) return undefined;
  if (!ASKS_WHO.has(category) && !tellsWhere(words, context)) return undefined;
  const isOther = asks(words, facts) || isBeforeQuestion(words, facts) || !tellsSomething(words, facts.words);
  if (phone === undefined && isOther) return undefined;
  const kept = keptWords(words || (phone ?? ""));
  const text = isCall ? withoutPhones(kept) : kept;
  const event = { type: "add" as const, at: facts.now, text, ...defined({ phone }) };
  const say: Text[] = [
    { key: "ticket.added", values: { number } },
    ...(phone ? [{ key: "ticket.callsNow", values: { ending: phone.slice(-2) } }] : []),
  ];
  return {
    to: session.at,
    quiet: true,
    ...(phone ? { data: { phone } } : {}),
    say,
    requests: [{ type: "add-to-ticket", number, event }],
  };
}

function leaveToOfficer(words: string, { data, facts, session }: Here): Step<FilingData> | undefined {
  const { number, category } = data;
  const isForOfficer = category === "call-back" || category === "officer";
  if (!isForOfficer || number === undefined || !asks(words, facts)) return undefined;
  const event = { type: "add" as const, at: facts.now, text: withoutPhones(keptWords(words)) };
  return {
    to: session.at,
    say: [{ key: "ticket.askedMore", values: { number } }],
    requests: [{ type: "add-to-ticket", number, event }],
  };
}
