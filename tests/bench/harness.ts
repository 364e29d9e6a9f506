import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KEY_SETTINGS } from "../support/keys.ts";
import { END_WITH_PARENT, freePort, type ServiceProcess, startProcess } from "../support/process.ts";
import type { LoadOrder, LoadResult } from "./load.ts";

export const TOKEN = "1000:stand-in";
export const SECRET = "stand-in-secret-1";

export type Load = { apiRoot: string; run(order: Omit<LoadOrder, "secret">): Promise<LoadResult>; close(): void };

export async function startLoad(): Promise<Load> {
  const child: ChildProcess = fork(join(import.meta.dirname, "load.ts"), { execArgv: END_WITH_PARENT });
  const heard = <Part>(name: string) =>
    new Promise<Part>((resolve) => {
      const hear = (message: Record<string, Part>) => {
        if (!(name in message)) return;
        child.off("message", hear);
        resolve(message[name] as Part);
      };
      child.on("message", hear);
    });
  const apiRoot = await heard<string>("apiRoot");
  return {
    apiRoot,
    run(order) {
      const result = heard<LoadResult>("result");
      child.send({ ...order, secret: SECRET });
      return result;
    },
    close: () => child.kill(),
  };
}

export type Service = ServiceProcess & { webhook: string; directory: string; end(): Promise<void> };

/** Starts the service as in production: one process, SQLite with full sync, sealed, logged. */
export async function startService(apiRoot: string, settings: Record<string, string> = {}): Promise<Service> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-bench-"));
  const port = await freePort();
  const started = await startProcess(
    "src/main.ts",
    [],
    {
      ...KEY_SETTINGS,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: directory,
      DISTRICTS: "lamongan",
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
      TELEGRAM_BOT_TOKEN__LAMONGAN: TOKEN,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: SECRET,
      TELEGRAM_API_ROOT__LAMONGAN: apiRoot,
      ...settings,
    },
    /"listening"/,
  );
  return {
    ...started,
    webhook: `http://127.0.0.1:${port}/webhooks/telegram/lamongan`,
    directory,
    async end() {
      await started.kill("SIGTERM");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function startBareBot(
  apiRoot: string,
): Promise<ServiceProcess & { webhook: string; end(): Promise<void> }> {
  const port = await freePort();
  const environment = { PORT: String(port), TOKEN, SECRET, API_ROOT: apiRoot };
  const bot = await startProcess("tests/bench/bare-bot.ts", [], environment, /listening/);
  return {
    ...bot,
    webhook: `http://127.0.0.1:${port}/webhook`,
    async end() {
      await bot.kill("SIGTERM");
    },
  };
}

/** Returns the resident memory in MB. */
export function residentOf({ child }: ServiceProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

export const SCRIPT = ["halo", "1", "menu", "5", "menu"];
