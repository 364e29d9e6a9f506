import { isFileStore, serverNames, storeName } from "../../store/schemes.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { type Check, fault, ok, warning } from "../check.ts";
import { clockFault } from "./clock.ts";

const ALMOST_FULL = 0.9;

export const redisCheck: Check = {
  name: "redis",
  async examine({ config: { redisUrl, storeUrl }, now }) {
    if (!redisUrl) return [];
    if (isFileStore(storeUrl))
      return [
        fault(
          `REDIS_URL is set beside a file of ${storeName(storeUrl)}, and no process starts so`,
          `empty it, or use ${serverNames()}`,
        ),
      ];
    const { lookAtRedis } = await import("../../queue/look-at-redis.ts"); // loads the Redis library only if needed
    try {
      const { policy, full = 0, hasLog, clock } = await lookAtRedis(redisUrl);
      const late = clockFault("Redis", clock, now());
      if (policy !== undefined && policy !== "noeviction")
        return [fault(`Redis drops keys when it is full (${policy})`, "set maxmemory-policy noeviction")];
      if (full > ALMOST_FULL)
        return [fault(`Redis uses ${Math.round(full * 100)} % of its maxmemory`, "raise maxmemory; 50 MB is plenty")];
      if (late) return [late];
      return [hasLog ? ok("Redis is there and keeps its log") : warning(NO_LOG, "set appendonly yes")];
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      return [fault(thrown.message.replace(/^REDIS_URL: /, ""), "start Redis, or mend REDIS_URL")];
    }
  },
};

const NO_LOG = "Redis keeps no log on disk, and answers come late after it restarts";
