import { AppError } from "../../vocabulary/errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Store } from "../ports/store.ts";
import { toAppError } from "./errors.ts";
import { openLeaseOwner } from "./lease-owner.ts";
import { openServer } from "./server.ts";
import { openWatchdog, PATIENCE } from "./watchdog.ts";

/** These functions have no time limit, but each of their statements has one. */
const LONG = new Set<keyof Store>(["newGeneration", "expire", "close", "countSealed", "resealSome"]);

type Port = Record<string, (...values: unknown[]) => Promise<unknown>>;

export async function openMongo(url: string, options: StoreOptions, patience = PATIENCE): Promise<Store> {
  const owning = { ...options, owner: openLeaseOwner() };
  let server = await openServer(url, owning, options.readOnly !== true).catch((error: unknown) => {
    throw startError(toAppError(error));
  });
  const watchdog = openWatchdog(patience, {
    ping: () => server.check(),
    async reopen() {
      const lost = server;
      server = await openServer(url, owning, false);
      lost.close().catch(() => undefined);
    },
  });
  const port = (): Port => server as unknown as Port;
  const late = () => new AppError("STORE_UNAVAILABLE", "MongoDB: no answer in time");
  const store = Object.fromEntries(
    Object.keys(server).map((name) => [
      name,
      async (...values: unknown[]) => {
        const work = inOurWords(() => port()[name]?.(...values) ?? Promise.resolve());
        return LONG.has(name as keyof Store) ? work : watchdog.limited(work, late);
      },
    ]),
  ) as unknown as Store;
  return {
    ...store,
    async newGeneration(...args) {
      const built = await store.newGeneration(...args);
      const steps = Object.entries(built as unknown as Port);
      const wrapped = steps.map(([name, step]) => [name, (...values: unknown[]) => inOurWords(() => step(...values))]);
      return Object.fromEntries(wrapped);
    },
    async close() {
      await watchdog.stop();
      await store.close();
    },
  };
}

async function inOurWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toAppError(error);
  }
}

function startError(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== "STORE_UNAVAILABLE") return error;
  return new AppError("SETTINGS_INVALID", "STORE_URL: MongoDB does not let us in or does not answer", { cause: error });
}
