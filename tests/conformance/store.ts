import { afterAll, afterEach, beforeEach, describe } from "vitest";
import type { StoreOptions } from "../../src/store/options.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { storeOptions } from "../support/keys.ts";
import { accountCases } from "./store-accounts.ts";
import { auditCases } from "./store-audit.ts";
import { callCases } from "./store-calls.ts";
import { candidateCases } from "./store-candidates.ts";
import { changeCases } from "./store-changes.ts";
import { chatDataCases } from "./store-chats.ts";
import { fileCases } from "./store-files.ts";
import { findCases } from "./store-find.ts";
import { handleCases } from "./store-handles.ts";
import { heldCases } from "./store-held.ts";
import { holdCases } from "./store-holds.ts";
import { inboxCases } from "./store-inbox.ts";
import { keyCases } from "./store-keys.ts";
import { laneCases } from "./store-lanes.ts";
import { limitCases } from "./store-limits.ts";
import { listCases } from "./store-lists.ts";
import { outboxCases } from "./store-outbox.ts";
import { partCases } from "./store-parts.ts";
import { registerCases } from "./store-register.ts";
import { restCases } from "./store-rests.ts";
import { sealingCases } from "./store-sealing.ts";
import { staffCases } from "./store-staff.ts";
import { threadCases } from "./store-threads.ts";
import { ticketCases } from "./store-tickets.ts";
import { turnCases } from "./store-turns.ts";
import { unsealingCases } from "./store-unsealing.ts";
import { upkeepCases } from "./store-upkeep.ts";
import { versionCases } from "./store-versions.ts";
import { windowCases } from "./store-window.ts";

export type StoreUnderTest = () => Store;

/** Returns `ticket` or `entry` for each value that the store has unsealed, in order. */
export type Unsealed = () => string[];

/** `empty` restores the first content of a store that all tests share. */
type Opened = { store: Store; empty?(): Promise<void>; close(): Promise<void> };

/** `isWatched` is false for an adapter that unseals in another thread. */
export function storeConformance(
  name: string,
  open: (options: StoreOptions) => Promise<Opened>,
  isWatched = true,
): void {
  describe(`store ${name}`, () => {
    let opened: Opened | undefined;
    let unsealed: string[] = [];
    async function close(): Promise<void> {
      const closing = opened;
      opened = undefined;
      await closing?.close();
    }
    beforeEach(async () => {
      const { vault, ...options } = storeOptions();
      const watched: typeof vault = {
        ...vault,
        open(sealed, about) {
          unsealed.push(about.split(" ")[0] ?? "");
          return vault.open(sealed, about);
        },
      };
      if (opened) await opened.empty?.();
      else opened = await open({ ...options, vault: watched });
      unsealed = [];
    });
    afterEach(() => (opened?.empty ? undefined : close()));
    afterAll(close);
    const store: StoreUnderTest = () => {
      if (!opened) throw new Error("no test runs, so no store is open");
      return opened.store;
    };
    if (isWatched) unsealingCases(store, () => unsealed.splice(0));
    inboxCases(store);
    turnCases(store);
    handleCases(store);
    outboxCases(store);
    ticketCases(store);
    listCases(store);
    findCases(store);
    laneCases(store);
    threadCases(store);
    versionCases(store);
    changeCases(store);
    candidateCases(store);
    partCases(store);
    staffCases(store);
    fileCases(store);
    registerCases(store);
    limitCases(store);
    heldCases(store);
    holdCases(store);
    callCases(store);
    auditCases(store);
    upkeepCases(store);
    accountCases(store);
    restCases(store);
    windowCases(store);
    keyCases(store);
    chatDataCases(store);
    sealingCases(store);
  });
}
