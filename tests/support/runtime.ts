import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../src/app.ts";
import { loadSample } from "../../src/cli/demo.ts";
import { loadConfig } from "../../src/config.ts";
import type { Log } from "../../src/message.ts";
import { openRuntime } from "../../src/runtime.ts";
import { KEY_SETTINGS } from "./keys.ts";

export type LogLine = { level: string; fields: Record<string, unknown>; message: string };

/** The whole service in this process, on a free port, with the sample register of its districts. */
export async function startService(settings: Record<string, string> = {}, { sample = true } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "sapa-test-"));
  const lines: LogLine[] = [];
  const log: Log = (level, fields, message) => lines.push({ level, fields, message });
  const config = loadConfig({ DATA_DIR: directory, DISTRICTS: "lamongan", PORT: "0", ...KEY_SETTINGS, ...settings });
  const runtime = await openRuntime(config, log);
  if (sample) for (const district of runtime.districts.values()) await loadSample(runtime, district);
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
