import { Redis } from "ioredis";
import mongoose from "mongoose";
import { buildApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { loadSample } from "../../src/demo/load.ts";
import { openRuntime } from "../../src/runtime.ts";
import { SCRIPT } from "./harness.ts";
import { openServers } from "./servers.ts";

const CHATS = 200;
const REDIS_DATABASE = 7;
/** The driver sends these commands independently of messages. */
const IDLE = new Set(["hello", "ping", "endSessions", "isMaster"]);

/** Counts the MongoDB and Redis commands for one message of the menu. */
export async function operations(): Promise<void> {
  const servers = await openServers(REDIS_DATABASE);
  if (!servers) return;
  const { load, mongo: url, redis: redisUrl } = servers;
  url.searchParams.set("monitorCommands", "true");
  const settings = (name: string) => ({ ...servers.settings(name), PORT: "0" });
  const web = await openRuntime(loadConfig(settings("web")), { log: () => undefined });
  const worker = await openRuntime(loadConfig(settings("worker")), { log: () => undefined });
  for (const district of web.districts.values()) await loadSample(web, district);
  const app = buildApp(web);
  web.work([]);
  worker.work(["inbound", "outbound", "complaints"]);
  const address = await app.listen({ port: 0, host: "127.0.0.1" });

  const mongo = new Map<string, number>();
  let counting = false;
  for (const connection of mongoose.connections) {
    if (connection.name !== url.pathname.slice(1)) continue;
    connection.getClient().on("commandStarted", ({ commandName, command }) => {
      if (!counting || IDLE.has(commandName)) return;
      const writes = command.documents ?? command.updates ?? command.deletes;
      const name = `${commandName} ${command[commandName]}`;
      mongo.set(name, (mongo.get(name) ?? 0) + (Array.isArray(writes) ? writes.length : 1));
    });
  }
  const redis = new Map<string, number>();
  const watched = new Redis(redisUrl);
  const monitor = await watched.monitor();
  monitor.on("monitor", (_, args: string[], source: string, db: string) => {
    if (!counting || db !== String(REDIS_DATABASE) || source === "lua") return;
    const name = String(args[0]).toLowerCase();
    redis.set(name, (redis.get(name) ?? 0) + 1);
  });

  const order = {
    webhook: `${address}/webhooks/telegram/lamongan`,
    chats: CHATS,
    script: SCRIPT,
    latency: 5,
    concurrency: 16,
  };
  await load.run(order);
  counting = true;
  const result = await load.run(order);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  counting = false;
  const messages = CHATS * SCRIPT.length;
  const table = (counts: Map<string, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `  ${(count / messages).toFixed(2).padStart(6)}  ${name}`);
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0) / messages;
  console.log(`messages ${messages}`, result);
  console.log(`store operations a message: ${sum(mongo).toFixed(2)}\n${table(mongo).join("\n")}`);
  console.log(`Redis commands a message: ${sum(redis).toFixed(2)}\n${table(redis).join("\n")}`);

  for (const connection of [monitor, watched]) connection.disconnect();
  await app.close();
  await worker.close();
  await web.close();
  await servers.end();
}
