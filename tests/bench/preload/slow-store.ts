import { wrapExport } from "../../support/wrap-export.ts";

/** Each call to the store takes `SAPA_STORE_MS` ms more. */
const delay = Number(process.env.SAPA_STORE_MS);

type Methods = Record<string, unknown>;
const slow = (store: Methods): Methods =>
  Object.fromEntries(
    Object.entries(store).map(([name, method]) => [
      name,
      typeof method !== "function" || name === "close"
        ? method
        : async (...args: unknown[]) => {
            await new Promise((resolve) => setTimeout(resolve, delay));
            return method(...args);
          },
    ]),
  );

Object.assign(globalThis, { sapaSlow: slow });
wrapExport("/src/store/index.ts", "openStore", "async (...args) => sapaSlow(await real(...args))");
