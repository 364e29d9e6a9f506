import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { Redis } from "ioredis";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Environment, loadConfig } from "../src/config.ts";
import { demoEnvironment, isBesideDemo } from "../src/demo/keys.ts";
import { connectRedis, openImpatient, openPatient } from "../src/queue/redis.ts";
import { KEY_SETTINGS } from "./support/keys.ts";
import { startRedisServer } from "./support/redis-server.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-secrets-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files = 0;
const fileOf = (content: string | Uint8Array): string => {
  files += 1;
  const path = join(directory, `secret-${files}`);
  writeFileSync(path, content);
  return path;
};
const load = (over: Environment = {}) => loadConfig({ DISTRICTS: "lamongan", ...KEY_SETTINGS, ...over });
const problemsOf = (over: Environment): string[] => {
  try {
    load(over);
  } catch (error) {
    expect(error).toMatchObject({ code: "SETTINGS_INVALID" });
    return (error as Error).message.split("\n");
  }
  return [];
};
const SOURCE = pathToFileURL(join(import.meta.dirname, "../src/setting-files.ts")).href;
const TOKEN = "token-of-the-tests-0123456789";

describe("a setting in a file", () => {
  it("is read like a setting in the environment, also for keys and channels' tokens", () => {
    const config = loadConfig({
      DISTRICTS: "lamongan,jombang",
      SEAL_KEYS_FILE: fileOf(KEY_SETTINGS.SEAL_KEYS),
      INDEX_KEY_FILE: fileOf(`${KEY_SETTINGS.INDEX_KEY}\n`),
      API_TOKEN_FILE: fileOf(`${TOKEN}\r\n`),
      METRICS_TOKEN_FILE: fileOf(`${TOKEN}\n\n`),
      STORE_URL_FILE: fileOf("mongodb://db/sapa"),
      TELEGRAM_BOT_TOKEN__LAMONGAN_FILE: fileOf("1000:abc\n"),
      TELEGRAM_WEBHOOK_SECRET_FILE: fileOf("0123456789abcdef"),
    });
    expect(config.keys.seal.size).toBe(1);
    expect(config).toMatchObject({ apiToken: TOKEN, metricsToken: TOKEN, storeUrl: "mongodb://db/sapa" });
    const [telegram] = config.channels.filter(({ name }) => name === "telegram");
    expect(telegram?.districts[0]?.settings).toMatchObject({
      TELEGRAM_BOT_TOKEN: "1000:abc",
      TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
    });
  });

  it.each([
    ["that is missing", () => join(directory, "none"), "names a file that is not there"],
    ["below a file", () => join(fileOf("x"), "none"), "names a file that is not there"],
    ["that is a folder", () => directory, "names a folder; Docker makes one where the file was missing"],
    ["that is no plain file", () => "/dev/null", "names no plain file"],
    ["that is empty", () => fileOf(""), "names an empty file"],
    ["with only a line break", () => fileOf("\r\n"), "names an empty file"],
    ["of two lines", () => fileOf("one\ntwo\n"), "names a file of more than one line"],
    ["with a zero byte", () => fileOf(`${TOKEN}\0`), "names a file of more than one line"],
    ["that is no text", () => fileOf(Buffer.from([0xff, 0xfe, 0x41, 0x00])), "names a file that is not UTF-8 text"],
    ["that is long", () => fileOf("x".repeat(70_000)), "names a file that is too long for a setting"],
  ])("%s is refused in one sentence", (_, path, sentence) => {
    expect(problemsOf({ API_TOKEN_FILE: path() })).toEqual([`API_TOKEN_FILE: ${sentence}`]);
  });

  it("that may not be read is refused", () => {
    const path = fileOf(TOKEN);
    chmodSync(path, 0);
    const program = `import { readSettingFiles } from ${JSON.stringify(SOURCE)};
      const problems = [];
      readSettingFiles({ API_TOKEN_FILE: ${JSON.stringify(path)} }, () => true, problems);
      console.log(problems.join("\\n"));`;
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {}; // root may read everything
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      ...user,
      encoding: "utf8",
    });
    expect(stdout).toBe("API_TOKEN_FILE: names a file that this user may not read\n");
  });

  it("is refused if the setting itself is set too, also for a key", () => {
    expect(problemsOf({ INDEX_KEY_FILE: fileOf(KEY_SETTINGS.INDEX_KEY) })).toEqual([
      "INDEX_KEY_FILE: INDEX_KEY is set as well; keep one of the two",
    ]);
    expect(problemsOf({ INDEX_KEY: "", INDEX_KEY_FILE: join(directory, "none") })).toEqual([
      "INDEX_KEY_FILE: names a file that is not there",
    ]);
    expect(problemsOf({ INDEX_KEY: "", INDEX_KEY_FILE: fileOf("short") })).toEqual(["INDEX_KEY: must be base64"]);
  });

  it("is not shown if the setting's value was written in place of the path", () => {
    expect(problemsOf({ API_TOKEN_FILE: TOKEN }).join()).not.toContain(TOKEN);
    expect(problemsOf({ API_TOKEN: TOKEN, API_TOKEN_FILE: TOKEN }).join()).not.toContain(TOKEN);
  });

  it("is not read for an unknown setting or an empty path", () => {
    expect(problemsOf({ PASSWORD_FILE: "/dev/null", API_TOKEN_FILE: "" })).toEqual([]);
    expect(problemsOf({ PORT__LAMONGAN_FILE: "/dev/null" })).toEqual([]);
  });

  it("with keys keeps a command away from a demonstration's data", () => {
    const data = join(directory, "demo");
    mkdirSync(data);
    const made = demoEnvironment({ DATA_DIR: data, SEAL_KEYS_FILE: fileOf(KEY_SETTINGS.SEAL_KEYS) });
    expect(loadConfig(made, { demo: true }).keys.seal.size).toBe(1);
    expect(isBesideDemo({ DATA_DIR: data })).toBe(true);
    expect(isBesideDemo({ DATA_DIR: data, SEAL_KEYS_FILE: "/anywhere" })).toBe(false);
  });
});

