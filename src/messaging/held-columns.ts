import type { Register } from "../store/ports/register.ts";

/**
 * Ms for which an answer is used again, so that not every turn has to ask the store. An import may change the answer.
 */
const HOLDS = 60_000;

type Asked = { until: number; answer: Promise<boolean> };
type Store = Pick<Register, "hasFamilyCards" | "generation">;

/**
 * Makes a function that asks the store about a district's register and uses the answer for `HOLDS` ms. `unknown`: the
 * answer if the store cannot say.
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
 * Whether a district's register holds family cards at all. If the store cannot say, the answer is yes: we rather ask a
 * citizen for one number too many.
 */
export const holdsCards = cacheAnswer(
  (store: Pick<Store, "hasFamilyCards">, district) => store.hasFamilyCards(district),
  true,
);

/**
 * Whether a district's register holds ranks (desil). If it holds none, nobody is asked for numbers only to read that
 * there are none.
 */
export const holdsDesils = cacheAnswer(
  async (store: Pick<Store, "generation">, district) =>
    ((await store.generation("register", district))?.desils ?? 0) > 0,
  false,
);
