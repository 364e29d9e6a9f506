import { dangersIn } from "../../../signals/danger.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { wordsIn } from "../../engine/content.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isSurvivors, keyOfFirst, UrgentData } from "./data.ts";
import { helpTextsFor } from "./help-text.ts";
import { heardOfWriter, tellsOfOther } from "./who-suffers.ts";

type Role = NonNullable<UrgentData["role"]>;

const CAPTIVE = "urgent.captive";
const SILENT = "urgent.captiveSilent";

/** Our texts for a victim, and the text that another writer reads instead. */
const INSTEAD: Readonly<Record<Exclude<Role, "victim">, Readonly<Record<string, string>>>> = {
  bystander: {
    "urgent.human.violence": "urgent.bystander.first",
    "urgent.human.sexual-coercion": "urgent.bystander.first",
    "urgent.policeNow": "urgent.bystander.now",
    [CAPTIVE]: "urgent.bystander.now",
    "urgent.helpAsked.violence.now": "urgent.bystander.now",
    "urgent.helpAsked.violence.sends": "urgent.bystander.now",
    "urgent.further.afraid": "urgent.bystander.now",
    "urgent.child.violence": "urgent.bystander.told",
    "urgent.noAccount": "urgent.bystander.told",
    "urgent.noAccountAgain": "urgent.bystander.toldAgain",
    "urgent.askConsentShort": "urgent.bystander.askAgain",
  },
  captive: {
    "urgent.human.violence": CAPTIVE,
    "urgent.human.sexual-coercion": CAPTIVE,
    "urgent.policeNow": CAPTIVE,
    "urgent.helpAsked.violence.now": CAPTIVE,
    "urgent.helpAsked.violence.sends": SILENT,
    "urgent.helpAsked.violence.shelter": CAPTIVE,
    "urgent.helpAsked.violence.unheard": SILENT,
    "urgent.further.afraid": CAPTIVE,
    "urgent.further.comesBack": SILENT,
    "urgent.further.childThere": SILENT,
    "urgent.noAccount": SILENT,
    "urgent.noAccountAgain": SILENT,
    "urgent.stillHere": SILENT,
  },
};

const SYMPATHY: ReadonlySet<string | undefined> = new Set(["urgent.human.violence", "urgent.human.sexual-coercion"]);

/** These texts contain no help. */
const BARE: ReadonlySet<string | undefined> = new Set([
  "urgent.stillHere",
  "urgent.noAccount",
  "urgent.noAccountAgain",
]);

/** The writer's own words win over words about another person. */
export function roleIn(
  words: string,
  role: Role | undefined,
  { words: lists, signals }: Pick<Context["facts"], "words" | "signals">,
): Role | undefined {
  const { alarms, urgent } = lists;
  const heard = heardOfWriter(words, lists);
  if (heard === "captive") return heard;
  if (heard === "victim") return role === "captive" ? role : heard;
  if (heard === "denied") return "bystander";
  if (tellsOfOther(words, lists) && dangersIn(signals(words)).length > 0) return role ?? "bystander";
  if (role === "bystander") return role;
  const plain = urgent.doer.replacedIn(plainText(words), "");
  if (alarms.captive.isIn(plain) || urgent.cornered.isIn(plain)) return "captive";
  return role ?? (heard === "elided" ? "victim" : undefined);
}

export function speakToWriter(step: Step | undefined, content: Content, context: Context): Step | undefined {
  if (!step || flowOf(step.to) !== "urgent") return step;
  const isHere = flowOf(context.session.at) === "urgent";
  const data = UrgentData.parse({ ...(isHere ? context.data : {}), ...step.data });
  if (!isSurvivors(data.dangers)) return step;
  const words = wordsIn(content) ?? "";
  const role = roleIn(words, data.role, context.facts);
  if (role === undefined) return step;
  const isSilent = role === "captive" && context.facts.words.helplines.unheard.isIn(plainText(words));
  const { say = [] } = step;
  if (role === "victim") {
    const isCorrected = data.role === "bystander" && BARE.has(keyOfFirst(say));
    const help = isCorrected ? helpTextsFor(data.dangers, context.facts.district) : [];
    return { ...step, say: isCorrected ? [...help, ...say.slice(1)] : say, data: { ...step.data, role } };
  }
  const said = SYMPATHY.has(keyOfFirst(say)) ? say.slice(0, 1) : say;
  return { ...step, say: said.map((text) => replaced(text, role, isSilent)), data: { ...step.data, role } };
}

function replaced(text: Text, role: keyof typeof INSTEAD, isSilent: boolean): Text {
  if (!("key" in text)) return text;
  const key = INSTEAD[role][text.key] ?? text.key;
  if (isSilent && key === CAPTIVE) return { key: SILENT };
  return key === text.key ? text : { key };
}
