import type { Channel } from "../../channels/channel.ts";
import type { Queue } from "../../queue/jobs.ts";
import type { District } from "../../register/district.ts";
import type { Store } from "../../store/ports/store.ts";
import type { Log } from "../../vocabulary/message.ts";
import type { World } from "../world.ts";

/** The ports and data that officers' acts use; each act names the part that it needs. */
export type Desk = World & {
  store: Store;
  queue: Queue;
  /** Keyed by channel and account. */
  channels: ReadonlyMap<string, Channel>;
  districts: ReadonlyMap<string, District>;
  /** The keyed hash of all that a request gave. */
  hashRequest(given: string): string;
  auditKey: Buffer;
  log: Log;
  /** When officers may be told of something that happens at a moment, in ms: at once, or in the morning. */
  quietUntil(at: number, district: string): number;
};
