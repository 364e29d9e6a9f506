import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserArguments, reasonNotStarted } from "../../../src/channels/whatsapp-web/browser.ts";
import { KEY_SETTINGS } from "../../support/keys.ts";
import { freePort, startProcess } from "../../support/process.ts";

const root = join(import.meta.dirname, "../../..");
const WITHOUT = `--import=${join(root, "tests/support/without-whatsapp-web.ts")}`;
const GATEWAY = { WHATSAPP_WEB_GATEWAY: "http://127.0.0.1:1", WHATSAPP_WEB_SECRET: "gateway-secret-of-the-tests" };

describe("without whatsapp-web.js", () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "sapa-optional-"));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("the service starts, also with the channel's settings", async () => {
    const port = await freePort();
    const service = await startProcess(
      "src/main.ts",
      [],
      {
        ...KEY_SETTINGS,
        ...GATEWAY,
        NODE_OPTIONS: WITHOUT,
        DISTRICTS: "lamongan",
        DATA_DIR: directory,
        PORT: String(port),
      },
      /listening/,
      60_000,
    );
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    expect(await service.kill("SIGTERM")).toBe(0);
  }, 90_000);

  it("the gateway ends with 2 and one sentence that names the package to install", () => {
    const { status, stderr } = spawnSync(process.execPath, [WITHOUT, join(root, "workers/whatsapp-web.ts")], {
      encoding: "utf8",
      cwd: directory,
      env: { PATH: process.env.PATH, DISTRICTS: "lamongan", DATA_DIR: directory, ...GATEWAY },
    });
    expect(stderr).toBe(
      "WHATSAPP_WEB_GATEWAY: whatsapp-web.js is not installed here; `npm ci --omit=dev` installs it, without --omit=optional\n",
    );
    expect(status).toBe(2);
  });
});

it("whatsapp-web.js is optional, and sharp and its WebAssembly form are not", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { optional?: boolean; version?: string } | undefined>;
  };
  const of = (name: string) => packages[`node_modules/${name}`];
  for (const name of ["whatsapp-web.js", "puppeteer"]) expect(of(name), name).toMatchObject({ optional: true });
  for (const name of ["sharp", "@img/sharp-wasm32"]) expect(of(name)?.optional, name).toBeUndefined();
  expect(of("@img/sharp-wasm32")?.version).toBe(of("sharp")?.version);
});

describe("the gateway's browser", () => {
  it("has its sandbox for every user except root", () => {
    expect(browserArguments(1000)).not.toContain("--no-sandbox");
    expect(browserArguments(0)).toContain("--no-sandbox");
  });

  it.each([
    [
      "Failed to launch the browser process!\n[1:1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:132] No usable sandbox! If you are running on Ubuntu",
      /^the browser may make no sandbox here/,
    ],
    [
      "Failed to launch the browser process!\nFailed to move to new namespace: PID namespaces supported, but failed: errno = Operation not permitted",
      /^the browser may make no sandbox here/,
    ],
    [
      "Browser was not found at the configured executablePath (/usr/bin/chromium)",
      /^no browser at WHATSAPP_WEB_BROWSER$/,
    ],
    ["Navigation timeout of 30000 ms exceeded", /^did not start$/],
  ])("gives a reason if it does not start: %s", (said, reason) => {
    expect(reasonNotStarted(new Error(said))).toMatch(reason);
  });
});
