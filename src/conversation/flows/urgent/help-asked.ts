import type { Category } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";

type Question = "order" | "free" | "unheard" | "who" | "comes" | "shelter" | "now" | "company";
type Lane = { questions: readonly Question[]; keyOf: (question: Question) => string };

/** The questions that each lane answers, the most particular one first, and the key of an answer. */
const LANES: Partial<Record<Category, Lane>> = {
  violence: {
    questions: ["order", "free", "unheard", "who", "comes", "shelter", "now"],
    keyOf: (question) => `urgent.helpAsked.violence.${question}`,
  },
  "urgent-private": {
    questions: ["free", "who", "company"],
    keyOf: (question) => `urgent.helpAsked.urgent-private.${question}`,
  },
  urgent: { questions: ["free"], keyOf: (question) => `urgent.helpAsked.urgent.${question}` },
};

/** Answers a question of somebody in danger about the numbers to call, or about what to do; no text for other words. */
export function helpAskedTexts(text: string, context: Here): Text[] {
  const { data, facts } = context;
  const { helplines, urgent } = facts.words;
  const plain = plainText(text);
  const category = categoryOf(data.dangers);
  if (category === "violence" && (urgent.noCall.isIn(plain) || urgent.secret.isIn(plain))) return [];
  const lane = LANES[category];
  const asked = lane?.questions.find((one) => helplines[one].isIn(plain));
  return lane && asked ? [{ key: lane.keyOf(asked), values: reportValues(context) }] : [];
}
