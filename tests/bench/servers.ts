import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { KEY_SETTINGS } from "../support/keys.ts";
import { freePort, type ServiceProcess, startProcess } from "../support/process.ts";
import { type Load, SECRET, startLoad, TOKEN } from "./harness.ts";

export type Servers = {
  mongo: URL;
  redis: string;
  load: Load;
  port: number;
  settings(name: string): Record<string, string>;
  webhook: string;
  end(): Promise<void>;
};

/** Prints a line and returns `undefined` on a machine without the servers. */
export async function openServers(redisDatabase = 8): Promise<Servers | undefined> {
  const { MONGODB_URL, REDIS_URL } = process.env;
  if (!MONGODB_URL || !REDIS_URL) {
    console.log("skipped: needs MONGODB_URL and REDIS_URL");
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), "sapa-bench-"));
  const mongo = new URL(MONGODB_URL);
  mongo.pathname = `/bench-${randomBytes(4).toString("hex")}`;
  const redis = `${REDIS_URL}/${redisDatabase}`;
  const load = await startLoad();
  const port = await freePort();
  return {
    mongo,
    redis,
    load,
    port,
    webhook: `http://127.0.0.1:${port}/webhooks/telegram/lamongan`,
    settings: (name) => ({
      ...KEY_SETTINGS,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: join(directory, name),
      DISTRICTS: "lamongan",
      STORE_URL: mongo.href,
      REDIS_URL: redis,
      // The limits are so high that they never slow the service.
      SEND_RATE: "100000",
      SEND_RATE_CHAT: "1000",
      TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
      TELEGRAM_API_ROOT__LAMONGAN: load.apiRoot,
    }),
    async end() {
      load.close();
      const connection = await mongoose.createConnection(mongo.href).asPromise();
      await connection.dropDatabase();
      await connection.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function startFleet(
  { settings }: Servers,
  workers: number,
  more: Record<string, string> = {},
): Promise<ServiceProcess[]> {
  const web = await startProcess("src/main.ts", [], { ...settings("web"), ...more }, /"listening"/);
  const others = Array.from({ length: workers }, (_, index) =>
    startProcess("workers/start.ts", [], { ...settings(`worker-${index}`), ...more }, /"working"/),
  );
  return [web, ...(await Promise.all(others))];
}

/** In ms of user and kernel time; Linux has 100 ticks a second. */
export const cpuOf = ({ child }: ServiceProcess): number => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
