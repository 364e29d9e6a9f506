import type { Content } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Facts } from "../engine/facts.ts";
import { type Session, withLocale } from "../engine/session.ts";
import { isLocal } from "./languages.ts";
import { plainText } from "./normalise.ts";

/**
 * The least number of English words in an English message. They must be more than twice as many as the Indonesian and
 * Javanese words, because many people mix in a few English words.
 */
const ENOUGH_ENGLISH = 2;
const TWICE = 2;

/** Returns the language of a message, and Indonesian for a regional language; `undefined` if its words do not tell. */
export function writtenIn(text: string, known: Words): "id" | "en" | undefined {
  const words = plainText(text).split(" ");
  const english = words.filter((word) => known.written.english.has(word)).length;
  const local = words.filter((word) => isLocal(word, known)).length;
  if (local > english) return "id";
  return english >= ENOUGH_ENGLISH && english > TWICE * local ? "en" : undefined;
}

/**
 * The least number of different words of a regional language in a message in that language. At least a third of all its
 * words must be of that language.
 */
const ENOUGH_OWN = 2;
const THIRD = 3;

/**
 * Returns the regional language, such as Javanese, in which a message is written. If several fit, it is the one with
 * the most words. Returns `undefined` for any other message, such as Indonesian with one word of the language.
 */
export function offeredLanguageIn(text: string, { written }: Words): string | undefined {
  const words = plainText(text).split(" ");
  const fitting = [...written.offered].flatMap(([language, ownWords]) => {
    const own = words.filter((word) => ownWords.has(word));
    const isWritten = new Set(own).size >= ENOUGH_OWN && own.length * THIRD >= words.length;
    return isWritten ? [{ language, count: own.length }] : [];
  });
  return fitting.sort((a, b) => b.count - a.count)[0]?.language;
}

/** Returns the session in the writer's language. The phone's own language is only the first guess. */
export function heardIn(
  session: Session,
  content: Content,
  { locales, words }: Pick<Facts, "locales" | "words">,
): Session {
  if (!session.localeGuessed || content.type !== "text") return session;
  if (offeredLanguageIn(content.text, words) === session.locale) return withLocale(session, session.locale);
  const written = writtenIn(content.text, words);
  if (written === undefined || !locales.includes(written)) return session;
  return withLocale(session, written);
}
