import { openVault } from "../../src/privacy/vault.ts";
import type { StoreOptions } from "../../src/store/options.ts";

export const KEYS = { seal: new Map([[1, Buffer.alloc(32, "seal")]]), index: Buffer.alloc(32, "index") };

export const testVault = () => openVault(KEYS);

export const KEY_SETTINGS = {
  SEAL_KEYS: `1:${KEYS.seal.get(1)?.toString("base64")}`,
  INDEX_KEY: KEYS.index.toString("base64"),
};

/** Tests treat the web chat as a channel with a history, receipts and a window. */
export const TRAITS = { live: new Set(["webchat"]), receipts: new Set(["webchat"]), window: new Set(["webchat"]) };

export const storeOptions = (): StoreOptions => ({
  vault: testVault(),
  calendar: { holidays: new Set(), zone: "Asia/Jakarta" as const },
  traits: TRAITS,
});
