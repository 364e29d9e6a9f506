import { wrapExport } from "../../support/wrap-export.ts";

/** The process ends at `SAPA_FAIL_POINT`: `commitTurn:before:3` is before the third call. */
const [name = "", side, nth = "1"] = (process.env.SAPA_FAIL_POINT ?? "").split(":");

let calls = 0;
const die = () => process.kill(process.pid, "SIGKILL");

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;

function failing(object: Methods): Methods {
  const method = object[name];
  if (!method) return object;
  const deadly = async (...args: unknown[]): Promise<unknown> => {
    calls += 1;
    const isPoint = calls === Number(nth);
    if (isPoint && side === "before") die();
    const result = await method(...args);
    if (isPoint && side === "after") die();
    return result;
  };
  return { ...object, [name]: deadly };
}

Object.assign(globalThis, { sapaFailing: failing });
wrapExport("/src/store/index.ts", "openStore", "async (...args) => sapaFailing(await real(...args))");
wrapExport(
  "/src/channels/index.ts",
  "channels",
  `real.map((one) => ({
    ...one,
    open: (...args) => {
      const opened = one.open(...args);
      return { ...opened, accounts: opened.accounts.map(sapaFailing) };
    },
  }))`,
);
