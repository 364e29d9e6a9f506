import { it } from "vitest";

export const redisUrl = process.env.REDIS_URL;

if (!redisUrl) {
  it.skipIf(process.env.CI !== "true")("needs a Redis in REDIS_URL", () => {
    throw new Error("REDIS_URL is not set, and CI must not skip");
  });
}
