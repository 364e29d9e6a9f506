import { type Config, namesOf, readEnvironment } from "./config.ts";
import type { StrayName } from "./setting-names.ts";
import { findUnreadNames } from "./unread-names.ts";
import type { Log } from "./vocabulary/message.ts";

/**
 * Logs settings that nothing reads, because somebody may believe that they have an effect. Logs also that HOST is not
 * set.
 */
export function logStartNotices(config: Config, log: Log): void {
  for (const stray of findUnread(config)) log("warn", stray, "nothing reads this setting");
  if (config.isHostSet) return;
  // Releases before 0.1.0 listened on every address without HOST. Now a proxy on another machine does not reach the
  // service.
  const isProxyElsewhere = config.trustedProxies !== "loopback";
  log(
    isProxyElsewhere ? "warn" : "info",
    { host: config.host },
    "HOST is not set: only programs on this machine reach the service",
  );
}

/** Finds the names in the environment and in the `.env` file here that nothing reads. */
export const findUnread = ({ districts, channels }: Config): StrayName[] =>
  findUnreadNames(readEnvironment(), namesOf(districts, channels));
