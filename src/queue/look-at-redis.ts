import { openImpatient, refusalOf } from "./redis.ts";

/**
 * - `policy`: which keys Redis drops when its memory is full.
 * - `full`: the used share of the memory.
 * - `hasLog`: Redis writes each change to a file (`appendonly`), so its data outlive a restart.
 * - `clock`: in ms since 1970.
 */
export type RedisLook = { policy: string | undefined; full?: number; hasLog: boolean; clock: number };

/** Rejects with SETTINGS_INVALID if Redis cannot be reached or refuses the user. */
export async function lookAtRedis(url: string): Promise<RedisLook> {
  const redis = openImpatient(url);
  try {
    await redis.connect().catch((error: unknown) => {
      throw refusalOf(redis, error);
    });
    const info = await redis.info().catch((error: unknown) => {
      throw refusalOf(redis, error);
    });
    const [seconds] = await redis.time().catch((error: unknown) => {
      throw refusalOf(redis, error);
    });
    const found = (name: string) => new RegExp(`^${name}:(\\S*)`, "m").exec(info)?.[1];
    const [used, most] = [Number(found("used_memory")), Number(found("maxmemory"))];
    return {
      policy: found("maxmemory_policy"),
      hasLog: found("aof_enabled") === "1",
      ...(most > 0 ? { full: used / most } : {}),
      clock: Number(seconds) * 1_000,
    };
  } finally {
    redis.disconnect();
  }
}
