import type { District } from "../../register/district.ts";
import { isReason } from "../../register/reasons.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Words } from "../../words/words.ts";
import type { Intent } from "./intents.ts";
import { findAnswer } from "./knowledge.ts";
import type { Understanding } from "./understanding.ts";

/** With these intents, the words of a reason are the matter of the message. */
const ASKS_WHY: ReadonlySet<Intent> = new Set(["unknown", "repair", "sanction", "check", "payment", "programmes"]);
/** A complaint of another category tells of a misdeed or of money, and remains a report. */
const ABOUT_DATA: ReadonlySet<Category | undefined> = new Set([undefined, "data-wrong", "not-listed"]);
/** In a complaint about data, or a question that `knowledge` answers, a reason counts from this many words on. */
const SURELY = 2;
const SURE = 0.75;

/** Reads the words of a reason ("katanya rumah saya tidak ketemu waktu disurvei") as a question about its repair. */
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
