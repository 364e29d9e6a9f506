import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, loadConfig, readEnvironment } from "../config.ts";
import { demoEnvironment, isBesideDemo } from "../demo/keys.ts";
import { describeUnknown } from "../districts/unknown-district.ts";
import type { District } from "../register/district.ts";
import { openRuntime, type Runtime } from "../runtime.ts";
import { missingStore } from "../store/look-at-store.ts";
import { AppError } from "../vocabulary/errors.ts";
import { asLine } from "./print.ts";
import { quiet } from "./quiet-log.ts";

/** `temporaryStore`: if the store is missing, the command uses a temporary store. */
type Opening = { makesStore?: boolean; temporaryStore?: boolean; before?: (config: Config) => Promise<void> };

/** Rejects with STORE_UNAVAILABLE if the command needs a store that is missing. */
export async function withRuntime<T>(
  work: (runtime: Runtime) => Promise<T>,
  { makesStore = false, temporaryStore = false, before }: Opening = {},
): Promise<T> {
  const environment = readEnvironment();
  const demo = isBesideDemo(environment);
  const config = loadConfig(demo ? demoEnvironment(environment) : environment, { demo });
  if (demo) {
    process.stderr.write(
      `${asLine(`the demonstration's data in ${config.dataDir}: no SEAL_KEYS and INDEX_KEY are set here`)}\n`,
    );
  }
  const missing = makesStore ? undefined : missingStore(config.storeUrl);
  if (missing !== undefined && temporaryStore) return await workInTemporaryStore(config, work);
  if (missing !== undefined) throw new AppError("STORE_UNAVAILABLE", missing);
  await before?.(config);
  const runtime = await openRuntime(config, { log: quiet });
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

async function workInTemporaryStore<T>(config: Config, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "sapa-temporary-"));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const own = {
      ...config,
      dataDir,
      storeUrl: `sqlite:${join(dataDir, "sapa.db")}`,
      redisUrl: undefined,
      channels: [],
    };
    const runtime = await openRuntime(own, { log: quiet });
    try {
      return await work(runtime);
    } finally {
      await runtime.close();
    }
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/** Throws BAD_REQUEST for an unknown district. */
export function requireDistrict({ districts, config }: Pick<Runtime, "districts" | "config">, id: string): District {
  const district = districts.get(id);
  if (district) return district;
  const unknown = describeUnknown(config.packs, id);
  const served = [...districts.keys()].join(", ");
  throw new AppError("BAD_REQUEST", `district ${unknown ?? `${id} is not served here; DISTRICTS names ${served}`}`);
}
