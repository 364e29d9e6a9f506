import { registerHooks } from "node:module";

/**
 * Ends the process with -9 at the point that `SAPA_FAIL_POINT` names: `commitTurn:before:3` is before the third call. It
 * is loaded in front of the service by the crash suites, so that nothing of it is in the service itself.
 */
const [name = "", side, nth = "1"] = (process.env.SAPA_FAIL_POINT ?? "").split(":");

const WRAPPED = [
  ["/src/store/index.ts", "openStore", "async (...args) => globalThis.sapaFailing(await real(...args))"],
  [
    "/src/channels/index.ts",
    "channels",
    "real.map((one) => ({ ...one, open: (...args) => globalThis.sapaFailingChannel(one.open(...args)) }))",
  ],
] as const;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const found = WRAPPED.find(([file]) => url.endsWith(file));
    if (!found) return loaded;
    const [, exported, wrapped] = found;
    const own = String(loaded.source).replace(
      new RegExp(`export (async function|const) ${exported}\\b`),
      (_, kind) => `${kind} real_${exported}`,
    );
    // What stands there is run as it is and checked by nobody for its types.
    return { ...loaded, source: `${own}\nconst real = real_${exported};\nexport const ${exported} = ${wrapped};\n` };
  },
});

let calls = 0;
const die = () => process.kill(process.pid, "SIGKILL");

/** The same function, deadly at its point. */
const deadly =
  (method: (...args: unknown[]) => Promise<unknown>) =>
  async (...args: unknown[]): Promise<unknown> => {
    calls += 1;
    const isPoint = calls === Number(nth);
    if (isPoint && side === "before") die();
    const result = await method(...args);
    if (isPoint && side === "after") die();
    return result;
  };

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;
const failing = (object: Methods): Methods => {
  const method = object[name];
  return method ? { ...object, [name]: deadly(method) } : object;
};

Object.assign(globalThis, {
  sapaFailing: failing,
  sapaFailingChannel: (opened: { accounts: Methods[] }) => ({ ...opened, accounts: opened.accounts.map(failing) }),
});
