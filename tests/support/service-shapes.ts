import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { emptyDatabase, mongoUrl } from "./mongo.ts";
import { redisUrl } from "./redis.ts";

export type ServiceShape = {
  name: string;
  /** `drop` removes the new store and the new queue. */
  open(): Promise<{ settings: Record<string, string>; drop(): Promise<void> }>;
};

const embedded: ServiceShape = {
  name: "SQLite in one process",
  open: async () => ({ settings: {}, drop: async () => undefined }),
};

/** Each Vitest worker has its own Redis database. */
const database = 7 + (Number(process.env.VITEST_POOL_ID ?? 0) % 8);

const servers: ServiceShape = {
  name: "MongoDB and Redis",
  async open() {
    const { url, drop } = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const settings = { STORE_URL: url, REDIS_URL: `${redisUrl}/${database}` };
    const redis = new Redis(settings.REDIS_URL);
    await redis.flushdb();
    redis.disconnect();
    return { settings, drop };
  },
};

export const serviceShapes: readonly ServiceShape[] = mongoUrl && redisUrl ? [embedded, servers] : [embedded];
