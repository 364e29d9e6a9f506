import type { Choice, Content, Text } from "../../../vocabulary/message.ts";
import type { Option, Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { wishIn } from "./cries.ts";
import type { Here, UrgentData } from "./data.ts";
import { leaveToOfficer } from "./questions.ts";

/** Intents that the service may read in the words of a citizen who told of violence. */
const OF_VIOLENCE: ReadonlySet<string> = new Set(["officer", "insult", "unknown"]);

/**
 * Returns whether words belong to the talk of violence. Other states would send them to an officer without the
 * citizen's consent.
 */
export function isBeforeConsent(content: Content & { type: "text" }, { facts }: Here): boolean {
  const { intent } = understoodOnce(content, facts);
  return OF_VIOLENCE.has(intent) && !facts.words.report.announces.isIn(plainText(content.text));
}

/** Says these texts, and asks for consent again in one line. */
export const askConsentAgain = (say: readonly Text[], data: Partial<UrgentData> = {}): Step<UrgentData> => ({
  to: "urgent.consent",
  data,
  say: [...say, { key: "urgent.askConsentShort" }],
  quiet: true,
  choices: CONSENT.map(({ id, title }): Choice => ({ id: `urgent.consent:${id}`, title })),
});

/**
 * Answers each wish and each question with its own sentence. A citizen who tells a story reads that the service does
 * not store it.
 */
export function answerBeforeConsent(content: Content, context: Here): Step<UrgentData> {
  const { data, facts } = context;
  const text = content.type === "text" ? content.text : "";
  const wish = wishIn(text, facts.placesNamed(text).length > 0 || facts.findPlaces(text).length > 0, facts.words);
  if (wish !== "other") return askConsentAgain([{ key: `urgent.wish.${wish}` }]);
  const asked = leaveToOfficer(content, context);
  if (asked) return askConsentAgain([asked]);
  return askConsentAgain([{ key: data.isTold ? "urgent.noAccountAgain" : "urgent.noAccount" }], { isTold: true });
}

export const CONSENT: Option<UrgentData>[] = [
  {
    id: "yes",
    title: { key: "urgent.consent" },
    means: "agreed",
    to: "urgent.checking",
    step: () => ({ to: "urgent.checking", lookUp: { find: "same-ticket", category: "violence" } }),
  },
  {
    id: "no",
    title: { key: "urgent.noConsent" },
    means: "no",
    to: "menu.choose",
    step: () => ({ to: "menu.choose", quiet: true, say: [{ key: "urgent.notReferred" }] }),
  },
];
