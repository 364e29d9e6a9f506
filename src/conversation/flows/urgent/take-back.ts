import { keptWords } from "../../engine/content.ts";
import type { Step } from "../../engine/flow.ts";
import { beginWithdrawal } from "../../engine/withdraw-report.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { refusesToReport, takesReportBack } from "../../understanding/hold-back.ts";
import { plainText } from "../../understanding/normalise.ts";
import { leaveConsentOpen } from "./consent.ts";
import { otherMatterIn } from "./cries.ts";
import { addNote } from "./danger.ts";
import { type Here, isKept, isSurvivors, noteText, numbersText } from "./data.ts";

/** A bare "batal" means that the danger is over. */
export const callsOff = (words: string, here: Here): boolean =>
  meaningOf(words, here.facts.words) !== "cancel" &&
  (takesReportBack(words, here.facts.words) ||
    refusesToReport(words, here.facts.words) ||
    (isKept(here) && here.facts.words.crisis.callsOff.isIn(plainText(words))));

export function takeReportBack(words: string, here: Here): Step {
  if (here.data.number === undefined) return leaveConsentOpen([{ key: "urgent.notReferred" }]);
  return beginWithdrawal(words, here);
}

export function takeBack(words: string, context: Here): Step {
  const { data, facts } = context;
  const matter = otherMatterIn(words, facts);
  const key = data.number === undefined ? "urgent.notReferred" : "urgent.takenBack";
  const say = matter === undefined ? numbersText(key, context) : { key: "urgent.takenBackShort" };
  return {
    to: "menu.choose",
    say: [say],
    session: { emergency: undefined },
    ...addNote(isSurvivors(data.dangers) ? noteText("urgent.takenBackNote", facts) : keptWords(words), context),
    ...(matter === undefined ? {} : { quiet: true, reread: { type: "text", text: matter } }),
  };
}
