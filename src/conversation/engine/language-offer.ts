import type { Content, Text } from "../../vocabulary/message.ts";
import { offeredLanguageIn } from "../understanding/written-in.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";
import type { Session } from "./session.ts";

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

/** Offers a regional language, once a chat, to whoever writes it and is answered in another. */
export function withLanguageOffer(step: Step, content: Content, context: Context): Step {
  if (content.type !== "text" || !mayOffer(step, context)) return step;
  const { words, signals, locales } = context.facts;
  const offered = offeredLanguageIn(content.text, words);
  if (offered === undefined || offered === context.session.locale || !locales.includes(offered)) return step;
  if (signals(content.text).length > 0) return step;
  return { ...step, session: { ...step.session, offersLanguage: offered, languageOffered: true } };
}

function mayOffer(step: Step, { session, facts }: Context): boolean {
  if (session.languageOffered) return false;
  const isBusy = step.quiet || step.lookUp || step.reread || step.requests || step.session?.locale !== undefined;
  if (isBusy || step.session?.offersSecrecy || facts.openQuestions.length > 0) return false;
  return session.urgentAt === undefined && ![session.at, step.to].some((at) => UNDISTURBED.has(flowOf(at)));
}

/** The sentence of the offer, under the answer to the message that was written in that language. */
export const languageOfferTexts = ({ offersLanguage }: Session): Text[] =>
  offersLanguage ? [{ key: "language.offer", values: { language: { key: `language.${offersLanguage}` } } }] : [];

/** The button of the offer, where there is room for one. */
export function languageOptions(session: Session, others: readonly Option[]): Option[] {
  const { offersLanguage } = session;
  if (offersLanguage === undefined || others.length >= MOST_CHOICES) return [];
  return [
    {
      id: `>language.choose:${offersLanguage}`,
      title: { key: `language.${offersLanguage}` },
      to: "language.choose",
      step: () => changeLanguage(offersLanguage, session),
    },
  ];
}
