import { createHash } from "node:crypto";
import type { HistoryEntry } from "../../vocabulary/message.ts";

/** Proxies close what is silent for a minute; the page takes two missed beats for a dead line. */
const BEAT = 20_000;
/** A stream ends by itself after this, and the page opens the next: nothing stays open that nobody reads. */
const LIFETIME = 30 * 60_000;
/** How many lines a cursor vouches for. */
const VOUCHED = 10;

/** Names a history as it stood; another line, order or wording near its end gives another cursor. */
export function cursorOf(entries: readonly HistoryEntry[]): string {
  const end = JSON.stringify(entries.slice(-VOUCHED));
  return createHash("sha256").update(end).digest("base64url").slice(0, 22);
}

/** The lines after `cursor`; all of them when it names no state this history has been in, so that none is missed. */
export function entriesSince(entries: readonly HistoryEntry[], cursor: string | undefined): readonly HistoryEntry[] {
  if (cursor === undefined) return entries;
  const seen = entries.findIndex((_, index) => cursorOf(entries.slice(0, index + 1)) === cursor);
  return entries.slice(seen + 1);
}

export type EventStream = AsyncIterableIterator<string> & {
  /** Looks at the history again. */
  stir(): void;
  end(): void;
};

export type StreamOptions = {
  history(): Promise<HistoryEntry[]>;
  /** Where the page was when its last stream ended. */
  cursor: string | undefined;
  ended(): void;
  beat?: number;
  lifetime?: number;
};

const BEAT_EVENT = "event: beat\ndata: 1\n\n";
const END: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Server-sent events of one chat: `entries` with what is new or reworded, under the cursor of the whole; `beat`, an event
 * and no comment, so that the page can tell a quiet line from a dead one. Written by hand: an async generator that waits
 * cannot be ended before it wakes.
 */
export function openEventStream({
  history,
  cursor,
  ended,
  beat = BEAT,
  lifetime = LIFETIME,
}: StreamOptions): EventStream {
  let told: Map<string, string> | undefined;
  let stirred = false;
  let done = false;
  let wake: (() => void) | undefined;
  const retirement = setTimeout(end, lifetime);

  function end(): void {
    if (done) return;
    done = true;
    clearTimeout(retirement);
    wake?.();
    ended();
  }

  /** Resolves when stirred or ended, or after a beat's time. */
  async function rest(): Promise<void> {
    if (stirred || done) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, beat);
    });
    clearTimeout(timer);
    wake = undefined;
  }

  /** The entries that the page does not have yet, as one event; a beat when there are none. */
  async function news(): Promise<string> {
    stirred = false;
    const entries = await history();
    const before = told;
    told = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    const fresh = before ? entries.filter(({ id }) => told?.get(id) !== before.get(id)) : entriesSince(entries, cursor);
    if (fresh.length === 0) return BEAT_EVENT;
    return `id: ${cursorOf(entries)}\nevent: entries\ndata: ${JSON.stringify(fresh)}\n\n`;
  }

  return {
    async next() {
      // a beat looks at the history too, since a notification may be lost
      if (told) await rest();
      if (done) return END;
      try {
        const value = await news();
        if (!done) return { done: false, value };
      } catch {
        end(); // the store is away: the page comes back, and learns it from its own requests
      }
      return END;
    },
    async return() {
      end();
      return END;
    },
    stir() {
      stirred = true;
      wake?.();
    },
    end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
