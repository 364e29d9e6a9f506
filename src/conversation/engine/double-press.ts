import type { Context } from "./flow.ts";
import { choiceId, optionsOf } from "./prompt.ts";

/** In ms. Within this time, the citizen cannot have read the answer. */
const TWICE = 1_500;
/** In ms. Longer than `TWICE`, because the next question may arrive late. */
const TWICE_WHEN_GONE = 10_000;

const TYPED_TWICE = 4_000;

export const typedId = (text: string): string | undefined =>
  /^\s*\d{1,2}[.)]?\s*$/.test(text) ? `typed:${Number.parseInt(text, 10)}` : undefined;

export const isTypedTwice = (text: string, { session: { pressed }, facts }: Context): boolean =>
  pressed !== undefined && pressed.id === typedId(text) && facts.now - pressed.at < TYPED_TWICE;

export function isDoublePress(id: string, context: Context): boolean {
  const { session, facts, flows } = context;
  const { pressed, at } = session;
  if (pressed?.id !== id) return false;
  const isThere = optionsOf(flows.stateAt(at), context).some((option) => choiceId(at, option) === id);
  return facts.now - pressed.at < (isThere ? TWICE : TWICE_WHEN_GONE);
}
