import type { Content } from "../../vocabulary/message.ts";
import { type Session, speaking } from "../engine/session.ts";
import { ENGLISH, isLocal } from "./languages.ts";
import { plainText } from "./normalise.ts";

/** A message counts as English with so many words of it, twice as many as of ours: many write a few among their own. */
const ENOUGH_ENGLISH = 2;
const TWICE = 2;

/** The language that a message is written in, Javanese as Indonesian; `undefined` where its words do not say. */
export function writtenIn(text: string): "id" | "en" | undefined {
  const words = plainText(text).split(" ");
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const local = words.filter(isLocal).length;
  if (local > english) return "id";
  return english >= ENOUGH_ENGLISH && english > TWICE * local ? "en" : undefined;
}

/** The session in the language of whoever writes: a phone's own language is only where it begins. */
export function heardIn(session: Session, content: Content, locales: readonly string[]): Session {
  if (!session.localeGuessed || content.type !== "text") return session;
  const written = writtenIn(content.text);
  if (written === undefined || !locales.includes(written)) return session;
  return speaking(session, written);
}
