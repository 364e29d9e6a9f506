import type { Channel } from "../../channels/channel.ts";
import type { Queue } from "../../queue/jobs.ts";
import type { District } from "../../register/district.ts";
import type { Store } from "../../store/ports/store.ts";
import type { Log } from "../../vocabulary/message.ts";
import type { World } from "../world.ts";

export type Desk = World & {
  store: Store;
  queue: Queue;
  channels: ReadonlyMap<string, Channel>;
  districts: ReadonlyMap<string, District>;
  /** Returns a keyed hash of a request's text. */
  hashRequest(given: string): string;
  auditKey: Buffer;
  log: Log;
  /** Returns when the service may tell officers of an event (ms): at `at` itself by day, otherwise the next morning. */
  quietUntil(at: number, district: string): number;
};
