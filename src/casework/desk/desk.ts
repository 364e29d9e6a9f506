import type { Channel } from "../../channels/channel.ts";
import type { Queue } from "../../queue/jobs.ts";
import type { District } from "../../register/district.ts";
import type { Store } from "../../store/ports/store.ts";
import type { Log } from "../../vocabulary/message.ts";
import type { World } from "../world.ts";

/** The ports and data that officers' acts use; each act names the fields that it needs. */
export type Desk = World & {
  store: Store;
  queue: Queue;
  /** Keyed by channel and account. */
  channels: ReadonlyMap<string, Channel>;
  districts: ReadonlyMap<string, District>;
  /** Hashes, with a key, all that a request gave. */
  hashRequest(given: string): string;
  auditKey: Buffer;
  log: Log;
  /** Returns when officers may be told of something that happens at `at` (ms): at once or, at night, in the morning. */
  quietUntil(at: number, district: string): number;
};
