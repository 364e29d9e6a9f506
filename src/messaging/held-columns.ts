import type { Register } from "../store/ports/register.ts";

/** An answer of the store is used again for this time, in ms. An import may change the answer. */
const HOLDS = 60_000;

type Asked = { until: number; answer: Promise<boolean> };
type Store = Pick<Register, "hasFamilyCards" | "generation">;

/**
 * Makes a function that asks the store about a district's register and caches the answer for `HOLDS` ms. `unknown` is
 * the answer while the store does not respond.
 */
function cacheAnswer<From extends object>(ask: (store: From, district: string) => Promise<boolean>, unknown: boolean) {
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
 * Tells whether a district's register holds family cards. While the store does not respond, the answer is yes: asking a
 * citizen for one number too many does less harm.
 */
export const holdsCards = cacheAnswer(
  (store: Pick<Store, "hasFamilyCards">, district) => store.hasFamilyCards(district),
  true,
);

/** Tells whether a district's register holds ranks (desil). While the store does not respond, the answer is no. */
export const holdsDesils = cacheAnswer(
  async (store: Pick<Store, "generation">, district) =>
    ((await store.generation("register", district))?.desils ?? 0) > 0,
  false,
);
