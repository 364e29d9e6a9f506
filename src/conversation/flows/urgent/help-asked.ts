import type { Category } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";

type Question =
  | "youCall"
  | "prison"
  | "children"
  | "woman"
  | "knows"
  | "visum"
  | "aid"
  | "order"
  | "free"
  | "unheard"
  | "who"
  | "comes"
  | "sends"
  | "bringChild"
  | "shelter"
  | "now"
  | "company";
type Lane = { questions: readonly Question[]; together?: readonly Question[]; keyOf: (question: Question) => string };

/** The chat answers all questions of `together`, otherwise only the first of `questions`. */
const LANES: Partial<Record<Category, Lane>> = {
  violence: {
    questions: [
      "youCall",
      "order",
      "free",
      "prison",
      "bringChild",
      "children",
      "woman",
      "unheard",
      "who",
      "knows",
      "comes",
      "sends",
      "shelter",
      "now",
    ],
    together: ["visum", "aid"],
    keyOf: (question) => `urgent.helpAsked.violence.${question === "bringChild" ? "children" : question}`,
  },
  "urgent-private": {
    questions: ["free", "who", "company"],
    keyOf: (question) => `urgent.helpAsked.urgent-private.${question}`,
  },
  urgent: { questions: ["free", "bringChild"], keyOf: (question) => `urgent.helpAsked.urgent.${question}` },
};

export function helpAskedTexts(text: string, context: Here): Text[] {
  const { data, facts } = context;
  const { helplines, urgent } = facts.words;
  const plain = plainText(text);
  const category = categoryOf(data.dangers);
  if (category === "violence" && (urgent.noCall.isIn(plain) || urgent.secret.isIn(plain))) return [];
  const lane = LANES[category];
  if (!lane) return [];
  const together = lane.together?.filter((one) => helplines[one].isIn(plain)) ?? [];
  const asked = together.length > 0 ? together : lane.questions.filter((one) => helplines[one].isIn(plain)).slice(0, 1);
  return asked.map((one) => ({ key: lane.keyOf(one), values: reportValues(context) }));
}
