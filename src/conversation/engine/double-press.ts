import type { Context } from "./flow.ts";
import { choiceId, optionsOf } from "./prompt.ts";

/** In ms: a second press within this time is an accident, because nobody has read the answer by then. */
const TWICE = 1_500;
/** In ms: the same, if the button's question is gone. The citizen pressed again before the answer arrived. */
const TWICE_WHEN_GONE = 10_000;

/** In ms: a number that a citizen types a second time within this time is an accident. */
const TYPED_TWICE = 4_000;

/** Returns the id under which the session remembers a typed number of a list; `undefined` for every other text. */
export const typedId = (text: string): string | undefined =>
  /^\s*\d{1,2}[.)]?\s*$/.test(text) ? `typed:${Number.parseInt(text, 10)}` : undefined;

export const isTypedTwice = (text: string, { session: { pressed }, facts }: Context): boolean =>
  pressed !== undefined && pressed.id === typedId(text) && facts.now - pressed.at < TYPED_TWICE;

/** Whether a citizen has pressed the same button twice in a row by accident. The second press must do nothing. */
export function isDoublePress(id: string, context: Context): boolean {
  const { session, facts, flows } = context;
  const { pressed, at } = session;
  if (pressed?.id !== id) return false;
  const isThere = optionsOf(flows.stateAt(at), context).some((option) => choiceId(at, option) === id);
  return facts.now - pressed.at < (isThere ? TWICE : TWICE_WHEN_GONE);
}
