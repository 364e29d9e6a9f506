import { type Sweeping, type SweepOptions, startSweep } from "../src/messaging/sweep.ts";

/** A process without the sweeper still writes its own spool into the store. */
export const sweep = (sweeping: Sweeping, options: SweepOptions) => startSweep(sweeping, options);
