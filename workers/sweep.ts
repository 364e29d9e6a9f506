import type { Messaging } from "../src/messaging/messaging.ts";
import type { Spool } from "../src/messaging/spool.ts";
import { type SweepOptions, startSweep } from "../src/messaging/sweep.ts";

/** The broom; a process without it still brings its own spool into the store. */
export const sweep = (messaging: Messaging, spool: Spool, options: SweepOptions) =>
  startSweep(messaging, spool, options);
