import type { StoreOptions } from "../options.ts";
import type { ChangeLog } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { Collections } from "./collections.ts";
import type { LeaseOwner } from "./lease-owner.ts";

export type Context = StoreOptions & { at: Collections; clock: Clock; owner: LeaseOwner; changeLog: ChangeLog };
