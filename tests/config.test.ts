import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEMO_MARK, type Environment, loadConfig, readEnvFile } from "../src/config.ts";
import { KEY_SETTINGS } from "./support/keys.ts";

const demoKey = Buffer.concat([DEMO_MARK, Buffer.alloc(32 - DEMO_MARK.length, 1)]).toString("base64");
const TELEGRAM = { TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:abc", TELEGRAM_WEBHOOK_SECRET__LAMONGAN: "0123456789abcdef" };
const load = (over: Environment = {}) => loadConfig({ ...KEY_SETTINGS, ...over });
const problemsOf = (over: Environment): string[] => {
  try {
    load(over);
  } catch (error) {
    expect(error).toMatchObject({ code: "SETTINGS_INVALID" });
    return (error as Error).message.split("\n");
  }
  return [];
};
const districtsOf = (over: Environment, name: string): string[] =>
  load(over)
    .channels.find((channel) => channel.name === name)
    ?.districts.map(({ district }) => district) ?? [];

describe("defaults", () => {
  it("are those of the README", () => {
    expect(load()).toMatchObject({
      port: 3000,
      host: "0.0.0.0",
      publicUrl: "http://localhost:3000",
      dataDir: "data",
      storeUrl: "sqlite:data/sapa.db",
      redisUrl: undefined,
      workerPort: undefined,
      districts: ["lamongan", "jombang", "pekalongan"],
      sendRate: undefined,
      logLevel: "info",
    });
  });

  it("an empty setting counts as none", () =>
    expect(load({ PORT: "", HOST: "" })).toMatchObject({ port: 3000, host: "0.0.0.0" }));
  it("a slash at the end of PUBLIC_URL goes", () =>
    expect(load({ PUBLIC_URL: "https://a.id/b/" }).publicUrl).toBe("https://a.id/b"));
});

describe("what is wrong is named, all at once", () => {
  it.each([
    ["no keys", { SEAL_KEYS: "", INDEX_KEY: "" }, ["SEAL_KEYS, INDEX_KEY: missing; `npx --no sapa keys` makes them"]],
    ["one key missing", { INDEX_KEY: "" }, ["INDEX_KEY: missing"]],
    [
      "an account without a district, where several are served",
      { TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef" },
      ["TELEGRAM_BOT_TOKEN: one account serves one district and 3 are served; write TELEGRAM_BOT_TOKEN__LAMONGAN"],
    ],
    ["a short key", { INDEX_KEY: Buffer.alloc(16).toString("base64") }, ["INDEX_KEY: must be 32 bytes"]],
    ["a key that is no base64", { INDEX_KEY: "ä" }, ["INDEX_KEY"]],
    ["a key without its version", { SEAL_KEYS: KEY_SETTINGS.INDEX_KEY }, ["SEAL_KEYS"]],
    ["a version twice", { SEAL_KEYS: `${KEY_SETTINGS.SEAL_KEYS},${KEY_SETTINGS.SEAL_KEYS}` }, ["SEAL_KEYS"]],
    ["a version too high", { SEAL_KEYS: KEY_SETTINGS.SEAL_KEYS.replace("1:", "256:") }, ["SEAL_KEYS"]],
    ["a port that is none", { PORT: "70000" }, ["PORT"]],
    ["a store of no kind we know", { STORE_URL: "mysql://x" }, ["STORE_URL: must begin with"]],
    ["a Redis that is none", { REDIS_URL: "http://x" }, ["REDIS_URL"]],
    ["a negative rate", { SEND_RATE: "-1" }, ["SEND_RATE"]],
    ["a short token", { API_TOKEN: "abc", METRICS_TOKEN: "abc" }, ["API_TOKEN", "METRICS_TOKEN"]],
    ["no districts", { DISTRICTS: " , " }, ["DISTRICTS: must name at least one"]],
    ["a log level", { LOG_LEVEL: "loud" }, ["LOG_LEVEL"]],
    ["a bot without its secret", { TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:abc" }, ["TELEGRAM_WEBHOOK_SECRET__LAMONGAN"]],
    [
      "a secret too short",
      { ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET__LAMONGAN: "short" },
      ["TELEGRAM_WEBHOOK_SECRET__LAMONGAN: must be 16"],
    ],
    [
      "half a number",
      { WHATSAPP_TOKEN__JOMBANG: "x" },
      ["WHATSAPP_APP_SECRET__JOMBANG", "WHATSAPP_VERIFY_TOKEN__JOMBANG", "WHATSAPP_PHONE_NUMBER_ID__JOMBANG"],
    ],
    [
      "many at once",
      { PORT: "x", REDIS_URL: "x", TELEGRAM_BOT_TOKEN__LAMONGAN: "x" },
      ["PORT", "REDIS_URL", "TELEGRAM_BOT_TOKEN__LAMONGAN"],
    ],
    [
      "keys of the demonstration",
      { SEAL_KEYS: `1:${demoKey}` },
      ["SEAL_KEYS, INDEX_KEY: these are keys of the demonstration"],
    ],
  ] as [string, Environment, string[]][])("%s", (_, over, names) => {
    const problems = problemsOf(over);
    for (const name of names)
      expect(
        problems.some((line) => line.startsWith(name)),
        `${name} in ${problems.join(" | ")}`,
      ).toBe(true);
  });

  it("never shows a key or a token", () => {
    const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";
    expect(
      problemsOf({ SEAL_KEYS: secret, INDEX_KEY: secret, TELEGRAM_BOT_TOKEN__LAMONGAN: secret }).join(),
    ).not.toContain(secret);
  });

  it("the demonstration takes its own keys", () => {
    expect(loadConfig({ ...KEY_SETTINGS, SEAL_KEYS: `1:${demoKey}` }, { demo: true }).keys.seal.size).toBe(1);
  });
});

describe("channels by district", () => {
  it.each([
    ["none set", {}, []],
    ["one district", TELEGRAM, ["lamongan"]],
    [
      "without a suffix, where one district is served",
      { DISTRICTS: "jombang", TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef" },
      ["jombang"],
    ],
    [
      "a common secret, two bots",
      {
        TELEGRAM_BOT_TOKEN__LAMONGAN: "1:a",
        TELEGRAM_BOT_TOKEN__JOMBANG: "2:b",
        TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
      },
      ["lamongan", "jombang"],
    ],
  ] as [string, Environment, string[]][])("telegram: %s", (_, over, districts) =>
    expect(districtsOf(over, "telegram")).toEqual(districts),
  );

  it("the web chat is on everywhere until it is turned off", () => {
    expect(districtsOf({}, "webchat")).toEqual(["lamongan", "jombang", "pekalongan"]);
  });

  it("old sealing keys stay", () => {
    const two = `2:${Buffer.alloc(32, 2).toString("base64")},${KEY_SETTINGS.SEAL_KEYS}`;
    expect([...load({ SEAL_KEYS: two }).keys.seal.keys()]).toEqual([2, 1]);
  });
});

describe("a .env file", () => {
  const read = (text: string) => {
    const directory = mkdtempSync(join(tmpdir(), "sapa-env-"));
    const path = join(directory, ".env");
    writeFileSync(path, text);
    try {
      return readEnvFile(path);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };

  it.each([
    ["a byte-order mark", "\uFEFFPORT=1\nHOST=a\n", { PORT: "1", HOST: "a" }],
    ["line ends of Windows", "PORT=1\r\nHOST=a\r\n", { PORT: "1", HOST: "a" }],
    ["quotes and a comment", '# keys\nPORT="1"\n', { PORT: "1" }],
  ])("is read with %s", (_, text, expected) => expect(read(text)).toEqual(expected));

  it("in which a key stands twice is refused", () => {
    expect(() => read("SEAL_KEYS=a\nINDEX_KEY=b\nSEAL_KEYS=c\n")).toThrow(/SEAL_KEYS stands there twice/);
  });
});
