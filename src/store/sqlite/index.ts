import type { StoreOptions } from "../options.ts";
import type { Store } from "../ports/store.ts";
import { openHere } from "./open-here.ts";
import { openInThread } from "./open-in-thread.ts";

/**
 * The store is one file (`sqlite:data/sapa.db`) or in memory (`sqlite::memory:`). Registers have their own files beside
 * that file. With `ownThread`, neither a sync of the disk nor sealing blocks the caller's event loop.
 */
export const openSqlite = (url: string, options: StoreOptions): Promise<Store> =>
  options.ownThread ? openInThread(url, options, options.ownThread) : openHere(url, options);
