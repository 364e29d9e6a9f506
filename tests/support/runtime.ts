import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { loadSample } from "../../src/demo/load.ts";
import { openRuntime } from "../../src/runtime.ts";
import type { Log } from "../../src/vocabulary/message.ts";
import { KEY_SETTINGS } from "./keys.ts";
import { startTelegram } from "./telegram/index.ts";

export type LogLine = { level: string; fields: Record<string, unknown>; message: string };

/** Tests run at any hour, so there are no quiet hours. */
const NO_NIGHT = (at: number): number => at;

const FAMILIES = 200;

/** In ms: how long the service waits for a citizen's further messages. */
const BUBBLE_PAUSE = 250;

type ServiceOptions = {
  sample?: boolean;
  quietUntil?: (at: number) => number;
  bubblePause?: number;
  /** If true, no other process may use the store's file, as with `npm start`. */
  alone?: boolean;
};

export async function startService(
  settings: Record<string, string> = {},
  { sample = true, quietUntil = NO_NIGHT, bubblePause = BUBBLE_PAUSE, alone = false }: ServiceOptions = {},
) {
  const directory = mkdtempSync(join(tmpdir(), "sapa-test-"));
  const lines: LogLine[] = [];
  const log: Log = (level, fields, message) => lines.push({ level, fields, message });
  const config = loadConfig({ DATA_DIR: directory, DISTRICTS: "lamongan", PORT: "0", ...KEY_SETTINGS, ...settings });
  const runtime = await openRuntime(config, { log, quietUntil, bubblePause, alone });
  if (sample) for (const district of runtime.districts.values()) await loadSample(runtime, district, FAMILIES);
  const app = buildApp(runtime);
  runtime.work();
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    app,
    runtime,
    lines,
    directory,
    async close() {
      await app.close();
      await runtime.close(2_000);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const BOT = { token: "1000:stand-in", secret: "stand-in-secret-1" };

export async function startWithTelegram(
  settings: Record<string, string> = {},
  {
    sample = true,
    quietUntil = NO_NIGHT,
    bubblePause = BUBBLE_PAUSE,
    ...platform
  }: ServiceOptions & Partial<Parameters<typeof startTelegram>[0]> = {},
) {
  const telegram = await startTelegram({ ...BOT, clock: 0.05, ...platform });
  const service = await startService(
    {
      TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
      TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
      TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
      SEND_RATE: "0",
      SEND_RATE_CHAT: "0",
      ...settings,
    },
    { sample, quietUntil, bubblePause },
  );
  telegram.setWebhook(`${service.url}/webhooks/telegram/lamongan`);
  return {
    telegram,
    service,
    async close() {
      await service.close();
      await telegram.close();
    },
  };
}
