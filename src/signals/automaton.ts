import type { Pattern } from "./pattern.ts";
import type { Word } from "./words.ts";

/** Words `from` to `to` (inclusive) match the phrase of this index; `solid` is the first after its last gap. */
export type Match = { phrase: number; from: number; solid: number; to: number };

type State = {
  /** Next states by the form of a word. */
  on: Map<string, number[]>;
  /** Next states whatever the word. */
  any: number[];
  /** Next states without a word. */
  free: number[];
  /** The phrase that ends here. */
  ends?: number;
};

/** All phrases of a table as one machine: each word of a text is looked at once, however many phrases there are. */
export type Automaton = { states: readonly Omit<State, "free">[]; first: ReadonlyMap<string, readonly number[]> };

export function buildAutomaton(phrases: readonly Pattern[]): Automaton {
  const states: State[] = [];
  const add = (): number => states.push({ on: new Map(), any: [], free: [] }) - 1;
  const at = (state: number): State => states[state] as State;

  /** Draws a pattern from one state to another; what ends a choice is shared by its options, so that states stay few. */
  function draw(pattern: Pattern, from: number, end: number): void {
    switch (pattern.kind) {
      case "word": {
        const known = at(from).on.get(pattern.form);
        if (known) known.push(end);
        else at(from).on.set(pattern.form, [end]);
        return;
      }
      case "gap": {
        let here = from;
        for (let skipped = 0; skipped < pattern.most; skipped += 1) {
          at(here).free.push(end);
          const next = add();
          at(here).any.push(next);
          here = next;
        }
        at(here).free.push(end);
        return;
      }
      case "sequence": {
        const { parts } = pattern;
        if (parts.length === 0) at(from).free.push(end);
        let here = from;
        parts.forEach((part, index) => {
          const next = index === parts.length - 1 ? end : add();
          draw(part, here, next);
          here = next;
        });
        return;
      }
      case "choice":
        for (const option of pattern.options) draw(option, from, end);
    }
  }

  const starts = phrases.map((pattern, index) => {
    const [start, end] = [add(), add()];
    draw(pattern, start, end);
    at(end).ends = index;
    return start;
  });
  const first = firstSteps(states, starts, phrases);
  return withoutFreeSteps(states, first);
}

/** The same machine in which no step is free: each step leads at once to every state that it reaches, so that a text is read faster. */
function withoutFreeSteps(states: State[], first: Map<string, number[]>): Automaton {
  const leads = states.map((_, state) =>
    [...reached(states, [state])].filter((one) => {
      const { on, any, ends } = states[one] as State;
      return on.size > 0 || any.length > 0 || ends !== undefined;
    }),
  );
  const through = (next: readonly number[]): number[] => [...new Set(next.flatMap((one) => leads[one] ?? []))];
  const steps = (on: ReadonlyMap<string, number[]>) => new Map([...on].map(([form, next]) => [form, through(next)]));
  return {
    states: states.map(({ on, any, ends }) => ({
      on: steps(on),
      any: through(any),
      ...(ends === undefined ? {} : { ends }),
    })),
    first: steps(first),
  };
}

/** Where each form leads from the beginning of any phrase. */
function firstSteps(states: State[], starts: number[], phrases: readonly Pattern[]): Map<string, number[]> {
  const first = new Map<string, number[]>();
  starts.forEach((start, index) => {
    for (const state of reached(states, [start])) {
      const { on, any, ends } = states[state] as State;
      if (any.length > 0 || ends !== undefined)
        throw new Error(`phrase ${index} begins with a gap or with nothing: ${JSON.stringify(phrases[index])}`);
      for (const [form, next] of on) first.set(form, [...(first.get(form) ?? []), ...next]);
    }
  });
  return first;
}

function reached(states: State[], from: readonly number[]): Set<number> {
  const seen = new Set(from);
  for (const state of seen) for (const next of (states[state] as State).free) seen.add(next);
  return seen;
}

type Way = { from: number; solid: number };

/** Every phrase that the words match; a phrase ends in the sentence it began in. */
export function findMatches({ states, first }: Automaton, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  /** Where we are, and the last word from which one gets there. */
  let here = new Map<number, Way>();
  let sentence = 0;
  words.forEach((word, at) => {
    if (word.sentence !== sentence) here = new Map();
    sentence = word.sentence;
    const next = new Map<number, Way>();
    const go = (state: number, way: Way): void => {
      const known = next.get(state);
      if (known && (known.from > way.from || (known.from === way.from && known.solid >= way.solid))) return;
      next.set(state, way);
    };
    for (const [state, way] of here) {
      const { on, any } = states[state] as (typeof states)[number];
      for (const one of any) go(one, { from: way.from, solid: at + 1 });
      if (on.size < word.forms.size) {
        for (const [form, all] of on) if (word.forms.has(form)) for (const one of all) go(one, way);
      } else for (const form of word.forms) for (const one of on.get(form) ?? []) go(one, way);
    }
    for (const form of word.forms) for (const one of first.get(form) ?? []) go(one, { from: at, solid: at });
    for (const [state, way] of next) {
      const { ends } = states[state] as (typeof states)[number];
      if (ends !== undefined) found.push({ phrase: ends, ...way, to: at });
    }
    here = next;
  });
  return found;
}
