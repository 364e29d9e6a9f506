import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Config, type Environment, loadConfig } from "../config.ts";
import { defined } from "../defined.ts";
import { loadCalendar, loadDistricts } from "../districts/index.ts";
import { openTranslator } from "../i18n.ts";
import { openAccounts, TRAITS } from "../open-channels.ts";
import { openVault, type Vault } from "../privacy/vault.ts";
import { ROOT, type Runtime } from "../runtime.ts";
import type { StrayName } from "../setting-names.ts";
import { findUnread } from "../start-notices.ts";
import type { StoreLook } from "../store/driver.ts";
import { openStore } from "../store/index.ts";
import { lookAtStore } from "../store/look-at-store.ts";
import type { Store } from "../store/ports/store.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Finding, Scene } from "./check.ts";

export type OpenScene = { findings: Finding[]; scene?: Scene; close(): Promise<void> };

async function readRoom(path: string): Promise<{ free: number; files: number }> {
  const { bavail, bsize, ffree, files } = await statfs(path);
  return { free: bavail * bsize, files: files === 0 ? Number.MAX_SAFE_INTEGER : ffree };
}

/** If a part cannot be opened, a finding names it. */
export async function openScene(
  environment: Environment,
  { demo = false, send = false }: { demo?: boolean; send?: boolean } = {},
): Promise<OpenScene> {
  const findings: Finding[] = [];
  const findingFrom = (check: string, next: string) => (thrown: unknown) => {
    if (!(thrown instanceof AppError)) throw thrown;
    for (const says of thrown.message.split("\n")) {
      const named = says.startsWith("STORE_URL") ? "store" : check;
      findings.push({ check: named, verdict: "fault", says, next });
    }
    return undefined;
  };
  const config = runOrElse(() => loadConfig(environment, { demo }), findingFrom("settings", "see README.md, Settings"));
  const close = async () => undefined;
  if (!config) return { findings, close };
  const stray = demo ? [] : findUnread(config).map(strayNameFinding);
  findings.push(
    ...(stray.length > 0 ? stray : [{ check: "settings", verdict: "ok" as const, says: "every setting can be read" }]),
  );
  const districts =
    runOrElse(
      () => loadDistricts(config.packs, config.districts),
      findingFrom("texts", "npx --no sapa check district D"),
    ) ?? [];
  const vault = openVault(config.keys);
  const channels = await openAccounts(config, districts).catch(findingFrom("settings", "see README.md, Settings"));
  const storeLook = await lookAtStore(config.storeUrl, vault).catch(
    findingFrom("keys", "put the right keys (the paper in the safe has them) or the right URL back into .env"),
  );
  const store = storeLook && (await openReadOnly(config, vault, storeLook, findings));
  const { translate } = await openTranslator(join(ROOT, "locales"));
  const scene: Scene = {
    config,
    vault,
    districts,
    channels: channels?.accounts ?? [],
    translate,
    ...defined({ storeLook, store }),
    isService: false,
    send,
    room: readRoom,
    now: Date.now,
  };
  return {
    findings,
    scene,
    async close() {
      await channels?.close();
      await store?.close();
    },
  };
}

export async function openOwnScene(runtime: Runtime): Promise<Scene> {
  const { config, vault, districts, channels, translate, store } = runtime;
  const storeLook = await lookAtStore(config.storeUrl, vault).catch(() => undefined);
  return {
    config,
    vault,
    districts: [...districts.values()],
    channels: [...channels.values()],
    translate,
    store,
    ...defined({ storeLook }),
    isService: true,
    refusedWith: runtime.alertRefusal,
    room: readRoom,
    now: Date.now,
  };
}

/** The finding never shows the setting's value. */
const strayNameFinding = ({ setting, nearest, why }: StrayName): Finding => ({
  check: "settings",
  verdict: "warning",
  says: `${setting}: nothing reads this setting${why ? `, since ${why}` : ""}`,
  next: nearest ? `${nearest} is perhaps meant` : "take it out, or write it as .env.example has it",
});

function runOrElse<T>(work: () => T, otherwise: (thrown: unknown) => undefined): T | undefined {
  try {
    return work();
  } catch (thrown) {
    return otherwise(thrown);
  }
}

const STILL_TO_COME: readonly Finding[] = [
  {
    check: "register",
    verdict: "warning",
    says: "no register is imported yet, so nobody is found",
    next: "npx --no sapa import register FILE --district D (docs/go-live.md, step 7)",
  },
  {
    check: "officers",
    verdict: "warning",
    says: "no officer is set up yet, and every ticket would wait",
    next: "npx --no sapa staff add ID --district D ... (docs/go-live.md, step 9)",
  },
];

/** Opening a store of another form would change its data. */
async function openReadOnly(
  { storeUrl, packs }: Config,
  vault: Vault,
  storeLook: StoreLook,
  findings: Finding[],
): Promise<Store | undefined> {
  const { form, newest } = storeLook;
  const reportStore = (verdict: Finding["verdict"], says: string, next: string) => {
    findings.push({ check: "store", verdict, says, next });
    return undefined;
  };
  if (form === undefined) {
    findings.push(...STILL_TO_COME);
    return reportStore(
      "warning",
      "nothing is stored yet where STORE_URL says",
      "start the service, or npx --no sapa migrate",
    );
  }
  if (form > newest)
    return reportStore(
      "fault",
      `the stored data has form ${form} of a newer release, and this one knows ${newest}`,
      "go back to that release, or restore the backup from before the update",
    );
  if (form < newest)
    return reportStore(
      "warning",
      `the stored data has form ${form}, and this release writes form ${newest}`,
      "npx --no sapa migrate, or start the service",
    );
  return openStore(storeUrl, { vault, calendar: loadCalendar(packs), traits: TRAITS, readOnly: true });
}
