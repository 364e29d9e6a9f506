import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { namesPlace } from "../../engine/facts.ts";
import { flowOf, type Option, type State, type Step } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { plainText } from "../../understanding/normalise.ts";
import { addNote, beginDanger } from "./danger.ts";
import { type Here, isSurvivors, knownHere, noteText, UrgentData } from "./data.ts";
import { firstAidFor } from "./further.ts";
import { isOtherMatter } from "./other-matter.ts";
import { takeBack } from "./take-back.ts";

const PICKS = [
  "urgent-medical",
  "disaster",
  "violence",
  "self-harm",
  "hunger",
  "neglected",
] as const satisfies Danger[];

const pickOption = (danger: Danger): Option<UrgentData> => ({
  id: danger,
  title: { key: `urgent.pick.${danger}` },
  to: "urgent.checking",
  step: (context) => beginDanger(danger, context),
});

/** Begins without the danger that the chat has misread. Words of a filed report stay in that report. */
function askWhichDanger(text: string, { data }: Here): Step<UrgentData> {
  const { number, dangers, corrects } = data;
  const isHidden = dangerLaneOf(dangers) !== undefined;
  const told = [number === undefined && !isHidden ? data.text : "", text].filter(Boolean).join("\n");
  return {
    to: "urgent.pick",
    data: {
      ...NOTHING_KNOWN,
      corrects: number === undefined ? corrects : { number, dangers },
      text: keptWords(told),
      isUnclear: text !== "",
    },
  };
}

/** A step's data updates the old data, so each field is named. */
const NOTHING_KNOWN: Partial<UrgentData> = Object.fromEntries(
  Object.keys(UrgentData.shape).map((name) => [name, undefined]),
);

/** In words. A longer message tells more than that the chat is wrong. */
const LONGEST_CORRECTION = 9;

/** Takes "bukan itu maksud saya" in a danger that the chat has misread. */
export function takeCorrection(words: string, here: Here): Step<UrgentData> | undefined {
  const { data, facts } = here;
  const plain = plainText(words);
  const isShort = plain.split(" ").length <= LONGEST_CORRECTION;
  if (!isShort || !facts.words.urgent.notThis.isIn(plain)) return undefined;
  if (namesPlace(words, facts) || firstAidFor(words, data, facts)) return undefined;
  const step = { ...askWhichDanger("", here), say: [{ key: "urgent.misread" }] };
  return isSurvivors(data.dangers) ? step : { ...step, ...addNote(keptWords(words), here) };
}

export const toPick: Option<UrgentData> = {
  id: "other",
  title: { key: "urgent.notThis" },
  to: "urgent.pick",
  step: (context) => askWhichDanger("", context),
};

function takeMore(content: Content, context: Here): Step<UrgentData> | undefined {
  const words = wordsIn(content);
  return words === undefined ? undefined : askWhichDanger(words, context);
}

const NONE = "urgent.pick.none";

/** Tells the officers of a misread report that it is no emergency. */
function endDanger(context: Here): Step<UrgentData> {
  const { data, facts } = context;
  if (!data.corrects) return { to: "menu.choose" };
  return takeBack(noteText(NONE, facts), { ...context, data: { ...data, ...data.corrects } });
}

/** Citizens choose a danger whose words the chat has not understood. */
export const pick: State<UrgentData> = {
  prompt: ({ data }) => [{ key: data.isUnclear ? "urgent.pick.again" : "urgent.pick.ask" }],
  options: [...PICKS.map(pickOption), { ...toMenu, title: { key: NONE }, step: endDanger }],
  takes: ["text"],
  free: (content, context) => !isOtherMatter(content, context),
  leadsTo: ["urgent.pick", "urgent.consent"],
  take: takeMore,
  enter: (parameter, context) =>
    flowOf(context.session.at) === "urgent"
      ? askWhichDanger("", { ...context, data: knownHere(context) })
      : { to: "urgent.pick", data: { ...NOTHING_KNOWN, text: keptWords(parameter ?? "") } },
};
