import type { Channel } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { Vault } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import type { StoreLook } from "../store/driver.ts";
import type { Store } from "../store/ports/store.ts";
import type { Verdict } from "../vocabulary/lists.ts";
import type { Translate } from "../vocabulary/message.ts";

/** `says` and `next` contain no citizens' data and no secrets. */
export type Finding = { check: string; verdict: Verdict; says: string; next?: string };
export type Found = Omit<Finding, "check">;

/** `store` is absent if the store could not be opened. */
export type Scene = {
  config: Config;
  vault: Vault;
  districts: readonly District[];
  channels: readonly Channel[];
  translate: Translate;
  storeLook?: StoreLook;
  store?: Store;
  isService: boolean;
  refusedWith?(channel: Channel): string | undefined;
  send?: boolean;
  room(path: string): Promise<{ free: number; files: number }>;
  now(): number;
};

export type Check = { name: string; examine(scene: Scene): Promise<Found[]> };

export const ok = (says: string): Found => ({ verdict: "ok", says });
export const warning = (says: string, next: string): Found => ({ verdict: "warning", says, next });
export const fault = (says: string, next: string): Found => ({ verdict: "fault", says, next });
export const unknown = (says: string): Found => ({ verdict: "unknown", says });

export const makeStoreCheck = (name: string, look: (scene: Scene & { store: Store }) => Promise<Found[]>): Check => ({
  name,
  examine: async (scene) => (scene.store ? look({ ...scene, store: scene.store }) : []),
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Returns a text such as `25 minutes`, `3 hours` or `12 days`. */
export function spanOf(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.floor(ms / MINUTE)} minutes`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} hours` : `${Math.floor(ms / DAY)} days`;
}
