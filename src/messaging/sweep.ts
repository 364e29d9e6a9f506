import type { Channel, ChannelEvent } from "../channels/channel.ts";
import type { Activity } from "../observability/activity.ts";
import type { Queue } from "../queue/jobs.ts";
import type { Accounts } from "../store/ports/accounts.ts";
import type { Held } from "../store/ports/held-numbers.ts";
import type { Tickets } from "../store/ports/tickets.ts";
import type { Upkeep } from "../store/ports/upkeep.ts";
import { appError } from "../vocabulary/errors.ts";
import type { DeskPort } from "./desk-port.ts";
import type { Spool } from "./spool.ts";
import { type Tidying, tidyStore } from "./tidy.ts";

const EVERY = 1_000;
/** In ms. A younger message's own wake-up is still on its way. */
const FRESH = 1_000;
const DEEP = 50;
const PATIENCE = 15_000;
const AT_ONCE = 1_000;
const FLUSH_EVERY = 5_000;
const NOTE_EVERY = 5_000;
const END_RESTS_EVERY = 10_000;
const EXPIRE_EVERY = 3_600_000;
const FOLLOW_EVERY = 5_000;
const DROP_EVERY = 30_000;

export type Sweeping = Tidying & {
  desk: Pick<DeskPort, "followCalls">;
  store: Pick<Upkeep, "check" | "waiting"> &
    Pick<Accounts, "wakeRestingChats"> &
    Pick<Held, "dropHeld"> &
    Pick<Tickets, "noteUse">;
  channels: ReadonlyMap<string, Pick<Channel, "name" | "account">>;
  queue: Pick<Queue, "wake" | "depth">;
  spool: Pick<Spool, "replay">;
  record(events: ChannelEvent[]): Promise<unknown>;
  activity: Pick<Activity, "flush">;
};

export type SweepOptions = { wakes?: boolean; outage?: { begin(): void; end(): void } };

/**
 * Once a second, wakes workers for pending work. If `wakes` is false, only replays the spool and flushes the counts.
 */
export function startSweep(sweeping: Sweeping, { wakes = true, outage }: SweepOptions = {}): { stop(): Promise<void> } {
  const { store, queue, spool, record, log } = sweeping;
  let stopped = false;
  let expiredAt = -EXPIRE_EVERY;
  let flushedAt = performance.now();
  let droppedAt = -DROP_EVERY;
  let notedAt = -NOTE_EVERY;
  let followedAt = -FOLLOW_EVERY;
  let endedRestsAt = -END_RESTS_EVERY;
  let timer: NodeJS.Timeout | undefined;
  let running = sweep();

  async function sweep(): Promise<void> {
    try {
      if (outage) await store.check();
      outage?.end();
      if (wakes && performance.now() - notedAt > NOTE_EVERY) {
        notedAt = performance.now();
        await noteUse();
      }
      await spool.replay(record);
      if (wakes && performance.now() - endedRestsAt > END_RESTS_EVERY) {
        endedRestsAt = performance.now();
        const on = [...sweeping.channels.values()];
        await store.wakeRestingChats(on.map(({ name, account }) => ({ channel: name, account })));
      }
      if (wakes) await wakeWorkers();
      if (performance.now() - flushedAt > FLUSH_EVERY) {
        flushedAt = performance.now();
        await sweeping.activity.flush();
      }
      if (wakes && performance.now() - followedAt > FOLLOW_EVERY) {
        followedAt = performance.now();
        await sweeping.desk.followCalls();
      }
      if (wakes && performance.now() - droppedAt > DROP_EVERY) {
        droppedAt = performance.now();
        await store.dropHeld();
      }
      if (wakes && performance.now() - expiredAt > EXPIRE_EVERY) {
        expiredAt = performance.now();
        await tidyStore(sweeping);
      }
    } catch (thrown) {
      const { code } = appError(thrown);
      if (outage && code === "STORE_UNAVAILABLE") outage.begin();
      else log("warn", { code }, "sweep put off");
    }
    if (!stopped) timer = setTimeout(() => (running = sweep()), EVERY);
  }

  async function noteUse(): Promise<void> {
    const ms = await store.noteUse().catch(() => 0); // drawing a ticket number also notes the use
    if (ms === 0) return;
    const seconds = Math.round(Math.abs(ms) / 1_000);
    if (ms < 0) {
      log(
        "warn",
        { seconds },
        "this machine's clock is behind the newest data: set it (timedatectl set-ntp true) and start again; ticket numbers go on behind all that may have been given",
      );
      return;
    }
    log(
      "info",
      { seconds },
      "stopped, or restored from a backup: ticket numbers go on behind all that may have been given; a restore takes back the office's own facts too (docs/operations.md, What else a restore takes back)",
    );
  }

  async function wakeWorkers(): Promise<void> {
    const { inbound: waiting, outbound: unsent } = await queue.depth();
    const age = waiting + unsent > DEEP ? PATIENCE : FRESH;
    const { inbound, outbound, complaints, media } = await store.waiting(AT_ONCE, age);
    for (const conversation of inbound) await queue.wake("inbound", { conversation }, { again: true });
    for (const conversation of outbound) await queue.wake("outbound", { conversation }, { again: true });
    for (const number of media) await queue.wake("media", { number }, { again: true });
    for (const number of complaints) await queue.wake("complaints", { number }, { again: true });
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
