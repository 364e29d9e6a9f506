import type { Redis } from "ioredis";
import { openPace, type Rate } from "./pace.ts";

/** The algorithm of cell-rate.ts with the clock of Redis. */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local most = 0
local next = {}
for at, key in ipairs(KEYS) do
  local interval, burst = tonumber(ARGV[2 * at - 1]), tonumber(ARGV[2 * at])
  local free = tonumber(redis.call('GET', key) or '0')
  if free < now or free > now + 3600000 then free = now end
  most = math.max(most, free - (burst - 1) * interval - now)
  next[at] = free + interval
end
if most > 0 then return math.ceil(most) end
for at, key in ipairs(KEYS) do redis.call('SET', key, next[at], 'PX', math.ceil(next[at] - now) + 1000) end
return 0`;

type WithPace = Redis & { sapaPace(...keysAndRates: (string | number)[]): Promise<number> };

/** While Redis is away, each process applies the rates alone. */
export function openSharedPace(redis: Redis, prefix: string) {
  redis.defineCommand("sapaPace", { lua: SCRIPT });
  const own = openPace();
  return async (rates: readonly Rate[]): Promise<number> => {
    const kept = rates.filter(({ rate }) => rate > 0);
    if (kept.length === 0) return 0;
    const keys = kept.map(({ key }) => `${prefix}:pace:${key}`);
    const limits = kept.flatMap(({ rate, burst }) => [1_000 / rate, Math.max(burst, 1)]);
    try {
      return Number(await (redis as WithPace).sapaPace(keys.length, ...keys, ...limits));
    } catch {
      return own(kept);
    }
  };
}
