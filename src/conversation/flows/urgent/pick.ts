import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { namesPlace } from "../../engine/facts.ts";
import { flowOf, type Option, type State, type Step } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { plainText } from "../../understanding/normalise.ts";
import { addRequest, beginDanger } from "./danger.ts";
import { type Here, isSurvivors, knownHere, UrgentData } from "./data.ts";
import { firstAidFor } from "./further.ts";
import { isOtherMatter } from "./other-matter.ts";
import { takeBack } from "./take-back.ts";

/** The dangers by the names that citizens choose from. */
const PICKS: Readonly<Record<string, Danger>> = {
  medical: "urgent-medical",
  disaster: "disaster",
  violence: "violence",
  despair: "self-harm",
  hunger: "hunger",
  neglected: "neglected",
};

const pickOption = ([id, danger]: [string, Danger]): Option<UrgentData> => ({
  id,
  title: { key: `urgent.pick.${id}` },
  to: "urgent.checking",
  step: (context) => beginDanger(danger, { ...context, data: { ...context.data, chosen: `urgent.pick.${id}` } }),
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
const NOTHING_KNOWN = {
  ...UrgentData.parse({}),
  area: undefined,
  number: undefined,
  lastSaid: undefined,
  lastAid: undefined,
  reach: undefined,
  place: undefined,
  role: undefined,
  chosen: undefined,
  corrects: undefined,
} satisfies Partial<UrgentData>;

/** In words. A longer message tells more than that the chat is wrong. */
const LONGEST_CORRECTION = 9;

/** Takes "bukan itu maksud saya" in a danger that the chat has misread. */
export function takeCorrection(words: string, here: Here): Step<UrgentData> | undefined {
  const { data, facts } = here;
  const plain = plainText(words);
  const isShort = plain.split(" ").length <= LONGEST_CORRECTION;
  if (!isShort || !facts.words.urgent.notThis.isIn(plain)) return undefined;
  if (namesPlace(words, facts) || firstAidFor(words, data, facts)) return undefined;
  const kept = data.number === undefined || isSurvivors(data.dangers) ? undefined : data.number;
  return {
    ...askWhichDanger("", here),
    say: [{ key: "urgent.misread" }],
    requests: kept === undefined ? [] : [addRequest(kept, here, { text: keptWords(words) })],
  };
}

export const toPick: Option<UrgentData> = {
  id: "other",
  title: { key: "urgent.notThis" },
  to: "urgent.pick",
  step: (context) => askWhichDanger("", context),
};

function takeMore(content: Content, context: Here): Step<UrgentData> | undefined {
  const words = wordsIn(content);
  if (words === undefined) return undefined;
  return askWhichDanger(words, context);
}

const NONE = { key: "urgent.pick.none" };

/** Tells the officers of a misread report that it is no emergency. */
function endDanger(context: Here): Step<UrgentData> {
  const { corrects } = context.data;
  if (!corrects) return { to: "menu.choose" };
  return takeBack(context.facts.wordings(NONE)[0] ?? "", { ...context, data: { ...context.data, ...corrects } });
}

/** Citizens choose a danger whose words the chat has not understood. */
export const pick: State<UrgentData> = {
  prompt: ({ data }) => [{ key: data.isUnclear ? "urgent.pick.again" : "urgent.pick.ask" }],
  options: [...Object.entries(PICKS).map(pickOption), { ...toMenu, title: NONE, step: endDanger }],
  takes: ["text"],
  free: (content, context) => !isOtherMatter(content, context),
  leadsTo: ["urgent.pick", "urgent.consent"],
  take: takeMore,
  enter: (parameter, context) =>
    flowOf(context.session.at) === "urgent"
      ? askWhichDanger("", { ...context, data: knownHere(context) })
      : { to: "urgent.pick", data: { ...NOTHING_KNOWN, text: keptWords(parameter ?? "") } },
};
