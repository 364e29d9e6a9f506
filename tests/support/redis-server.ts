import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "./process.ts";

/** Rejects if Redis is not installed. */
export async function startRedisServer() {
  const directory = mkdtempSync(join(tmpdir(), "sapa-redis-"));
  const port = await freePort();
  const settings = ["--appendonly", "yes", "--maxmemory-policy", "noeviction", "--save", "", "--bind", "127.0.0.1"];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn("redis-server", ["--port", String(port), "--dir", directory, ...settings], { stdio: "ignore" });
    await once(child, "spawn");
    const redis = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: null });
    redis.on("error", () => undefined); // Redis is not up yet
    await redis.ping();
    redis.disconnect();
    return child;
  };
  let child = await start();
  const ended = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async command(...words: string[]): Promise<void> {
      const redis = new Redis(port, "127.0.0.1");
      await redis.call(words[0] ?? "PING", ...words.slice(1));
      redis.disconnect();
    },
    kill: () => ended("SIGKILL"),
    async start() {
      child = await start();
    },
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    async close() {
      await ended("SIGKILL");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
