import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-retention-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function sapa(...args: string[]): string[] {
  const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" };
  const { stdout, stderr } = spawnSync(process.execPath, [SAPA, ...args], { cwd: directory, env, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trim().split("\n");
}

it("retention run counts the dropped records, and --dry-run the records that it would drop", {
  timeout: 60_000,
}, () => {
  sapa("migrate");
  for (const line of sapa("retention", "run")) expect(line).toMatch(/^\S.* \d+ dropped$/);
  for (const line of sapa("retention", "run", "--dry-run")) expect(line).toMatch(/^\S.* \d+ would be dropped$/);
});
