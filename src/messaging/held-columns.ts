import type { District } from "../register/district.ts";
import { type ListedProgramme, listedProgrammes } from "../register/listed-programmes.ts";
import type { Register } from "../store/ports/register.ts";

/** In ms. */
const HOLDS = 60_000;

type Asked<Answer> = { until: number; answer: Promise<Answer> };
type Named = Pick<District, "id">;
type Store = Pick<Register, "hasFamilyCards" | "generation">;

function cacheAnswer<From extends object, About extends { id: string }, Answer>(
  ask: (store: From, about: About) => Promise<Answer>,
  unknown: Answer,
) {
  const asked = new WeakMap<object, Map<string, Asked<Answer>>>();
  return (store: From, about: About): Promise<Answer> => {
    const known = asked.get(store) ?? new Map<string, Asked<Answer>>();
    asked.set(store, known);
    const before = known.get(about.id);
    if (before && before.until > Date.now()) return before.answer;
    const answer = ask(store, about).catch(() => unknown);
    known.set(about.id, { until: Date.now() + HOLDS, answer });
    return answer;
  };
}

/** If the store is away, returns true: a needless question does little harm. */
export const holdsCards = cacheAnswer(
  (store: Pick<Store, "hasFamilyCards">, { id }: Named) => store.hasFamilyCards(id),
  true,
);

export const holdsDesils = cacheAnswer(
  async (store: Pick<Store, "generation">, { id }: Named) =>
    ((await store.generation("register", id))?.desils ?? 0) > 0,
  false,
);

/** Returns the same objects for all calls within `HOLDS` ms. */
export const programmesListed = cacheAnswer(
  async (
    store: Pick<Store, "generation">,
    { id, programmes, anyAid }: Named & Pick<District, "programmes"> & { anyAid: ReadonlySet<string> },
  ) => {
    const live = await store.generation("aid", id);
    return live ? listedProgrammes(live, programmes, anyAid) : [];
  },
  [] as ListedProgramme[],
);
