import type { Danger } from "../../../signals/danger.ts";
import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import type { Option, State, Step } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { plainText } from "../../understanding/normalise.ts";
import { beginDanger } from "./danger.ts";
import { type Here, isSurvivors, knownHere, UrgentData } from "./data.ts";
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
  step: (context) => beginDanger(danger, context),
});

/** Forgets the danger that the chat has misread. */
function askWhichDanger(text: string, { data }: Here): Step<UrgentData> {
  const told = isSurvivors(data.dangers) ? "" : [data.text, text].filter(Boolean).join("\n");
  return {
    to: "urgent.pick",
    data: { ...UrgentData.parse({}), ...NOTHING_KNOWN, text: keptWords(told), isUnclear: text !== "" },
  };
}

/** A step's data updates the old data, so each optional field is named. */
const NOTHING_KNOWN = {
  area: undefined,
  number: undefined,
  lastSaid: undefined,
  lastAid: undefined,
  reach: undefined,
  place: undefined,
  role: undefined,
} satisfies Partial<UrgentData>;

/** In words. A longer message tells more than that the chat is wrong. */
const LONGEST_CORRECTION = 9;

/** Takes "bukan itu maksud saya" in a danger that the chat has misread. */
export function takeCorrection(words: string, here: Here): Step<UrgentData> | undefined {
  const plain = plainText(words);
  const isShort = plain.split(" ").length <= LONGEST_CORRECTION;
  if (!isShort || !here.facts.words.urgent.notThis.isIn(plain)) return undefined;
  return { ...askWhichDanger(words, here), say: [{ key: "urgent.misread" }] };
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

/** Tells the officers of a filed report that it is no emergency. */
function endDanger({ session, ...context }: Here): Step<UrgentData> {
  if (!session.emergency) return { to: "menu.choose" };
  const data = knownHere({ ...context, session: { ...session, at: "menu.choose" } });
  return takeBack(context.facts.wordings(NONE)[0] ?? "", { ...context, session, data });
}

/** Citizens choose a danger whose words the chat has not understood. */
export const pick: State<UrgentData> = {
  prompt: ({ data }) => [{ key: data.isUnclear ? "urgent.pick.again" : "urgent.pick.ask" }],
  options: [...Object.entries(PICKS).map(pickOption), { ...toMenu, title: NONE, means: "no", step: endDanger }],
  takes: ["text"],
  free: (content, context) => !isOtherMatter(content, context),
  leadsTo: ["urgent.pick", "urgent.consent"],
  take: takeMore,
  enter: (parameter) => ({ to: "urgent.pick", data: { ...NOTHING_KNOWN, text: keptWords(parameter ?? "") } }),
};
