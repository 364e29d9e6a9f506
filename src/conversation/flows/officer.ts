import { z } from "zod";
import { defined } from "../../defined.ts";
import { findNumbers } from "../../register/find-numbers.ts";
import { type Content, MediaFile, type Text } from "../../vocabulary/message.ts";
import { filesIn, filesTakenTexts, keptWords, shownWords, withMoreFiles, wordsIn } from "../engine/content.ts";
import { type Facts, namesPlace, onlyPlace } from "../engine/facts.ts";
import { type Context, defineFlow, type Option, type Step } from "../engine/flow.ts";
import { canKeep, keptLine } from "../engine/secrecy.ts";
import { toMenu } from "../engine/usual-options.ts";
import { aboutOfficerTexts } from "../flows-shared/about-officer.ts";
import { saysNoCall } from "../flows-shared/no-call.ts";
import { toSend } from "../flows-shared/to-send.ts";
import { tellsSomething } from "../understanding/courtesy.ts";
import { onlyFears } from "../understanding/hold-back.ts";
import { plainText, wordsOf } from "../understanding/normalise.ts";
import { onlyScolds } from "../understanding/only-scolds.ts";
import { phoneIn, withoutPhones } from "../understanding/phone.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import { withoutFillers } from "../understanding/words.ts";

const OfficerData = z.object({
  text: z.string().default(""),
  files: z.array(MediaFile).default([]),
  /** Earlier words without a question. */
  before: z.string().default(""),
  isAsked: z.boolean().default(false),
  isAskedAgain: z.boolean().default(false),
  isOther: z.boolean().default(false),
  confidential: z.boolean().optional(),
});
type OfficerData = z.infer<typeof OfficerData>;
type Here = Context<OfficerData>;

/** In words. */
const LONGEST_PLACE = 5;

const questionSoFar = ({ data: { text, isOther }, session: { told } }: Here): string =>
  text || (isOther ? "" : (told?.text ?? ""));

function takeQuestion(content: Content, context: Here): Step | undefined {
  const more = filesIn(content);
  const { before, isAskedAgain } = context.data;
  const text = questionSoFar(context);
  const files = withMoreFiles(context.data.files, more);
  const words = wordsIn(content);
  if (words === undefined)
    return more.length > 0 ? { to: "officer.ask", data: { files }, say: filesTakenTexts(more) } : undefined;
  const data = { ...context.data, text, files };
  if (wantsCall(words, context.facts))
    return askForCall({ ...context, data: { ...data, before: joinWords(before, words) } });
  const answer = answerAboutOfficer(words, context);
  if (answer) return answer;
  if (more.length === 0 && onlyScolds({ type: "text", text: words }, context.facts))
    return { to: "officer.ask", say: [{ key: "common.sorry" }] };
  const isNothing = text === "" && files.length === 0 && !asksMore(words, context.facts);
  if (isNothing && asksCheck(words, context.facts))
    return context.flows.stateAt("check.number").enter?.(words, context);
  if (isNothing && isAskedAgain) return askForCall({ ...context, data: { ...data, before: joinWords(before, words) } });
  if (isNothing) return askWhatAbout(joinWords(before, words), context);
  const isBegun = text !== "" || context.data.files.length > 0;
  const fears = onlyFears(words, context.facts.words);
  // A file alone is already a question.
  const isHeldBack = text === "" ? fears : !addsToQuestion(words, context);
  if (isBegun && more.length === 0 && isHeldBack)
    return { to: "officer.ask", say: [{ key: fears ? "officer.afraid" : "officer.notSent" }] };
  const said = { ...data, text: joinWords(text, words) };
  const isAskedFor = text === "" || (namesPlace(words, context.facts) && !tellsMore(words, context));
  if (isBegun && !isAskedFor) return { to: "officer.ask", data: said, say: [{ key: "officer.added" }] };
  return sendQuestion({ ...context, data: said });
}

/** The prompt asks for the village, so only a bare village sends the question. */
const tellsMore = (words: string, { facts }: Here): boolean =>
  seemsToAsk(words, facts.words) || plainText(words).split(" ").length > LONGEST_PLACE;

const addsToQuestion = (words: string, { facts }: Here): boolean =>
  seemsToAsk(words, facts.words) ||
  /\d/.test(words) ||
  facts.findPlaces(words).length > 0 ||
  (!onlyFears(words, facts.words) && asksMore(words, facts));

const askWhatAbout = (before: string, { data: { isAsked } }: Here): Step => ({
  to: "officer.ask",
  data: { isAsked: true, isAskedAgain: isAsked, before: keptWords(before) },
});

function asksCheck(text: string, { words }: Facts): boolean {
  const { numbers } = findNumbers(text);
  return numbers.length > 0 && (wordsOf(text, words).includes("cek") || !/\p{L}/u.test(text));
}

