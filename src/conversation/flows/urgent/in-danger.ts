import { dangersIn } from "../../../signals/danger.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import type { StateName } from "../../engine/state-names.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { asksWhenHelpComes, isCry, takesBack } from "./cries.ts";
import { addRequest } from "./danger.ts";
import { type Here, isSurvivors, UrgentData } from "./data.ts";
import { firstTexts } from "./first-texts.ts";
import { helplineNumbers } from "./help-text.ts";
import { answerQuestion } from "./questions.ts";

export const numbersText = (key: string, { data, facts }: Here): Text => ({
  key,
  values: { number: data.number ?? "", numbers: helplineNumbers(data.dangers, facts.district) },
});

/** States in which a question is answered. In the others the chat waits for one answer only. */
const ANSWERS: ReadonlySet<StateName> = new Set(["urgent.place", "urgent.open"]);

/**
 * Answers a citizen who told of a danger, and now cries again, asks something or calls it off. `undefined` for other
 * words and for a new danger.
 */
export function answerInDanger(content: Content, context: Context): Step | undefined {
  const words = wordsIn(content);
  if (flowOf(context.session.at) !== "urgent" || content.type === "phone" || words === undefined) return undefined;
  const here: Here = { ...context, data: UrgentData.parse(context.data) };
  const isNew = dangersIn(context.facts.signals(words)).some((danger) => !here.data.answered.includes(danger));
  if (isNew) return undefined;
  const { words: lists } = context.facts;
  const first = firstTexts(words, here.data, lists);
  if (first.length > 0) return sayAndKeep(first, words, here);
  if (isCry(words, lists)) return sayAndKeep([numbersText("urgent.callNow", here)], words, here);
  if (here.data.number === undefined) return undefined;
  if (asksWhenHelpComes(words, lists)) return sayAndKeep([numbersText("urgent.whenHelp", here)], words, here);
  const isOff = takesBack(words, lists) || (content.type === "text" && meaningOf(words, lists) === "cancel");
  if (isOff) return sayAndKeep([numbersText("urgent.takenBack", here)], words, here);
  const answered = ANSWERS.has(context.session.at) ? answerQuestion(content, here) : undefined;
  return answered && sayAndKeep(answered, words, here);
}

/** Says these texts. Adds the words to the ticket, if there is one and it may hold them. */
function sayAndKeep(say: Text[], words: string, context: Here): Step {
  const { data, session } = context;
  const text = isSurvivors(data.dangers) ? "" : keptWords(words);
  const isKept = data.number !== undefined && text !== "";
  return {
    to: session.at,
    say,
    ...(isKept ? { requests: [addRequest(data.number ?? "", context, { text })] } : {}),
  };
}
