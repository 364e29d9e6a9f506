import type { Register } from "../store/ports/register.ts";

/** Ms for which an answer holds: an import changes it, and no turn should pay for asking. */
const HOLDS = 60_000;

type Asked = { until: number; answer: Promise<boolean> };
const asked = new WeakMap<object, Map<string, Asked>>();

/**
 * Whether a district's register holds family cards at all. Where the store cannot say, it does: a number too many is asked
 * for rather than one too few.
 */
export function holdsCards(store: Pick<Register, "hasFamilyCards">, district: string): Promise<boolean> {
  const known = asked.get(store) ?? new Map<string, Asked>();
  asked.set(store, known);
  const before = known.get(district);
  if (before && before.until > Date.now()) return before.answer;
  const answer = store.hasFamilyCards(district).catch(() => true);
  known.set(district, { until: Date.now() + HOLDS, answer });
  return answer;
}
