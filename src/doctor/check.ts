import type { Channel } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { Vault } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import type { StoreLook } from "../store/driver.ts";
import type { Store } from "../store/ports/store.ts";
import type { Verdict } from "../vocabulary/lists.ts";
import type { Translate } from "../vocabulary/message.ts";

/** One sentence on one thing, for operators: it holds nothing of a citizen and no secret. `next` is what to do about it. */
export type Finding = { check: string; verdict: Verdict; says: string; next?: string };
export type Found = Omit<Finding, "check">;

/** What the checks look at. Without `store` nothing that is stored is known, and why stands among the findings already. */
export type Scene = {
  config: Config;
  vault: Vault;
  districts: readonly District[];
  channels: readonly Channel[];
  translate: Translate;
  storeLook?: StoreLook;
  store?: Store;
  /** The service looks at itself. */
  isService: boolean;
  /** Really sends a sentence to the operators' chats. */
  send?: boolean;
  /** Bytes and files that are free on a path's disk. */
  room(path: string): Promise<{ free: number; files: number }>;
  now(): number;
};

export type Check = { name: string; look(scene: Scene): Promise<Found[]> };

export const ok = (says: string): Found => ({ verdict: "ok", says });
export const warning = (says: string, next: string): Found => ({ verdict: "warning", says, next });
export const fault = (says: string, next: string): Found => ({ verdict: "fault", says, next });
export const unknown = (says: string): Found => ({ verdict: "unknown", says });

/** A check of what is stored: nothing to say while the store is closed. */
export const storedCheck = (name: string, look: (scene: Scene & { store: Store }) => Promise<Found[]>): Check => ({
  name,
  look: async (scene) => (scene.store ? look({ ...scene, store: scene.store }) : []),
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `25 minutes`, `3 hours`, `12 days`. */
export function spanOf(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.floor(ms / MINUTE)} minutes`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} hours` : `${Math.floor(ms / DAY)} days`;
}
