import type { Redis } from "ioredis";
import { openPace } from "./pace.ts";

/**
 * The generic cell rate algorithm of pace.ts, in Redis and on its clock, so that all workers share one rate. Key: what
 * is paced; arguments: ms between two, and how many may come at once. Returns ms to wait, 0 when free.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
if free < now or free > now + 3600000 then free = now end
local wait = free - (burst - 1) * interval - now
if wait > 0 then return math.ceil(wait) end
redis.call('SET', KEYS[1], free + interval, 'PX', math.ceil(free + interval - now) + 1000)
return 0`;

type WithPace = Redis & { sapaPace(key: string, interval: number, burst: number): Promise<number> };

/** One command a place; while Redis is away each process keeps the rate for itself. */
export function openSharedPace(redis: Redis, prefix: string) {
  redis.defineCommand("sapaPace", { numberOfKeys: 1, lua: SCRIPT });
  const own = openPace();
  return async (key: string, rate: number, burst: number): Promise<number> => {
    if (rate <= 0) return 0;
    try {
      return Number(await (redis as WithPace).sapaPace(`${prefix}:pace:${key}`, 1_000 / rate, Math.max(burst, 1)));
    } catch {
      return own(key, rate, burst);
    }
  };
}
