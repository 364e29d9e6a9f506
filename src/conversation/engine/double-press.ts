import type { Context } from "./flow.ts";
import { choiceId, optionsOf } from "./prompt.ts";

/** Ms within which a second press is an accident: nobody has read the answer by then. */
const TWICE = 1_500;
/**
 * Ms within which a second press is an accident if the button's question is gone: the citizen pressed again before the
 * answer arrived.
 */
const TWICE_WHEN_GONE = 10_000;

/** Ms within which a second typing of the same number is an accident. */
const TYPED_TWICE = 4_000;

/** The id under which a typed number of a list is remembered; `undefined` for every other text. */
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
