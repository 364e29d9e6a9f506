import type { District } from "../../register/district.ts";
import { isReason } from "../../register/reasons.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Words } from "../../words/words.ts";
import type { Intent } from "./intents.ts";
import { findAnswer } from "./knowledge.ts";
import type { Understanding } from "./understanding.ts";

/**
 * Intents of a citizen who asks why, or repeats what their data say. The words of a reason are then what the message is
 * about.
 */
const ASKS_WHY: ReadonlySet<Intent> = new Set(["unknown", "repair", "sanction", "check", "payment", "programmes"]);
/** Complaints about the data themselves. Any other complaint tells of a misdeed or of money, and remains a report. */
const ABOUT_DATA: ReadonlySet<Category | undefined> = new Set([undefined, "data-wrong", "not-listed"]);
/**
 * If a message has at least this number of a reason's words, they decide, even if the message may be a complaint or a
 * question of knowledge.
 */
const SURELY = 2;
const SURE = 0.75;

/**
 * Names the reason that a message repeats in a citizen's words: "katanya rumah saya tidak ketemu waktu disurvei". Other
 * reports, and reasons that were found before, stay as they are.
 */
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
