import type { Content, Text } from "../../vocabulary/message.ts";
import { offeredLanguageIn } from "../understanding/written-in.ts";
import { type Context, flowOf, type Option, type Step } from "./flow.ts";
import type { Session } from "./session.ts";

/** In these flows, an offer of another language would disturb the citizen. */
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

export const changeLanguage = (locale: string, { at }: Pick<Session, "at">): Step => ({
  to: at,
  session: { locale, languageOffered: true },
  say: [{ key: "language.changed" }],
});

/** Offers a regional language at most once to a citizen who writes it. */
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
  const isReportBegun = step.to === "complaint.category" && flowOf(session.at) !== "complaint";
  if (session.urgentAt !== undefined || UNDISTURBED.has(flowOf(session.at))) return false;
  return isReportBegun || !UNDISTURBED.has(flowOf(step.to));
}

export const languageOfferTexts = ({ offersLanguage }: Session): Text[] =>
  offersLanguage ? [{ key: "language.offer", values: { language: { key: `language.${offersLanguage}` } } }] : [];

export function languageOptions(session: Session): Option[] {
  const { offersLanguage } = session;
  if (offersLanguage === undefined) return [];
  return [
    {
      id: `>language.choose:${offersLanguage}`,
      title: { key: `language.${offersLanguage}` },
      to: "language.choose",
      step: () => changeLanguage(offersLanguage, session),
    },
  ];
}
