import { AppError } from "../vocabulary/errors.ts";
import { openMongo } from "./mongo/index.ts";
import type { StoreOptions } from "./options.ts";
import type { Store } from "./ports/store.ts";
import { openSqlite } from "./sqlite/index.ts";

/** Every store by the scheme of its URL. */
export const stores: Record<string, (url: string, options: StoreOptions) => Promise<Store>> = {
  "sqlite:": openSqlite,
  "mongodb:": openMongo,
  "mongodb+srv:": openMongo,
};

/** Opens the store that `STORE_URL` names; rejects with SETTINGS_INVALID for a scheme we have no store for. */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const open = stores[url.slice(0, url.indexOf(":") + 1)];
  if (!open) throw new AppError("SETTINGS_INVALID", `STORE_URL must begin with ${Object.keys(stores).join(" or ")}`);
  return open(url, options);
}
