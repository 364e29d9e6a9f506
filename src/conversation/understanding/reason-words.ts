import type { District } from "../../register/district.ts";
import { isReason } from "../../register/reasons.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Words } from "../../words/words.ts";
import type { Intent } from "./intents.ts";
import { findAnswer } from "./knowledge.ts";
import type { Understanding } from "./understanding.ts";

const ASKS_WHY: ReadonlySet<Intent> = new Set(["unknown", "repair", "sanction", "check", "payment", "programmes"]);
/** A complaint about another matter remains a report. */
const ABOUT_DATA: ReadonlySet<Category | undefined> = new Set([undefined, "data-wrong", "not-listed"]);
const SURELY = 2;
const SURE = 0.75;

/** Reads a reason as a question about its repair: "katanya rumah saya tidak ketemu waktu disurvei". */
export function withReason(
  understood: Understanding,
  text: string,
  { reasons, words }: Pick<District, "reasons"> & { words: Words },
): Understanding {
  const { intent, confidence, extracted, alternatives } = understood;
  const { niks, ticket, reason, category } = extracted;
  const isAboutData = intent === "complaint" && ABOUT_DATA.has(category);
  const asks = ASKS_WHY.has(intent);
  if (niks || ticket || reason || !(asks || isAboutData || intent === "ask")) return understood;
  const found = findAnswer(text, reasons, words);
  if (!found || !isReason(found.name) || (!asks && found.words < SURELY)) return understood;
  return {
    intent: "repair",
    confidence: Math.max(confidence, SURE),
    extracted: { ...extracted, reason: found.name },
    alternatives: intent === "unknown" ? alternatives : [{ intent, confidence }, ...alternatives].slice(0, 3),
  };
}
