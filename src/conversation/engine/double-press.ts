import type { Context } from "./flow.ts";
import { choiceId, optionsOf } from "./prompt.ts";

/** Ms within which a second press is an accident: nobody has read the answer by then. */
const TWICE = 1_500;
/** The same, in ms, for a button whose question is gone: the citizen pressed again while the answer was on its way. */
const TWICE_WHEN_GONE = 10_000;

/** The same, in ms, for a typed number. */
const TYPED_TWICE = 4_000;

/** The id under which a typed number of a list is remembered; `undefined` for every other text. */
export const typedId = (text: string): string | undefined =>
  /^\s*\d{1,2}[.)]?\s*$/.test(text) ? `typed:${Number.parseInt(text, 10)}` : undefined;

export const isTypedTwice = (text: string, { session: { pressed }, facts }: Context): boolean =>
  pressed !== undefined && pressed.id === typedId(text) && facts.now - pressed.at < TYPED_TWICE;

/** Whether a button is pressed a second time with nothing in between; it must not act twice. */
export function isDoublePress(id: string, context: Context): boolean {
  const { session, facts, flows } = context;
  const { pressed, at } = session;
  if (pressed?.id !== id) return false;
  const isThere = optionsOf(flows.stateAt(at), context).some((option) => choiceId(at, option) === id);
  return facts.now - pressed.at < (isThere ? TWICE : TWICE_WHEN_GONE);
}
