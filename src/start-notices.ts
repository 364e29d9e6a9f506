import { existsSync } from "node:fs";
import type { z } from "zod";
import { channels } from "./channels/index.ts";
import { type Config, readEnvFile, readEnvironment, Settings, suffixOf } from "./config.ts";
import { findStrayNames, type StrayName } from "./setting-names.ts";
import type { Log } from "./vocabulary/message.ts";

/** Says at a start what the settings do not do although somebody may think so. */
export function logStartNotices(config: Config, log: Log): void {
  for (const stray of findUnread(config)) log("warn", stray, "nothing reads this setting");
  if (config.isHostSet) return;
  // Releases before 0.1.0 listened on every address without it: a proxy elsewhere no longer comes through.
  const isProxyElsewhere = config.trustedProxies !== "loopback";
  log(
    isProxyElsewhere ? "warn" : "info",
    { host: config.host },
    "HOST is not set: only programs on this machine reach the service",
  );
}

/** The names in the environment and in the `.env` file here that nothing reads. */
export function findUnread({ districts, channels: opened }: Config): StrayName[] {
  const perDistrict = channels.flatMap(({ name, settings: { shape } }) =>
    Object.keys(shape).map((key) => {
      const isDefaulted = (shape[key] as z.ZodType).safeParse(undefined).data !== undefined;
      return [key, { channel: name, isDefaulted }] as const;
    }),
  );
  const inFile = existsSync(".env") ? Object.keys(readEnvFile(".env")) : [];
  return findStrayNames(readEnvironment(), new Set(inFile), {
    general: Object.keys(Settings.shape),
    perDistrict: new Map(perDistrict),
    suffixes: new Map(districts.map((district) => [suffixOf(district), district])),
    on: new Set(opened.flatMap(({ name, districts: on }) => on.map(({ district }) => `${name} ${district}`))),
  });
}
