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
  hashRequest(given: string): string;
  auditKey: Buffer;
  log: Log;
  /** By day, returns `at`; at night, returns the time of the next morning (ms). */
  quietUntil(at: number, district: string): number;
};
