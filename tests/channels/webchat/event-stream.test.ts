import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cursorOf, entriesSince, openEventStream } from "../../../src/channels/webchat/event-stream.ts";
import type { HistoryEntry } from "../../../src/vocabulary/message.ts";

const WINDOW = 50;
const line = (id: number, at: number, text = `line ${id}`): HistoryEntry => ({
  id: `id-${id}`,
  from: "service",
  text,
  choices: [],
  at,
});
const told = (chunk: string): { cursor: string | undefined; entries: HistoryEntry[] } => ({
  cursor: /^id: (.*)$/m.exec(chunk)?.[1],
  entries: chunk.includes("event: entries") ? JSON.parse(/^data: (.*)$/m.exec(chunk)?.[1] ?? "[]") : [],
});

describe("a cursor", () => {
  const entries = [line(1, 1), line(2, 2), line(3, 3)];

  it.each([
    { label: "at the end leaves nothing", now: entries, expected: [] },
    { label: "leaves the entries after it", now: [...entries, line(4, 4)], expected: ["id-4"] },
    {
      label: "is void if a line before it was reworded",
      now: [line(1, 1, "••••"), ...entries.slice(1)],
      expected: 3,
    },
    { label: "is void if a line was inserted before it", now: [line(9, 0), ...entries], expected: 4 },
  ])("$label", ({ now, expected }) => {
    const rest = entriesSince(now, cursorOf(entries)).map(({ id }) => id);
    expect(typeof expected === "number" ? rest.length : rest).toEqual(expected);
  });

  it("stays valid when old lines leave the full window", () => {
    const all = Array.from({ length: 80 }, (_, index) => line(index, index));
    const rest = entriesSince(all.slice(-WINDOW), cursorOf(all.slice(0, 60)));
    expect(rest).toEqual(all.slice(60));
  });
});

type Step = { do: "say" | "say earlier" | "reword" | "break"; which: number };
const steps = fc.array(
  fc.record({
    do: fc.constantFrom<Step["do"]>("say", "say", "say", "say earlier", "reword", "break"),
    which: fc.nat(30),
  }),
  { maxLength: 90 },
);
/** The history keeps 50 lines, so these steps lose no line. */
const growing = steps.map((list) => list.filter((step) => step.do === "say" || step.do === "break").slice(0, 40));

async function followed(list: readonly Step[]) {
  let entries: HistoryEntry[] = [];
  let cursor: string | undefined;
  let count = 0;
  const seen = new Map<string, HistoryEntry>();
  const arrivals: string[] = [];
  const open = () =>
    openEventStream({ history: async () => entries.slice(-WINDOW), cursor, onEnd: () => undefined, beat: 1 });
  let stream = open();
  const read = async () => {
    const { value } = await stream.next();
    const heard = told(value ?? "");
    cursor = heard.cursor ?? cursor;
    for (const entry of heard.entries) {
      seen.set(entry.id, entry);
      arrivals.push(entry.id);
    }
  };
  for (const step of list) {
    const at = Math.max(entries.length - 1 - (step.which % 5), 0);
    if (step.do === "break") {
      await stream.return?.();
      stream = open();
      continue;
    }
    if (step.do === "reword")
      entries = entries.map((entry, index) => (index === at ? { ...entry, text: `${entry.text}.` } : entry));
    else {
      count += 1;
      const place = step.do === "say" ? entries.length : at;
      entries = [...entries.slice(0, place), line(count, count), ...entries.slice(place)];
    }
    stream.notify();
    if (step.which % 3 > 0) await read();
  }
  await stream.return?.();
  stream = open();
  await read();
  await stream.return?.();
  return { entries, seen, arrivals };
}

describe("a page that follows a chat over broken connections", () => {
  it("has in the end the newest wording of each line in the window", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { entries, seen } = await followed(list);
        const recent = entries
          .slice(-WINDOW)
          .filter(({ id }) => seen.get(id)?.text !== entries.find((one) => one.id === id)?.text);
        expect(recent).toEqual([]);
      }),
    );
  });

  it("gets no line twice", async () => {
    await fc.assert(
      fc.asyncProperty(growing, async (list) => {
        const { arrivals } = await followed(list);
        expect(new Set(arrivals).size).toBe(arrivals.length);
      }),
    );
  });
});

describe("time", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const open = (history: () => Promise<HistoryEntry[]>, ended = () => {}) =>
    openEventStream({ history, cursor: undefined, onEnd: ended });

  it("sends a beat after twenty seconds without a notification, or the new lines", async () => {
    let entries: HistoryEntry[] = [];
    const stream = open(async () => entries);
    expect((await stream.next()).value).toBe("event: beat\ndata: 1\n\n");
    const second = stream.next();
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await second).value).toBe("event: beat\ndata: 1\n\n");
    const third = stream.next();
    entries = [line(1, 1)];
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told((await third).value ?? "").entries).toEqual(entries);
    stream.end();
  });

  it("ends a waiting stream after half an hour", async () => {
    let ended = 0;
    const stream = open(
      async () => [],
      () => {
        ended += 1;
      },
    );
    await stream.next();
    let last: IteratorResult<string> | undefined;
    const reading = (async () => {
      for (last = await stream.next(); !last.done; last = await stream.next());
    })();
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    await reading;
    expect(ended).toBe(1);
  });

  it("calls onEnd once for a stream that is returned and then ended", async () => {
    let ended = 0;
    const stream = open(
      async () => [],
      () => {
        ended += 1;
      },
    );
    await stream.next();
    const waiting = stream.next();
    await stream.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    stream.end();
    expect(ended).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
