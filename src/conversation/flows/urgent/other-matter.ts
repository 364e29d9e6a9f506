import { isRecent } from "../../engine/lapse.ts";
import type { Intent } from "../../understanding/intents.ts";
import { plainText } from "../../understanding/normalise.ts";
import { asksAbout } from "../../understanding/question-words.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import { type Here, isKept } from "./data.ts";

/** The service may misread the words of a citizen who wants to die as these intents. */
const OF_DESPAIR: ReadonlySet<Intent> = new Set<Intent>(["officer", "insult", "unknown", "complaint"]);

const TELLS: ReadonlySet<Intent> = new Set<Intent>(["complaint", "sanction", "payment", "insult", "urgent", "unknown"]);

/** People in danger ask unexpected questions, so all unclear texts stay with the danger. */
export function isOtherMatter(content: TextContent, here: Here): boolean {
  const { data, facts } = here;
  const { intent, extracted } = understoodOnce(content, facts);
  if (extracted.ticket) return true;
  const plain = plainText(content.text);
  const isNamed = namesMatter(plain, here);
  const isWrong = extracted.category !== undefined || facts.signals(content.text).includes("accusation");
  if (facts.words.report.announces.isIn(plain)) return isNamed || isWrong;
  if (data.dangers.includes("self-harm") && OF_DESPAIR.has(intent)) return false;
  if (asksAbout(content.text, facts.words)) return isNamed || facts.signals(content.text).includes("accusation");
  return isNamed && !TELLS.has(intent);
}

/** In an illness, the health insurance is a part of the danger. */
const namesMatter = (plain: string, { data, facts: { words } }: Here): boolean =>
  words.urgent.elsewhere.isIn(plain) ||
  (!data.dangers.includes("urgent-medical") && words.urgent.membership.isIn(plain));

/** In ms. After this time, unclear words in the menu no longer belong to the danger. */
const LASTS = 30 * 60_000;

const MISREAD: ReadonlySet<Intent> = new Set<Intent>([
  "unknown",
  "urgent",
  "complaint",
  "data-copy",
  "data-correct",
  "data-delete",
  "offices",
]);

export function isStillOfDanger(content: TextContent, here: Here): boolean {
  const { session, facts } = here;
  if (!isKept(here) || !isRecent(session.urgentAt, LASTS, facts.now)) return false;
  const { intent, extracted } = understoodOnce(content, facts);
  if (!MISREAD.has(intent) || extracted.niks || extracted.nearMisses || extracted.category) return false;
  return !isOtherMatter(content, here) && !namesMatter(plainText(content.text), here);
}
