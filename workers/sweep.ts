import { type Sweeping, type SweepOptions, startSweep } from "../src/messaging/sweep.ts";

export const sweep = (sweeping: Sweeping, options: SweepOptions) => startSweep(sweeping, options);
