import type { Config } from "./config.ts";
import type { Outage } from "./observability/outage.ts";
import type { Tracing } from "./observability/trace.ts";
import { openInlineQueue } from "./queue/inline.ts";
import type { JobName, Queue } from "./queue/jobs.ts";
import { isFileStore, serverNames, storeName } from "./store/schemes.ts";
import { AppError } from "./vocabulary/errors.ts";

/**
 * Rejects with SETTINGS_INVALID for Redis together with a store in a file, because only one process can use the file.
 */
export async function openQueue(
  { redisUrl, storeUrl }: Config,
  { tracing, outage }: { tracing: Tracing; outage: Outage },
  failed: (name: JobName, error: unknown) => void,
): Promise<Queue> {
  if (!redisUrl) return openInlineQueue(failed);
  if (isFileStore(storeUrl)) {
    throw new AppError(
      "SETTINGS_INVALID",
      `REDIS_URL: many processes need a server (${serverNames()}) in STORE_URL; one process works a file of ${storeName(storeUrl)}`,
    );
  }
  const { openBullQueue } = await import("./queue/bullmq.ts"); // A process without Redis does not load the library.
  return openBullQueue(redisUrl, failed, { traced: tracing.on, outage });
}