function answerAboutOfficer(said: string, context: Here): Step | undefined {
  const { phone, who, notAsked } = context.facts.words.officer;
  const say = aboutOfficerTexts(said, context.facts);
  if (say.length === 0) return undefined;
  const plain = plainText(said);
  const rest = who.replacedIn(phone.replacedIn(plain, ""), "");
  const isMatter = asksMore(rest, context.facts) && !notAsked.isIn(plain);
  const text = keptWords(joinWords(context.data.text, said));
  return { to: "officer.ask", say, ...(isMatter ? { data: { text } } : {}) };
}

const joinWords = (before: string, words: string): string => [before, words].filter(Boolean).join("\n");

function askForCall({ data: { before, text, files }, facts }: Here): Step {
  const words = keptWords(joinWords(text, before));
  const phone = phoneIn(words) ?? facts.phone;
  const data = { category: "call-back", text: withoutPhones(words), files, ...defined({ phone }) };
  if (!phone) return { to: "ticket.collect", data };
  return { to: "ticket.checking", data, lookUp: { find: "same-ticket", category: "call-back" } };
}

const wantsCall = (text: string, facts: Facts): boolean =>
  facts.words.officer.call.isIn(plainText(text)) && !saysNoCall(text, facts);

function sendQuestion(context: Here): Step {
  const { data, facts, session } = context;
  const { before, files, confidential } = data;
  const text = keptWords(joinWords(tellsSomething(before, facts.words) ? before : "", questionSoFar(context)));
  const area = onlyPlace(text, facts) ?? session.told?.area;
  const draft = { category: "officer", text, files, ...defined({ area, confidential }) };
  return { to: "ticket.checking", data: draft, lookUp: { find: "same-ticket", category: "officer" } };
}

const sendNow: Option<OfficerData> = { ...toSend, step: sendQuestion };

const keepFromVillage: Option<OfficerData> = {
  id: "confide",
  title: { key: "confidential.ask" },
  to: "officer.ask",
  data: { confidential: true },
};

const hasQuestion = (context: Here): boolean => questionSoFar(context) !== "" || context.data.files.length > 0;

const draftOf = (context: Here) => ({
  category: "officer" as const,
  text: questionSoFar(context),
  ...defined({ confidential: context.data.confidential }),
});

const askOther: Option<OfficerData> = {
  id: "other",
  title: { key: "officer.other" },
  to: "officer.ask",
  data: { isOther: true },
};

const isTold = (context: Here): boolean => context.data.text === "" && questionSoFar(context) !== "";

function wantedText(context: Here): Text {
  if (isTold(context)) return { key: "officer.told", values: { text: shownWords(questionSoFar(context)) } };
  const { text, isAsked, isAskedAgain } = context.data;
  if (text) return { key: "officer.noted" };
  if (isAskedAgain) return { key: "officer.whatAboutAgain" };
  const voice = context.facts.noVoice ? "" : { key: "officer.voice" };
  return isAsked ? { key: "officer.whatAbout", values: { voice } } : { key: "officer.ask" };
}

const callMe: Option<OfficerData> = {
  id: "call",
  title: { key: "check.callBack" },
  to: "ticket.collect",
  step: askForCall,
};

/** In words, besides the wish for an officer. */
const QUESTION = 2;

const asksMore = (text: string, { words }: Facts): boolean =>
  withoutFillers(wordsOf(text, words), words).filter(
    (word) => !words.officer.forAPerson.has(word) && !words.officer.noQuestion.has(word) && !/\d/.test(word),
  ).length >= QUESTION;

export const officer = defineFlow("officer", OfficerData, {
  ask: {
    prompt: (context) => [wantedText(context), ...(hasQuestion(context) ? keptLine(draftOf(context), context) : [])],
    reminder: "officer.reminder",
    takes: ["text", "media"],
    free: true,
    send: (context) => (hasQuestion(context) ? sendQuestion(context) : undefined),
    options: (context) => [
      ...(hasQuestion(context) ? [sendNow, ...(canKeep(draftOf(context), context) ? [keepFromVillage] : [])] : []),
      ...(isTold(context) ? [askOther] : []),
      ...(context.data.isAsked ? [callMe] : []),
      { id: "offices", title: { key: "repair.offices" }, to: "offices.show" },
      toMenu,
    ],
    leadsTo: ["officer.ask", "check.number", "ticket.checking", "ticket.collect", "offices.show", "menu.choose"],
    take: takeQuestion,
    enter: (said = "", context) =>
      wantsCall(said, context.facts)
        ? askForCall({ ...context, data: OfficerData.parse({ text: said }) })
        : (answerAboutOfficer(said, context) ?? {
            to: "officer.ask",
            data: asksMore(said, context.facts) ? { text: keptWords(said) } : {},
          }),
  },
});
