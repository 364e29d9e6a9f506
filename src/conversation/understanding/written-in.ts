import type { Content } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Facts } from "../engine/facts.ts";
import { type Session, withLocale } from "../engine/session.ts";
import { isLocal } from "./languages.ts";
import { plainText } from "./normalise.ts";

/** A message counts as English if it has at least so many English words, and twice as many as Indonesian or Javanese ones: many people mix a few in. */
const ENOUGH_ENGLISH = 2;
const TWICE = 2;
const JAVANESE = "jv";

/** Returns the language of a message, Indonesian for Javanese; `undefined` if its words do not tell. */
export function writtenIn(text: string, { written }: Words): "id" | "en" | undefined {
  const words = plainText(text).split(" ");
  const english = words.filter((word) => written.english.has(word)).length;
  const local = words.filter((word) => isLocal(word, written)).length;
  if (local > english) return "id";
  return english >= ENOUGH_ENGLISH && english > TWICE * local ? "en" : undefined;
}

/** A message counts as Javanese if it has at least so many different Javanese words, and they are a third of all its words. */
const ENOUGH_JAVANESE = 2;
const THIRD = 3;

/** Whether a message is written in Javanese, not in an Indonesian that mixes in a word of it. */
export function isJavanese(text: string, { written }: Words): boolean {
  const words = plainText(text).split(" ");
  const own = words.filter((word) => written.javanese.has(word));
  return new Set(own).size >= ENOUGH_JAVANESE && own.length * THIRD >= words.length;
}

/** The session in the writer's language: the phone's own language is only the first guess. */
export function heardIn(
  session: Session,
  content: Content,
  { locales, words }: Pick<Facts, "locales" | "words">,
): Session {
  if (!session.localeGuessed || content.type !== "text") return session;
  if (session.locale === JAVANESE && isJavanese(content.text, words)) return withLocale(session, JAVANESE);
  const written = writtenIn(content.text, words);
  if (written === undefined || !locales.includes(written)) return session;
  return withLocale(session, written);
}
