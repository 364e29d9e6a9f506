import type { StoreOptions } from "../options.ts";
import type { Store } from "../ports/store.ts";
import { openHere } from "./open-here.ts";
import { openInThread } from "./open-in-thread.ts";

/** `url` is `sqlite:` and a path, or `sqlite::memory:`. */
export const openSqlite = (url: string, options: StoreOptions): Promise<Store> =>
  options.ownThread ? openInThread(url, options, options.ownThread) : openHere(url, options);
