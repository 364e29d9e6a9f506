import { plainText } from "../understanding/normalise.ts";
import { seemsToAsk } from "../understanding/question-words.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { ticketAsked } from "./ticket-answer.ts";

const OWN_REPORTS: ReadonlySet<string> = new Set(["urgent", "officer", "ticket", "reply"]);

/** After condolences, answers a question about the dead person's card or the family's aid. */
export function answerMourner(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const { repair } = facts.words;
  const plain = plainText(text);
  const isFree = stateHere(context).free === true || OWN_REPORTS.has(flowOf(session.at));
  if (!seemsToAsk(text, facts.words) || isFree || !isRecent(session.mournedAt, TOLD_KEPT, facts.now)) return undefined;
  if (ticketAsked(context) !== undefined) return undefined;
  const topics: readonly (readonly [boolean, string])[] = [
    [repair.movesAid.isIn(plain), "change-of-recipient"],
    [repair.familyAid.isIn(plain), "family-after-death"],
    [repair.cardOfDead.isIn(plain), "money-after-death"],
  ];
  const name = topics.find(([isAsked]) => isAsked)?.[1];
  return name && facts.district.knowledge[name] ? keepDraft({ to: "ask.show", data: { name } }, context) : undefined;
}
