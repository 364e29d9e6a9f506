import { type Config, namesOf, readEnvironment } from "./config.ts";
import type { StrayName } from "./setting-names.ts";
import { findUnreadNames } from "./unread-names.ts";
import type { Log } from "./vocabulary/message.ts";

export function logStartNotices(config: Config, log: Log): void {
  for (const stray of findUnread(config)) log("warn", stray, "nothing reads this setting");
  if (config.isHostSet) return;
  const isProxyElsewhere = config.trustedProxies !== "loopback";
  log(
    isProxyElsewhere ? "warn" : "info",
    { host: config.host },
    "HOST is not set: only programs on this machine reach the service",
  );
}

export const findUnread = ({ districts, channels }: Config): StrayName[] =>
  findUnreadNames(readEnvironment(), namesOf(districts, channels));
