import type { Facts } from "../engine/facts.ts";
import { plainText } from "./normalise.ts";
import { type TextContent, understoodOnce } from "./understood-once.ts";

const MOST_WORDS = 5;
const LIKELY = 0.3;

/** Whether a text only scolds: "gak becus", "kalian tidur apa". */
export function onlyScolds(content: TextContent, facts: Facts): boolean {
  const plain = plainText(content.text);
  if (facts.words.moods.scolds.isIn(plain)) return true;
  if (plain.split(" ").length > MOST_WORDS || facts.findPlaces(content.text).length > 0) return false;
  const { intent, alternatives, extracted } = understoodOnce(content, facts);
  if (extracted.programme !== undefined || extracted.category !== undefined) return false;
  return (
    intent === "insult" ||
    (intent === "unknown" && alternatives[0]?.intent === "insult" && alternatives[0].confidence >= LIKELY)
  );
}
