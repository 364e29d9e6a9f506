import type { Content, Text } from "../../vocabulary/message.ts";
import { isJavanese } from "../understanding/written-in.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";
import type { Session } from "./session.ts";

/** The language that is offered to citizens who write it. */
const OFFERED = "jv";
/**
 * Flows in which no language is offered: somebody tells of a danger, writes a report, answers an officer, hides a
 * report from the village, or is already choosing a language.
 */
const UNDISTURBED: ReadonlySet<string> = new Set([
  "urgent",
  "complaint",
  "ticket",
  "officer",
  "reply",
  "confide",
  "finish",
  "language",
]);
/** A chat shows ten choices at most. */
const MOST_CHOICES = 10;

/**
 * The step that changes the language and repeats the chat's question in it; a citizen who has chosen a language is not
 * offered another.
 */
export const changeLanguage = (locale: string, { at }: Pick<Session, "at">): Step => ({
  to: at,
  session: { locale, languageOffered: true },
  say: [{ key: "language.changed" }],
});

/** Offers Javanese, once in a chat, to a citizen who writes Javanese and is answered in another language. */
export function withLanguageOffer(step: Step, content: Content, context: Context): Step {
  if (content.type !== "text" || !mayOffer(step, context)) return step;
  const { words, signals } = context.facts;
  if (!isJavanese(content.text, words) || signals(content.text).length > 0) return step;
  return { ...step, session: { ...step.session, offersLanguage: true, languageOffered: true } };
}

function mayOffer(step: Step, { session, facts }: Context): boolean {
  if (session.languageOffered || session.locale === OFFERED || !facts.locales.includes(OFFERED)) return false;
  const isBusy = step.quiet || step.lookUp || step.reread || step.requests || step.session?.locale !== undefined;
  if (isBusy || step.session?.offersSecrecy || facts.openQuestions.length > 0) return false;
  return session.urgentAt === undefined && ![session.at, step.to].some((at) => UNDISTURBED.has(flowOf(at)));
}

/** The sentence of the offer, under the answer to the message that was written in Javanese. */
export const languageOfferTexts = ({ offersLanguage }: Session): Text[] =>
  offersLanguage ? [{ key: "language.offer" }] : [];

/** The button of the offer, where there is room for one. */
export const languageOptions = (session: Session, others: readonly Option[]): Option[] =>
  session.offersLanguage && others.length < MOST_CHOICES
    ? [
        {
          id: `>language.choose:${OFFERED}`,
          title: { key: `language.${OFFERED}` },
          to: "language.choose",
          step: () => changeLanguage(OFFERED, session),
        },
      ]
    : [];
