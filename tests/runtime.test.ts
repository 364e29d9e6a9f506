import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../src/config.ts";
import { openRuntime, type WorkName } from "../src/runtime.ts";
import { KEY_SETTINGS } from "./support/keys.ts";

it.each<{ names: WorkName[]; isExpected: boolean }>([
  { names: ["inbound"], isExpected: false },
  { names: ["sweep"], isExpected: false },
  { names: ["inbound", "outbound"], isExpected: true },
])("a runtime with the work $names takes the next stage itself: $isExpected", async ({ names, isExpected }) => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-runtime-"));
  const config = loadConfig({ DATA_DIR: directory, DISTRICTS: "lamongan", ...KEY_SETTINGS });
  const runtime = await openRuntime(config, { log: () => {} });
  onTestFinished(async () => {
    await runtime.close(0);
    rmSync(directory, { recursive: true, force: true });
  });
  runtime.work(names);
  const { receiving, answering } = runtime.stages;
  expect([receiving.answering.isInThisProcess(), answering.delivering.isInThisProcess()]).toEqual([
    isExpected,
    isExpected,
  ]);
});