/** Special characters of URLs, .env files and shells, and one character outside ASCII. */
const PASSWORDS = [
  "a@b:c/d#e%f$g h",
  "%41",
  "?&=+;,",
  "'\"`\\!*()[]{}<>|^~",
  "$$$" + "{REDIS_URL}",
  " blanks ",
  "pässwörd-€",
  ":",
];
const MONGO = "mongodb://sapa@one:27017,two:27018/sapa?authSource=admin&replicaSet=rs0";

describe("a password of any characters", () => {
  it.each(PASSWORDS)("%j reaches MongoDB's driver unchanged", (password) => {
    const { storeUrl } = load({ STORE_URL: MONGO, STORE_PASSWORD_FILE: fileOf(`${password}\n`) });
    const { credentials, hosts, replicaSet } = new mongoose.mongo.MongoClient(storeUrl).options;
    expect(credentials).toMatchObject({ username: "sapa", password, source: "admin" });
    expect([hosts.map(String), replicaSet]).toEqual([["one:27017", "two:27018"], "rs0"]);
  });

  it("any text reaches the driver unchanged", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (password) => {
        const { storeUrl, redisUrl } = load({
          STORE_URL: MONGO,
          STORE_PASSWORD: password,
          REDIS_URL: "redis://redis:6379",
          REDIS_PASSWORD: password,
        });
        expect(new mongoose.mongo.MongoClient(storeUrl).options.credentials?.password).toBe(password);
        expect(new Redis(redisUrl ?? "", { lazyConnect: true }).options.password).toBe(password);
      }),
    );
  });

  it.each([
    ["without a URL", { REDIS_PASSWORD: "x" }, "REDIS_PASSWORD: REDIS_URL is missing"],
    ["for no store", { STORE_PASSWORD: "x" }, "STORE_PASSWORD: STORE_URL is missing"],
    [
      "for a file",
      { STORE_URL: "sqlite:a.db", STORE_PASSWORD: "x" },
      "STORE_PASSWORD: a file of SQLite has no password",
    ],
    [
      "for nobody",
      { STORE_URL: "mongodb://db/sapa", STORE_PASSWORD: "x" },
      "STORE_PASSWORD: that URL names no user (mongodb://USER@HOST/...)",
    ],
    [
      "twice",
      { REDIS_URL: "redis://:y@redis", REDIS_PASSWORD: "x" },
      "REDIS_PASSWORD: that URL holds a password as well; keep one of the two",
    ],
    [
      "in the URL as it is",
      { REDIS_URL: "redis://:a/b@redis" },
      "REDIS_URL: must be redis://HOST:PORT or rediss://HOST:PORT; a password of any characters goes into REDIS_PASSWORD",
    ],
  ] as [string, Environment, string][])("%s is refused in one sentence", (_, over, sentence) => {
    expect(problemsOf(over)).toEqual([sentence]);
  });

  describe("a password of any characters for a real Redis", () => {
    let server: Awaited<ReturnType<typeof startRedisServer>>;
    beforeAll(async () => {
      server = await startRedisServer();
    });
    afterAll(() => server.close());

    it.each(PASSWORDS)("is accepted: %j", async (password) => {
      await server.command("ACL", "SETUSER", "sapa", "reset", "on", `>${password}`, "~*", "&*", "+@all");
      const url = server.url.replace("//", "//sapa@");
      const { redisUrl = "" } = load({
        STORE_URL: MONGO,
        STORE_PASSWORD: "x",
        REDIS_URL: url,
        REDIS_PASSWORD: password,
      });
      for (const open of [openImpatient, openPatient]) {
        const redis = open(redisUrl);
        await connectRedis(redis);
        expect(await redis.call("ACL", "WHOAMI")).toBe("sapa");
        redis.disconnect();
      }
      const wrong = openImpatient(redisUrl.replace("sapa:", "sapa:x"));
      await expect(connectRedis(wrong)).rejects.toThrow("REDIS_URL: Redis refuses this user and password");
    });
  });
});
