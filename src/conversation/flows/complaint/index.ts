import { defined } from "../../../defined.ts";
import { Category } from "../../../vocabulary/lists.ts";
import { droppedTexts, withoutDraft } from "../../engine/drop-draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFlow, flowOf, type Option, type StatesOf, type Step } from "../../engine/flow.ts";
import { discreetText } from "../../engine/own-office.ts";
import { canKeep, isKept } from "../../engine/secrecy.ts";
import { namesTime } from "../../engine/told.ts";
import { backTo, toMenu } from "../../engine/usual-options.ts";
import { offeredProgrammes, programmeChoice } from "../../flows-shared/offered-programmes.ts";
import { firstCategories, isLost, moreCategories } from "./choose-category.ts";
import { isCorrection, takeCorrection } from "./correct.ts";
import { ComplaintData, draftOf, type Here } from "./data.ts";
import { answerOpening, choiceOf, correctPlace, skipPlace, takePlaceAnswer, whoReadsText } from "./place.ts";
import { hidesPlace, isPlaceCorrection, isWhere, programmeAlone } from "./read-place-answer.ts";
import {
  addHere,
  askStory,
  beginComplaint,
  beginFromTold,
  beginFromWords,
  DISCREET,
  isStory,
  takeProgramme,
  takeStory,
  tellsProgramme,
} from "./story.ts";
import { markNumbersTold, mentionedHere, summaryTexts, withholdNumbers } from "./summary.ts";
import { takeCategory } from "./take-category.ts";
import { hasThreat, tellsThreat } from "./threat.ts";

const DATED: readonly Category[] = ["not-paid", "cut", "quality", "officer-conduct"];
const asksWhen = ({ data: { category = "other", text = "", time, when }, facts }: Here): boolean =>
  DATED.includes(category) && !time && !when && !namesTime(text, facts);

const leaveToMenu = { ...toMenu, id: ">menu.choose" };

const paidNow = (facts: Facts) => offeredProgrammes(facts, ({ state }) => state !== "ended");

function sendComplaint(context: Here): Step<ComplaintData> {
  const { candidates: _, category = "other", programme, nik, ...rest } = context.data;
  const same = { category, ...defined({ programme, nik }) };
  return {
    to: "ticket.checking",
    data: { ...rest, ...same },
    lookUp: { find: "same-ticket", ...same },
    ...markNumbersTold(context),
  };
}

const sendAsItIs = (context: Here): Step<ComplaintData> | undefined =>
  context.data.text || context.data.files.length > 0 ? sendComplaint(context) : undefined;

/** `parameter` is a category or the citizen's words. */
function enter(parameter: string | undefined, here: Here): Step<ComplaintData> {
  const context = { ...here, data: flowOf(here.session.at) === "complaint" ? here.data : ComplaintData.parse({}) };
  const known = Category.safeParse(parameter);
  if (known.success) return beginComplaint(known.data, context);
  return parameter === undefined ? beginFromTold(context) : beginFromWords({ type: "text", text: parameter }, context);
}

