import type { Danger } from "../../../signals/danger.ts";
import type { Topic } from "../../../vocabulary/lists.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { asideIn } from "../../engine/asides.ts";
import { aboutOfficerTexts } from "../../flows-shared/about-officer.ts";
import { globalCommand } from "../../understanding/commands.ts";
import { plainText } from "../../understanding/normalise.ts";
import { asksAbout } from "../../understanding/question-words.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { isForHelper, takesAll } from "./another.ts";
import { careTexts } from "./care.ts";
import { categoryOf, type Here, isSurvivors, reportValues } from "./data.ts";
import { firstAidText } from "./further.ts";
import { nextStepTexts } from "./next-step.ts";

/** A danger to life stands first. */
const FIRST_STEPS: readonly Danger[] = ["urgent-medical", "disaster", "hunger"];

/** Another flow would leave the report of danger, so this flow answers itself. */
export function answerQuestion(content: Content, context: Here): Text[] | undefined {
  const { facts } = context;
  if (content.type !== "text" || globalCommand(content.text, facts.words) || asideIn(content.text, context))
    return undefined;
  const care = careTexts(content.text, context);
  if (care.length > 0) return care;
  const office = isSurvivors(context.data.dangers) ? [] : aboutOfficerTexts(content.text, facts);
  if (office.length > 0) return office;
  const { intent, extracted } = understoodOnce(content, facts);
  const isOfCare = context.data.dangers.includes("urgent-medical") && extracted.answer === ("pbi-jk" satisfies Topic);
  if (!isOfCare && !asks(content.text, context)) return undefined;
  const answer = extracted.answer === undefined ? undefined : facts.district.knowledge[extracted.answer];
  if (intent === "ask" && answer) return [{ words: answer.words }];
  if (!facts.words.urgent.whereTo.isIn(plainText(content.text))) return undefined;
  const { dangers } = context.data;
  const again = sameHelpTexts(context);
  if (again.length > 0) return again;
  const first = categoryOf(dangers) === "urgent" ? FIRST_STEPS.find((danger) => dangers.includes(danger)) : undefined;
  const topic = first ?? categoryOf(dangers);
  return [{ key: `urgent.whereTo.${topic}`, values: reportValues(context) }];
}

/** After one of these texts, "what now" asks for the same text again. */
const URGES: ReadonlySet<string | undefined> = new Set([
  "urgent.further.silent",
  "urgent.further.fearsDeath",
  "urgent.weakNow",
]);

function sameHelpTexts({ data: { lastAid, lastSaid }, facts }: Here): Text[] {
  const aid = facts.district.urgent.aid.find(({ question, anywhere }) => anywhere && question === lastAid);
  if (aid) return [firstAidText(aid)];
  return lastSaid !== undefined && URGES.has(lastSaid) ? [{ key: lastSaid }] : [];
}

export function leaveToOfficer(content: Content, context: Here): Text[] | undefined {
  if (content.type !== "text" || !asks(content.text, context)) return undefined;
  const { data, session } = context;
  const lane =
    session.at === "urgent.consent" ? "beforeConsent" : isForHelper(data) ? "helper" : categoryOf(data.dangers);
  if (lane === "helper" && takesAll(data, context.facts.words)) return [{ key: "urgent.otherTakesAll" }];
  const step = lane === "urgent" ? nextStepTexts(content.text, context) : [];
  return [...step, { key: `urgent.asked.${lane}`, values: reportValues(context) }];
}

export function whoAnswersTexts(text: string, here: Here): Text[] {
  const plain = plainText(text);
  const { asides, urgent } = here.facts.words;
  if (!urgent.whoAnswers.isIn(plain) && !asides.aboutUs.isIn(plain)) return [];
  const lane = here.data.number === undefined ? "beforeConsent" : "kept";
  return [{ key: `urgent.whoAnswers.${lane}`, values: reportValues(here) }];
}

export function asks(text: string, { facts: { words } }: Here): boolean {
  const plain = plainText(text);
  return asksAbout(text, words) || words.urgent.whereTo.isIn(plain) || words.questions.orNot.isIn(plain);
}
