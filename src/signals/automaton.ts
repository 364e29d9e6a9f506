import type { Pattern } from "./pattern.ts";

type State = {
  /** Next states, by the form of a word or the symbol of a concept. */
  on: Map<string, number[]>;
  any: number[];
  /** Next states that need no word. */
  free: number[];
  ends?: number;
  owner: number;
};

export type Bits = { low: number; high: number };

export type Automaton = {
  states: readonly Omit<State, "free">[];
  first: ReadonlyMap<string, readonly number[]>;
  /** There are 64 bits, so several forms share a bit. */
  bits: ReadonlyMap<string, Bits>;
  /** A word without these bits has no step in the state's `on`. */
  low: Int32Array;
  high: Int32Array;
};

type Options = {
  /** The machine reads concepts without a symbol word by word. */
  symbols?: ReadonlyMap<Pattern, string>;
  /** For each phrase, the index of the signal that owns it. */
  owners?: readonly number[];
};

export function buildAutomaton(phrases: readonly Pattern[], { symbols, owners = [] }: Options = {}): Automaton {
  const states: State[] = [];
  const add = (owner: number): number => states.push({ on: new Map(), any: [], free: [], owner }) - 1;
  const at = (state: number): State => states[state] as State;

  function step(form: string, from: number, end: number): void {
    const known = at(from).on.get(form);
    if (known) known.push(end);
    else at(from).on.set(form, [end]);
  }

  function draw(pattern: Pattern, from: number, end: number): void {
    switch (pattern.kind) {
      case "word":
        step(pattern.form, from, end);
        return;
      case "concept": {
        const symbol = symbols?.get(pattern.of);
        if (symbol) step(symbol, from, end);
        else draw(pattern.of, from, end);
        return;
      }
      case "gap": {
        let here = from;
        for (let skipped = 0; skipped < pattern.most; skipped += 1) {
          at(here).free.push(end);
          const next = add(at(from).owner);
          at(here).any.push(next);
          here = next;
        }
        at(here).free.push(end);
        return;
      }
      case "sequence": {
        if (pattern.parts.length === 0) at(from).free.push(end);
        drawParts(pattern.parts, from, end, () => add(at(from).owner));
        return;
      }
      case "choice":
        for (const option of pattern.options) draw(option, from, end);
    }
  }

  function drawParts(parts: readonly Pattern[], from: number, end: number, between: () => number): void {
    let here = from;
    parts.forEach((part, index) => {
      const next = index === parts.length - 1 ? end : between();
      draw(part, here, next);
      here = next;
    });
  }

  /** Phrases of one owner share the states of an equal beginning. */
  const begun = new Map<string, number>();
  function drawPhrase(pattern: Pattern, start: number, end: number): void {
    const parts = pattern.kind === "sequence" ? pattern.parts : [pattern];
    let here = start;
    for (const part of parts.slice(0, -1)) {
      const key = `${here} ${JSON.stringify(part)}`;
      const known = begun.get(key);
      const next = known ?? add(at(start).owner);
      if (known === undefined) draw(part, here, next);
      begun.set(key, next);
      here = next;
    }
    drawParts(parts.slice(-1), here, end, () => add(at(start).owner));
  }

  const starts = new Map<number, number>();
  phrases.forEach((pattern, index) => {
    const owner = owners[index] ?? 0;
    const start = starts.get(owner) ?? add(owner);
    starts.set(owner, start);
    const end = add(owner);
    at(end).ends = index;
    drawPhrase(pattern, start, end);
    const tooFree = [...reached(states, [start])].find((state) => at(state).any.length > 0 || at(state).ends === index);
    if (tooFree !== undefined)
      throw new Error(`phrase ${index} begins with a gap or with nothing: ${JSON.stringify(pattern)}`);
  });
  return withoutFreeSteps(states, [...starts.values()]);
}

/** A machine without free steps reads faster. */
function withoutFreeSteps(states: State[], starts: readonly number[]): Automaton {
  const leads = states.map((_, state) =>
    [...reached(states, [state])].filter((one) => {
      const { on, any, ends } = states[one] as State;
      return on.size > 0 || any.length > 0 || ends !== undefined;
    }),
  );
  const through = (next: readonly number[]): number[] => [...new Set(next.flatMap((one) => leads[one] ?? []))];
  const first = new Map<string, number[]>();
  for (const state of reached(states, starts))
    for (const [form, next] of (states[state] as State).on)
      first.set(form, [...(first.get(form) ?? []), ...through(next)]);
  const asked = [...new Set(states.flatMap(({ on }) => [...on.keys()]))];
  const bits = new Map(
    asked.map((symbol, at) => [symbol, at % 64 < 32 ? { low: 1 << at, high: 0 } : { low: 0, high: 1 << at }]),
  );
  return {
    states: states.map(({ on, any, ends, owner }) => ({
      on: new Map([...on].map(([form, next]) => [form, through(next)])),
      any: through(any),
      owner,
      ...(ends === undefined ? {} : { ends }),
    })),
    first,
    bits,
    low: Int32Array.from(states, ({ on }) => bitsOf(on.keys(), bits).low),
    high: Int32Array.from(states, ({ on }) => bitsOf(on.keys(), bits).high),
  };
}

export function bitsOf(symbols: Iterable<string>, bits: ReadonlyMap<string, Bits>): Bits {
  let [low, high] = [0, 0];
  for (const symbol of symbols) {
    const own = bits.get(symbol);
    if (!own) continue;
    low |= own.low;
    high |= own.high;
  }
  return { low, high };
}

function reached(states: State[], from: readonly number[]): Set<number> {
  const seen = new Set(from);
  for (const state of seen) for (const next of (states[state] as State).free) seen.add(next);
  return seen;
}
