import { createHash } from "node:crypto";
import type { HistoryEntry } from "../../vocabulary/message.ts";

/** In ms. A proxy closes a connection that is silent for a minute. */
const BEAT = 20_000;
/** In ms. A stream without a reader does not stay open longer. */
const LIFETIME = 30 * 60_000;
const VOUCHED = 10;

export function cursorOf(entries: readonly HistoryEntry[]): string {
  const end = JSON.stringify(entries.slice(-VOUCHED));
  return createHash("sha256").update(end).digest("base64url").slice(0, 22);
}

/** Returns the entries after `cursor`, or all entries if this history never had the cursor. */
export function entriesSince(entries: readonly HistoryEntry[], cursor: string | undefined): readonly HistoryEntry[] {
  if (cursor === undefined) return entries;
  const seen = entries.findIndex((_, index) => cursorOf(entries.slice(0, index + 1)) === cursor);
  return entries.slice(seen + 1);
}

export type EventStream = AsyncIterableIterator<string> & {
  notify(): void;
  end(): void;
};

export type StreamOptions = {
  history(): Promise<HistoryEntry[]>;
  cursor: string | undefined;
  onEnd(): void;
  beat?: number;
  lifetime?: number;
};

const BEAT_EVENT = "event: beat\ndata: 1\n\n";
const END: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * The id of the event `entries` is the cursor of the whole history. This is no async generator, because no code can end
 * a generator that waits.
 */
export function openEventStream({
  history,
  cursor,
  onEnd,
  beat = BEAT,
  lifetime = LIFETIME,
}: StreamOptions): EventStream {
  let sentEntries: Map<string, string> | undefined;
  let notified = false;
  let done = false;
  let wake: (() => void) | undefined;
  const retirement = setTimeout(end, lifetime);

  function end(): void {
    if (done) return;
    done = true;
    clearTimeout(retirement);
    wake?.();
    onEnd();
  }

  async function waitForNews(): Promise<void> {
    if (notified || done) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, beat);
    });
    clearTimeout(timer);
    wake = undefined;
  }

  async function readNews(): Promise<string> {
    notified = false;
    const entries = await history();
    const before = sentEntries;
    sentEntries = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
    const fresh = before
      ? entries.filter(({ id }) => sentEntries?.get(id) !== before.get(id))
      : entriesSince(entries, cursor);
    if (fresh.length === 0) return BEAT_EVENT;
    return `id: ${cursorOf(entries)}\nevent: entries\ndata: ${JSON.stringify(fresh)}\n\n`;
  }

  return {
    async next() {
      // A notification may be lost, so each beat reads the history too.
      if (sentEntries) await waitForNews();
      if (done) return END;
      try {
        const value = await readNews();
        if (!done) return { done: false, value };
      } catch {
        end(); // the page's next request gets an answer that names the fault
      }
      return END;
    },
    async return() {
      end();
      return END;
    },
    notify() {
      notified = true;
      wake?.();
    },
    end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
