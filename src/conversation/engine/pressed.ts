import type { Context } from "./flow.ts";
import { choiceId, optionsOf } from "./prompt.ts";

/** Ms in which nobody has read what came of a press and pressed again on purpose. */
const TWICE = 1_500;
/** The same for a button whose question is answered already: pressed again while its answer was on its way. */
const TWICE_WHEN_GONE = 10_000;

/** The same for a number typed: nobody reads and types it again as fast. */
const TYPED_TWICE = 4_000;

/** The id under which a typed number of a list is remembered; `undefined` for every other text. */
export const typedId = (text: string): string | undefined =>
  /^\s*\d{1,2}[.)]?\s*$/.test(text) ? `typed:${Number.parseInt(text, 10)}` : undefined;

export const isTypedTwice = (text: string, { session: { pressed }, facts }: Context): boolean =>
  pressed !== undefined && pressed.id === typedId(text) && facts.now - pressed.at < TYPED_TWICE;

/** A button pressed a second time with nothing in between: it has done what it does. */
export function isDoublePress(id: string, context: Context): boolean {
  const { session, facts, flows } = context;
  const { pressed, at } = session;
  if (pressed?.id !== id) return false;
  const isThere = optionsOf(flows.stateAt(at), context).some((option) => choiceId(at, option) === id);
  return facts.now - pressed.at < (isThere ? TWICE : TWICE_WHEN_GONE);
}
