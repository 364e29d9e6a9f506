import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-doctor-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** No program listens at `PORT`. */
function sapa(args: string[], settings: Record<string, string> = {}) {
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const env = {
    ...CHILD_ENVIRONMENT,
    ...KEY_SETTINGS,
    DATA_DIR: "data",
    DISTRICTS: "lamongan",
    PORT: "9",
    FORCE_COLOR: "1",
    ...settings,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: directory,
    env,
    encoding: "utf8",
  });
  return { status, out: stdout, errors: stderr };
}

describe("sapa doctor", { timeout: 120_000 }, () => {
  it("checks an installation without data, creates nothing and prints no colour into a pipe", () => {
    const { status, out } = sapa(["doctor"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^warning {2}store +nothing is stored yet/m);
    expect(out).toMatch(/^ {10,}-> start the service/m);
    expect(out).toMatch(/\d+ warnings/);
    expect(out.match(/^warning {2}register +no register is imported yet/gm)).toHaveLength(1);
    expect(out.match(/^warning {2}officers +no officer is set up yet/gm)).toHaveLength(1);
    expect(out).not.toContain("\u001b");
    expect(existsSync(join(directory, "data"))).toBe(false);
  });

  it("names every wrong setting on a line of its own, and exits with code 1", () => {
    const { status, out } = sapa(["doctor"], { PORT: "eighty", SEAL_KEYS: "1:short", METRICS_TOKEN: "hush-hush" });
    expect(status).toBe(1);
    const faults = out.split("\n").filter((line) => line.startsWith("fault"));
    expect(faults.map((line) => /settings +([A-Z_]+)/.exec(line)?.[1]).sort()).toEqual([
      "METRICS_TOKEN",
      "PORT",
      "SEAL_KEYS",
    ]);
    expect(out).not.toMatch(/hush-hush|1:short/);
  });

  it("names a setting that no code reads, and never its value", () => {
    const { out } = sapa(["doctor"], { TELEGRAM_BOT_TOKN: "1000:hush", WHATSAPP_TEMPLATE_NEWS: "sapa_hush" });
    const told = out.split("\n").filter((line) => /^\w+ +settings /.test(line));
    expect(told).toEqual([
      expect.stringMatching(/warning +settings +TELEGRAM_BOT_TOKN: nothing reads this setting/),
      expect.stringMatching(
        /warning +settings +WHATSAPP_TEMPLATE_NEWS: nothing reads this setting, since whatsapp is off/,
      ),
    ]);
    expect(out).not.toContain("hush");
  });

  it("reports that the file of STORE_URL is no database", () => {
    writeFileSync(
      join(directory, "notes.db"),
      "this is a letter and no database, however long it may go on and on\n".repeat(40),
    );
    const { status, out } = sapa(["doctor"], { STORE_URL: "sqlite:notes.db" });
    expect(status).toBe(1);
    expect(out.split("\n").filter((line) => line.startsWith("fault"))).toEqual([
      expect.stringMatching(/store +STORE_URL: the file cannot be read as a database of this service/),
    ]);
  });

  it("prints the findings as JSON, and refuses an unknown option", () => {
    sapa(["migrate"]);
    const { status, out } = sapa(["doctor", "--json"], { SEAL_KEYS: `1:${Buffer.alloc(32, "x").toString("base64")}` });
    expect(status).toBe(1);
    const { status: told, findings } = JSON.parse(out) as { status: string; findings: Record<string, string>[] };
    expect(told).toBe("faults");
    expect(findings.filter(({ verdict }) => verdict === "fault")).toEqual([
      { check: "keys", verdict: "fault", says: expect.stringContaining("SEAL_KEYS: key 1"), next: expect.any(String) },
    ]);
    expect(sapa(["doctor", "--mend"]).status).toBe(2);
  });
});
