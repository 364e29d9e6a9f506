import type { Register } from "../store/ports/register.ts";

/** Ms for which an answer holds: an import changes it, and no turn should pay for asking. */
const HOLDS = 60_000;

type Asked = { until: number; answer: Promise<boolean> };
type Store = Pick<Register, "hasFamilyCards" | "generation">;

/** Makes a question about a district's register whose answer holds for a while. `unknown`: the answer where the store cannot say. */
function askOnce<From extends object>(ask: (store: From, district: string) => Promise<boolean>, unknown: boolean) {
  const asked = new WeakMap<object, Map<string, Asked>>();
  return (store: From, district: string): Promise<boolean> => {
    const known = asked.get(store) ?? new Map<string, Asked>();
    asked.set(store, known);
    const before = known.get(district);
    if (before && before.until > Date.now()) return before.answer;
    const answer = ask(store, district).catch(() => unknown);
    known.set(district, { until: Date.now() + HOLDS, answer });
    return answer;
  };
}

/**
 * Whether a district's register holds family cards at all. Where the store cannot say, it does: a number too many is asked
 * for rather than one too few.
 */
export const holdsCards = askOnce(
  (store: Pick<Store, "hasFamilyCards">, district) => store.hasFamilyCards(district),
  true,
);

/** Whether it holds ranks (desil): nobody is asked for numbers to read that there are none. */
export const holdsDesils = askOnce(
  async (store: Pick<Store, "generation">, district) =>
    ((await store.generation("register", district))?.desils ?? 0) > 0,
  false,
);
