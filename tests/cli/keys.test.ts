import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const MAIN = join(import.meta.dirname, "../../src/cli/sapa.ts");
const { SEAL_KEYS, INDEX_KEY } = KEY_SETTINGS;
const [, FIRST = ""] = SEAL_KEYS.split(":");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-keys-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

type Given = { env?: Record<string, string>; file?: string; into?: string };

function keys(args: string[], { env = {}, file, into }: Given = {}) {
  if (file !== undefined) writeFileSync(join(directory, ".env"), file);
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "keys", ...args], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, ...env },
    encoding: "utf8",
    stdio: ["ignore", into ? openSync(join(directory, into), "a") : "pipe", "pipe"],
  });
  return { status, out: stdout ?? "", errors: stderr };
}

describe("sapa keys --next", { timeout: 60_000 }, () => {
  it.each([
    ["the environment", { env: { SEAL_KEYS } }, /^SEAL_KEYS=2:(\S{44}),1:(\S{44})\n$/],
    ["a .env file", { file: `SEAL_KEYS=${SEAL_KEYS}\n` }, /^SEAL_KEYS=2:(\S{44}),1:(\S{44})\n$/],
    [
      "the highest number of several keys",
      { env: { SEAL_KEYS: `7:${INDEX_KEY}, 9:${FIRST}` } },
      /^SEAL_KEYS=10:(\S{44}),7:\S{44},9:(\S{44})\n$/,
    ],
  ])("adds a key to the keys of %s", (_, given, line) => {
    const { status, out, errors } = keys(["--next"], given);
    expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(line) });
    const [, fresh = "", old] = line.exec(out) ?? [];
    expect(old).toBe(FIRST);
    expect(Buffer.from(fresh, "base64")).toHaveLength(32);
    expect(errors).toContain("in place of the line SEAL_KEYS");
    for (const key of [fresh, FIRST]) expect(errors).not.toContain(key);
    expect(keys(["--next"], given).out, "a fresh key each time").not.toBe(out);
  });

  it("prints only the value if a file holds SEAL_KEYS", () => {
    writeFileSync(join(directory, "seal_keys"), `${SEAL_KEYS}\n`);
    const { out, errors } = keys(["--next"], { env: { SEAL_KEYS_FILE: join(directory, "seal_keys") } });
    expect(out).toMatch(/^2:\S{44},1:\S{44}\n$/);
    expect(errors).toContain("SEAL_KEYS_FILE");
  });

  it("refuses to append a second SEAL_KEYS line to .env", () => {
    const file = `SEAL_KEYS=${SEAL_KEYS}\n`;
    const { status, errors } = keys(["--next"], { file, into: ".env" });
    expect({ status, errors }).toEqual({
      status: 2,
      errors: expect.stringMatching(/^SEAL_KEYS would stand in \.env twice.*\n$/),
    });
    expect(readFileSync(join(directory, ".env"), "utf8")).toBe(file);
  });

  it.each([
    ["no key here", [], {}, /^SEAL_KEYS: missing, so there is no key to add to; .*\n$/],
    ["a key that cannot be read", [], { env: { SEAL_KEYS: "1:short" } }, /^SEAL_KEYS: must be VERSION:BASE64.*\n$/],
    [
      "a missing file",
      [],
      { env: { SEAL_KEYS_FILE: "nowhere" } },
      /^SEAL_KEYS_FILE: names a file that is not there\n$/,
    ],
    ["the last number taken", [], { env: { SEAL_KEYS: `255:${FIRST}` } }, /^SEAL_KEYS: 255 is the highest number.*\n$/],
    ["both options", ["--anyway"], { env: { SEAL_KEYS } }, /^--next adds to the keys.*\n$/],
  ])("%s ends with 2 and one sentence", (_, more, given, errors) => {
    expect(keys(["--next", ...more], given)).toEqual({ status: 2, out: "", errors: expect.stringMatching(errors) });
  });
});

describe("sapa keys", { timeout: 60_000 }, () => {
  it.each([
    ["a .env file", { file: `SEAL_KEYS=${SEAL_KEYS}\n` }],
    ["the environment", { env: KEY_SETTINGS }],
    ["a file of its own", { env: { SEAL_KEYS_FILE: "/run/secrets/seal_keys" } }],
  ])("refuses a second pair beside the keys of %s", (_, given) => {
    expect(keys([], given)).toEqual({
      status: 2,
      out: "",
      errors: expect.stringMatching(/^there are SEAL_KEYS.* already.*--next.*\n$/),
    });
  });

  it("prints a pair of keys if there is none", () => {
    expect(keys([])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^SEAL_KEYS=1:\S{44}\nINDEX_KEY=\S{44}\n$/),
    });
  });
});
