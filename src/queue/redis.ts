import { Redis } from "ioredis";
import { AppError } from "../vocabulary/errors.ts";

/** In ms. */
const ANSWER = 1_000;
const LONGEST_PAUSE = 5_000;

const settings = (options: object) => ({
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(100 * 2 ** times, LONGEST_PAUSE),
  ...options,
});

/** Commands fail immediately while Redis is away. */
export const openImpatient = (url: string): Redis =>
  ignoreErrors(
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

/** Commands wait until Redis is back. */
export const openPatient = (url: string): Redis =>
  ignoreErrors(new Redis(url, settings({ maxRetriesPerRequest: null, lazyConnect: true })));

function ignoreErrors(redis: Redis): Redis {
  redis.on("error", () => undefined);
  return redis;
}

/** Rejects with SETTINGS_INVALID if Redis cannot be reached, refuses the user, or may drop keys. */
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

export const refusalOf = ({ options }: Redis, cause: unknown): AppError =>
  new AppError("SETTINGS_INVALID", `REDIS_URL: ${reasonOf(cause, `${options.host}:${options.port}`)}`, { cause });

function reasonOf(error: unknown, where: string): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/WRONGPASS|NOAUTH|NOPERM|invalid password/i.test(message)) return "Redis refuses this user and password";
  return `no Redis can be reached at ${where} (${(error as { code?: string }).code ?? "no answer"}); start it, or mend the address`;
}
