import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "./support/child-environment.ts";
import { KEY_SETTINGS } from "./support/keys.ts";

/** Starts the service with only these settings, and waits until it exits. */
async function ended(settings: Record<string, string>, args: string[] = []): Promise<{ code: number; errors: string }> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-main-"));
  const child = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts"), ...args], {
    cwd: directory,
    env: {
      ...CHILD_ENVIRONMENT,
      DATA_DIR: join(directory, "data"),
      PORT: "0",
      DISTRICTS: "lamongan,jombang",
      ...settings,
    },
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  rmSync(directory, { recursive: true, force: true });
  return { code, errors };
}

describe("a start that fails", () => {
  it("with wrong settings names all these settings and ends with 2", async () => {
    const { code, errors } = await ended({ PORT: "x", TELEGRAM_BOT_TOKEN__LAMONGAN: "x" });
    expect(code).toBe(2);
    for (const name of [
      "PORT",
      "SEAL_KEYS",
      "INDEX_KEY",
      "TELEGRAM_BOT_TOKEN__LAMONGAN",
      "TELEGRAM_WEBHOOK_SECRET__LAMONGAN",
    ]) {
      expect(errors).toContain(name);
    }
    expect(errors).not.toMatch(/\bat .*\.ts/);
  });

  it.each([
    ["an unknown district", { DISTRICTS: "gresik" }, /gresik/],
    ["a store that this release does not have", { STORE_URL: "mongodb://127.0.0.1/x" }, /STORE_URL/],
    [
      "one bot for two districts",
      {
        TELEGRAM_BOT_TOKEN__LAMONGAN: "1:a",
        TELEGRAM_BOT_TOKEN__JOMBANG: "1:a",
        TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
      },
      /same account/,
    ],
  ])("with %s ends with 2", async (_, settings, message) => {
    const { code, errors } = await ended({ ...KEY_SETTINGS, ...settings });
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringMatching(message) });
  });

  it("with arguments ends with 2", async () => {
    const { code, errors } = await ended(KEY_SETTINGS, ["--port", "80"]);
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringMatching(/^npm start takes no arguments.*\n$/) });
  });

  it("on an address of another machine ends with 1", async () => {
    const { code, errors } = await ended({ ...KEY_SETTINGS, HOST: "192.0.2.1" });
    expect({ code, errors }).toEqual({ code: 1, errors: "HOST: 192.0.2.1 is no address of this machine\n" });
  });

  it("on a port that is taken ends with 1", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { code, errors } = await ended({ ...KEY_SETTINGS, PORT: String((other.address() as AddressInfo).port) });
    other.close();
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(/^PORT: \d+ is taken; change PORT, or stop who holds it\n$/),
    });
  });
});
