import type { Content } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import type { Facts } from "../engine/facts.ts";
import { type Session, withLocale } from "../engine/session.ts";
import { isLocal } from "./languages.ts";
import { plainText } from "./normalise.ts";

/** Many people mix in English, so English words must clearly outnumber local words. */
const ENOUGH_ENGLISH = 2;
const TWICE = 2;

/** Returns `id` for a regional language too, and `undefined` if the words do not tell. */
export function writtenIn(text: string, known: Words): "id" | "en" | undefined {
  const words = plainText(text).split(" ");
  const english = words.filter((word) => known.written.english.has(word)).length;
  const local = words.filter((word) => isLocal(word, known)).length;
  if (local > english) return "id";
  return english >= ENOUGH_ENGLISH && english > TWICE * local ? "en" : undefined;
}

const ENOUGH_OWN = 2;
const THIRD = 3;

export function offeredLanguageIn(text: string, { written }: Words): string | undefined {
  const words = plainText(text).split(" ");
  const fitting = [...written.offered].flatMap(([language, ownWords]) => {
    const own = words.filter((word) => ownWords.has(word));
    const isWritten = new Set(own).size >= ENOUGH_OWN && own.length * THIRD >= words.length;
    return isWritten ? [{ language, count: own.length }] : [];
  });
  return fitting.sort((a, b) => b.count - a.count)[0]?.language;
}

/** Changes only a language that was guessed from the phone. */
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