const states: StatesOf<"complaint", ComplaintData> = {
  category: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    later: "complaint.later",
    prompt: (context) => [{ key: isLost(context) ? "complaint.askCategoryAgain" : "complaint.askCategory" }],
    options: firstCategories,
    takes: ["text"],
    free: (content, context) =>
      isStory(content, context) || tellsThreat(content.text, context) || isPlaceCorrection(content.text, context.facts),
    take: takeCategory,
    leadsTo: [
      "complaint.category",
      "complaint.more",
      "complaint.programme",
      "complaint.what",
      "repair.contest",
      "complaint.where",
      "complaint.confirm",
      "complaint.kecamatan",
    ],
    enter,
  },
  more: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    prompt: "complaint.askCategory",
    options: (context) => [...moreCategories(context), backTo("complaint.category"), leaveToMenu],
    leadsTo: ["complaint.what", "complaint.category", "menu.choose"],
  },
  programme: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    later: "complaint.later",
    prompt: "complaint.askProgramme",
    options: ({ facts }) => [
      ...paidNow(facts).map(
        (programme): Option<ComplaintData> => ({
          id: programmeChoice(programme),
          title: { words: programme.name },
          to: "complaint.what",
          step: ({ data, facts }) => ({ ...askStory(data, facts), data: { programme: programme.code } }),
        }),
      ),
      {
        id: "unknown",
        title: { key: "complaint.unknownProgramme" },
        means: "unknown",
        to: "complaint.what",
        step: ({ data, facts }) => askStory(data, facts),
      },
      leaveToMenu,
    ],
    takes: ["text"],
    free: (content, context) => tellsProgramme(content, context) || isPlaceCorrection(content.text, context.facts),
    take: takeProgramme,
    leadsTo: ["complaint.programme", "complaint.what", "complaint.where"],
  },
  what: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    prompt: ({ data: { category = "other", text = "" }, facts }) => [
      { key: "complaint.askWhat", values: { category: { key: `category.${category}` } } },
      ...(DISCREET.includes(category) ? [discreetText(text, facts)] : []),
    ],
    takes: ["text", "media"],
    options: [leaveToMenu],
    free: true,
    hint: "complaint.whatHint",
    leadsTo: ["complaint.what", "complaint.where", "complaint.confirm"],
    take: takeStory,
  },
  where: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    later: "complaint.later",
    prompt: (context) => [{ key: asksWhen(context) ? "complaint.askWhereWhen" : "complaint.askWhere" }],
    takes: ["text", "location"],
    options: (context) => [
      ...(isKept(draftOf(context), context)
        ? [{ id: "skip", title: { key: "complaint.skip" }, to: "complaint.confirm" as const, step: skipPlace }]
        : []),
      leaveToMenu,
    ],
    free: ({ text }, context) =>
      tellsThreat(text, context) ||
      hasThreat(context) ||
      isWhere(text, context.facts) ||
      hidesPlace(text, context.facts) ||
      programmeAlone(text, context.facts) !== undefined ||
      answerOpening(text, context.facts).length > 0,
    hint: "complaint.whereHint",
    leadsTo: ["complaint.where", "complaint.confirm", "complaint.kecamatan", "menu.choose"],
    take: takePlaceAnswer,
  },
  kecamatan: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    later: "complaint.later",
    prompt: "complaint.askKecamatan",
    options: (context) => [
      ...context.data.candidates.slice(0, 8).map(
        (code): Option<ComplaintData> => ({
          id: code,
          ...choiceOf(code, context),
          to: "complaint.confirm",
          data: { area: code },
        }),
      ),
      { id: "unknown", title: { key: "complaint.unknownPlace" }, means: "unknown", to: "complaint.confirm" },
      leaveToMenu,
    ],
    takes: ["text", "location"],
    free: (content, context) => isPlaceCorrection(content.text, context.facts) || isStory(content, context),
    take: (content, context) => correctPlace(content, context) ?? addHere(content, context),
    leadsTo: ["complaint.kecamatan", "complaint.confirm", "menu.choose"],
  },
  confirm: {
    send: sendAsItIs,
    whoReads: whoReadsText,
    prompt: summaryTexts,
    reminder: "complaint.unsent",
    later: "complaint.later",
    options: (context) => [
      { id: "send", title: { key: "complaint.send" }, means: "send", to: "ticket.checking", step: sendComplaint },
      { id: "change", title: { key: "complaint.change" }, means: "no", to: "complaint.what" },
      {
        id: "place",
        title: { key: "complaint.changePlace" },
        to: "complaint.where",
        data: { place: undefined, area: undefined, time: undefined },
      },
      { id: "kind", title: { key: "complaint.changeKind" }, to: "complaint.category", data: { category: undefined } },
      { id: "cancel", title: { key: "complaint.cancel" }, means: "cancel", to: "menu.choose", step: cancelComplaint },
      ...(canKeep(draftOf(context), context)
        ? [
            {
              id: "confide",
              title: { key: "confidential.ask" },
              to: "complaint.confirm" as const,
              data: { confidential: true },
            },
          ]
        : []),
      ...(mentionedHere(context).length > 0
        ? [
            {
              id: "withhold",
              title: { key: "ticket.withhold" },
              to: "complaint.confirm" as const,
              step: withholdNumbers,
            },
          ]
        : []),
      leaveToMenu,
    ],
    takes: ["text", "location"],
    free: isCorrection,
    take: takeCorrection,
    leadsTo: [
      "ticket.checking",
      "complaint.what",
      "complaint.where",
      "menu.choose",
      "complaint.confirm",
      "complaint.kecamatan",
      "complaint.category",
    ],
  },
};

const cancelComplaint = (context: Here): Step<ComplaintData> => ({
  to: "menu.choose",
  say: droppedTexts(context, "complaint.cancelled"),
  session: withoutDraft(context.session, context),
});

/** The flow `ticket` finds duplicates and gives the number. */
export const complaint = defineFlow("complaint", ComplaintData, states, { keepsDraft: true });
