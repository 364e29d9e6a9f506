import type { Automaton } from "./automaton.ts";

/** Without the limit, an attacker's text that begins many phrases would take a hundred times as long. */
const MOST_WAYS = 256;
/** The shift in `slotOf` fits this number alone. */
const SLOTS = 1_024;

/**
 * The partial matches (ways) that may continue at one word of a text.
 * - `state`: a way's state.
 * - `from`: the index of its first word.
 * - `solid`: the index of its first word after the last gap.
 */
export type Ways = {
  state: number[];
  from: number[];
  solid: number[];
  /** The indexes of the ways that may continue (`leading`), and that end a phrase (`ending`). */
  leading: number[];
  ending: number[];
  skips: boolean[];
  key: number[];
  /** Holds, for a key, the index of its way plus one. */
  slots: Uint16Array;
};

const newWays = (): Ways => ({
  state: [],
  from: [],
  solid: [],
  leading: [],
  ending: [],
  skips: [],
  key: [],
  slots: new Uint16Array(SLOTS),
});

function slotOf({ slots, key: keys }: Ways, key: number): number {
  let slot = Math.imul(key, 0x9e3779b1) >>> 22;
  for (let way = slots[slot]; way; way = slots[slot]) {
    if (keys[way - 1] === key) return slot;
    slot = (slot + 1) % SLOTS;
  }
  return slot;
}

export function openWays({ states }: Pick<Automaton, "states">, everyStart: boolean) {
  const ahead = new Map<number, Ways>();
  const unused: Ways[] = [];

  return {
    at: (place: number): Ways | undefined => ahead.get(place),

    go(place: number, state: number, from: number, solid: number): void {
      let here = ahead.get(place);
      if (!here) {
        here = unused.pop() ?? newWays();
        ahead.set(place, here);
      }
      const key = everyStart ? from * states.length + state : state;
      const slot = slotOf(here, key);
      const known = (here.slots[slot] as number) - 1;
      if (known < 0) {
        if (here.state.length >= MOST_WAYS) return;
        const { on, any, ends } = states[state] as Automaton["states"][number];
        here.slots[slot] = here.key.push(key);
        if (on.size > 0 || any.length > 0) here.leading.push(here.state.length);
        if (ends !== undefined) here.ending.push(here.state.length);
        here.skips.push(any.length > 0);
        here.state.push(state);
        here.from.push(from);
        here.solid.push(solid);
        return;
      }
      const earlier = here.from[known] as number;
      if (earlier > from || (earlier === from && (here.solid[known] as number) >= solid)) return;
      here.from[known] = from;
      here.solid[known] = solid;
    },

    free(place: number): void {
      const here = ahead.get(place);
      if (!here) return;
      ahead.delete(place);
      const { slots, ...lists } = here;
      for (const list of Object.values(lists)) list.length = 0;
      slots.fill(0);
      unused.push(here);
    },
  };
}
