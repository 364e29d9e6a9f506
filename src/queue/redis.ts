import { Redis } from "ioredis";
import { AppError } from "../vocabulary/errors.ts";

/** Ms; whoever wakes a worker does not wait longer, since the sweeper does it again for what is in the store. */
const ANSWER = 1_000;
const LONGEST_PAUSE = 5_000;

const settings = (options: object) => ({
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(100 * 2 ** times, LONGEST_PAUSE),
  ...options,
});

/** For commands that may fail: at once when Redis is away, never queued up behind it. Those of one tick travel together. */
export const openImpatient = (url: string): Redis =>
  silent(
    new Redis(
      url,
      settings({
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        commandTimeout: ANSWER,
        lazyConnect: true,
        enableAutoPipelining: true,
      }),
    ),
  );

/** For workers, who wait for Redis as long as it takes. */
export const openPatient = (url: string): Redis =>
  silent(new Redis(url, settings({ maxRetriesPerRequest: null, lazyConnect: true })));

/** Each command tells its own failure; what happens to an idle connection is told by `check`. */
function silent(redis: Redis): Redis {
  redis.on("error", () => undefined);
  return redis;
}

/** Connects; rejects with SETTINGS_INVALID for a Redis that is not there, refuses us or would throw jobs away. */
export async function connectRedis(redis: Redis): Promise<void> {
  const first = new Promise<never>((_, reject) => redis.once("error", reject));
  first.catch(() => undefined);
  try {
    await Promise.race([redis.connect(), first]);
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw refusalOf(redis, error);
  }
  const info = await redis.info("memory");
  const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1];
  if (policy && policy !== "noeviction") {
    redis.disconnect();
    throw new AppError(
      "SETTINGS_INVALID",
      `REDIS_URL: this Redis drops keys when it is full (maxmemory-policy ${policy}); the queue needs noeviction`,
    );
  }
}

/** Why this Redis cannot be used, in one sentence. */
export const refusalOf = ({ options }: Redis, cause: unknown): AppError =>
  new AppError("SETTINGS_INVALID", `REDIS_URL: ${wrong(cause, `${options.host}:${options.port}`)}`, { cause });

function wrong(error: unknown, where: string): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password/i.test(message)) return "Redis refuses this user and password";
  return `no Redis can be reached at ${where} (${(error as { code?: string }).code ?? "no answer"}); start it, or mend the address`;
}
