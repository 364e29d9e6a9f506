import { openVault } from "../../src/privacy/vault.ts";
import type { StoreOptions } from "../../src/store/options.ts";

/** Keys of tests, the same in every run and good for nothing else. */
export const KEYS = { seal: new Map([[1, Buffer.alloc(32, "seal")]]), index: Buffer.alloc(32, "index") };

export const testVault = () => openVault(KEYS);

/** The same keys as settings. */
export const KEY_SETTINGS = {
  SEAL_KEYS: `1:${KEYS.seal.get(1)?.toString("base64")}`,
  INDEX_KEY: KEYS.index.toString("base64"),
};

/** Tests read the web chat's history and its receipts, and let it know when its citizens were heard. */
export const TRAITS = { live: new Set(["webchat"]), receipts: new Set(["webchat"]), window: new Set(["webchat"]) };

/** What a test's store is opened with, on a calendar without holidays. */
export const storeOptions = (): StoreOptions => ({
  vault: testVault(),
  calendar: { holidays: new Set(), zone: "Asia/Jakarta" as const },
  traits: TRAITS,
});
