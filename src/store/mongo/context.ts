import type { StoreOptions } from "../options.ts";
import type { Clock } from "./clock.ts";
import type { Collections } from "./collections.ts";
import type { OwnLeases } from "./own-leases.ts";

/** What every part of this store works with. */
export type Context = StoreOptions & { at: Collections; clock: Clock; leases: OwnLeases };
