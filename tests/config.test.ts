import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { channels } from "../src/channels/index.ts";
import { DEMO_MARK, type Environment, loadConfig } from "../src/config.ts";
import { readEnvFile } from "../src/env-file.ts";
import { KEY_SETTINGS } from "./support/keys.ts";

const demoKey = Buffer.concat([DEMO_MARK, Buffer.alloc(32 - DEMO_MARK.length, 1)]).toString("base64");
const TELEGRAM = { TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:abc", TELEGRAM_WEBHOOK_SECRET__LAMONGAN: "0123456789abcdef" };
const load = (over: Environment = {}) =>
  loadConfig({ ...KEY_SETTINGS, DISTRICTS: "lamongan,jombang,pekalongan", ...over });
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
  it("match the README", () => {
    expect(load()).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
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
    expect(load({ PORT: "", HOST: "" })).toMatchObject({ port: 3000, host: "127.0.0.1" }));
  it("a slash at the end of PUBLIC_URL is removed", () =>
    expect(load({ PUBLIC_URL: "https://a.id/b/" }).publicUrl).toBe("https://a.id/b"));
});

it("a district of the office's own folder is known", () => {
  const own = mkdtempSync(join(tmpdir(), "sapa-own-"));
  mkdirSync(join(own, "gresik"));
  writeFileSync(join(own, "gresik/district.json"), "{}");
  expect(load({ DISTRICTS: "gresik", DISTRICTS_DIR: own }).districts).toEqual(["gresik"]);
  expect(problemsOf({ DISTRICTS: "gresek", DISTRICTS_DIR: own })).toEqual([
    expect.stringMatching(/^DISTRICTS: gresek is not known; did you mean gresik\? there are .*lamongan.*gresik$/),
  ]);
  rmSync(own, { recursive: true });
});

describe("one error names all problems of the settings", () => {
  it.each([
    [
      "a key's name with a missing letter",
      { SEAL_KEYS: "", SEAL_KEY: KEY_SETTINGS.SEAL_KEYS },
      [
        "SEAL_KEYS: missing; `npx --no sapa keys` makes them",
        "SEAL_KEY: nothing reads this setting; perhaps SEAL_KEYS is meant",
      ],
    ],
    [
      "DISTRICTS misspelt, beside a channel of one",
      { DISTRICTS: "", DISTRICT: "lamongan", ...TELEGRAM },
      [
        "DISTRICTS: must name at least one district that is served here, such as DISTRICTS=lamongan",
        "DISTRICT: nothing reads this setting; perhaps DISTRICTS is meant",
      ],
    ],
    [
      "a channel's secret misspelt",
      {
        TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:abc",
        TELEGRAM_WEBHOK_SECRET__LAMONGAN: "0123456789abcdef",
      },
      [
        "TELEGRAM_WEBHOOK_SECRET__LAMONGAN: is missing",
        "TELEGRAM_WEBHOK_SECRET__LAMONGAN: nothing reads this setting; perhaps TELEGRAM_WEBHOOK_SECRET__LAMONGAN is meant",
      ],
    ],
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
    ["an impossible port", { PORT: "70000" }, ["PORT"]],
    ["an unknown kind of store", { STORE_URL: "mysql://x" }, ["STORE_URL: must begin with"]],
    ["a URL that is not Redis'", { REDIS_URL: "http://x" }, ["REDIS_URL"]],
    ["a negative rate", { SEND_RATE: "-1" }, ["SEND_RATE"]],
    ["a short token", { API_TOKEN: "abc", METRICS_TOKEN: "abc" }, ["API_TOKEN", "METRICS_TOKEN"]],
    ["no districts", { DISTRICTS: " , " }, ["DISTRICTS: must name at least one"]],
    ["no setting of districts", { DISTRICTS: undefined }, ["DISTRICTS: must name at least one"]],
    ["a district twice", { DISTRICTS: "lamongan, lamongan" }, ["DISTRICTS: lamongan stands there twice"]],
    [
      "a district misspelt, beside what else is wrong",
      { DISTRICTS: "lamogan,Jombang,surabaya", PORT: "x", SEAL_KEYS: "x", DISTRICTS_DIR: "nowhere" },
      [
        "DISTRICTS: lamogan is not known; did you mean lamongan? there are ",
        "DISTRICTS: Jombang is not known; did you mean jombang? ",
        "DISTRICTS: surabaya is not known; there are ",
        "PORT",
        "SEAL_KEYS",
        "DISTRICTS_DIR",
      ],
    ],
    ["an unknown log level", { LOG_LEVEL: "loud" }, ["LOG_LEVEL"]],
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

  const SHARED = {
    TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef",
    WHATSAPP_TOKEN: "x",
    WHATSAPP_APP_SECRET: "12345678",
    WHATSAPP_VERIFY_TOKEN: "12345678",
    WHATSAPP_WEB_SECRET: "0123456789abcdef",
  };
  it("settings that districts share turn no channel on without an account", () => {
    expect(problemsOf(SHARED).map((line) => line.split(" ")[0])).toEqual([
      "TELEGRAM_BOT_TOKEN__LAMONGAN:",
      "WHATSAPP_PHONE_NUMBER_ID__LAMONGAN:",
      "WHATSAPP_WEB_GATEWAY__LAMONGAN:",
    ]);
    expect(problemsOf({ ...SHARED, DISTRICTS: "lamongan" })).toHaveLength(3);
    const accounts = { TELEGRAM_BOT_TOKEN__JOMBANG: "1:a", WHATSAPP_PHONE_NUMBER_ID__JOMBANG: "1" };
    expect(problemsOf({ ...SHARED, ...accounts, WHATSAPP_WEB_SECRET: "" })).toEqual([]);
  });

  const perDistrict: [string, string][] = [
    ["TELEGRAM_API_ROOT", "https://a.id"],
    ["TELEGRAM_NUMBERS", "page"],
    ["TELEGRAM_OPERATORS_CHAT", "-1"],
    ["TELEGRAM_CHANNEL", "@a"],
    ["TELEGRAM_WEBHOOK_SECRET", "another-secret-of-all"],
    ["WHATSAPP_TOKEN", "y"],
    ["WHATSAPP_APP_SECRET", "87654321"],
    ["WHATSAPP_VERIFY_TOKEN", "87654321"],
    ["WHATSAPP_NUMBERS", "chat"],
    ["WHATSAPP_TEMPLATE_NEWS", "a"],
    ["WHATSAPP_TEMPLATE_TICKET", "a"],
    ["WHATSAPP_BUSINESS_ACCOUNT_ID", "1"],
    ["WHATSAPP_API_ROOT", "https://a.id"],
    ["WHATSAPP_WEB_SECRET", "another-secret-of-all"],
    ["WHATSAPP_WEB_SERVICE", "https://a.id"],
    ["WHATSAPP_WEB_BROWSER", "/a"],
    ["WEBCHAT", "off"],
    ["WEBCHAT_FRAMED_BY", "https://a.id"],
    ["TELEGRAM_BOT_TOKEN", "1:a"],
    ["WHATSAPP_PHONE_NUMBER_ID", "1"],
    ["WHATSAPP_PHONE_NUMBER", "6281200000000"],
    ["WHATSAPP_WEB_GATEWAY", "http://a.id"],
  ];
  it("the list knows every setting of a channel", () => {
    const keys = channels.flatMap(({ settings }) => Object.keys(settings.shape));
    expect(perDistrict.map(([key]) => key).sort()).toEqual(keys.sort());
  });
  it.each(perDistrict)("%s without a suffix holds for every district, or is refused", (key, value) => {
    const two = ["JOMBANG", "LAMONGAN"].flatMap((name, index) => [
      [`TELEGRAM_BOT_TOKEN__${name}`, `${index}:a`],
      [`WHATSAPP_PHONE_NUMBER_ID__${name}`, `${index}`],
      [`WHATSAPP_WEB_GATEWAY__${name}`, `http://${name}.id`],
    ]);
    const over = { ...SHARED, ...Object.fromEntries(two), DISTRICTS: "lamongan,jombang", [key]: value };
    const problems = problemsOf(over);
    if (problems.length > 0) {
      expect(problems).toEqual([
        expect.stringMatching(new RegExp(`^${key}: one account serves one district.*__LAMONGAN$`)),
      ]);
      return;
    }
    const read = load(over).channels.flatMap(({ districts }) => districts.map(({ settings }) => settings[key]));
    expect(read.filter((one) => one !== undefined)).toEqual([value, value]);
  });

  it("an error never shows a key or a token", () => {
    const secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";
    expect(
      problemsOf({ SEAL_KEYS: secret, INDEX_KEY: secret, TELEGRAM_BOT_TOKEN__LAMONGAN: secret }).join(),
    ).not.toContain(secret);
  });

  it("the demonstration serves every district that ships", () => {
    const shipped = globSync("districts/*/district.json").map((path) => basename(dirname(path)));
    expect(loadConfig(KEY_SETTINGS, { demo: true }).districts.sort()).toEqual(shipped.sort());
  });

  it("the demonstration accepts its own keys", () => {
    expect(loadConfig({ ...KEY_SETTINGS, SEAL_KEYS: `1:${demoKey}` }, { demo: true }).keys.seal.size).toBe(1);
  });
});

describe("channels by district", () => {
  it.each([
    ["none set", {}, []],
    ["one district", TELEGRAM, ["lamongan"]],
    [
      "without a suffix, if one district is served",
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

  it("old sealing keys stay available", () => {
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

  it.each([
    [
      'DISTRICTS="lamongan\nPORT="1"\n',
      /\.env: line 1, DISTRICTS: " is opened and never closed; write the value without/,
    ],
    ["PORT=1\nSEAL_KEYS='1:abc\n", /line 2, SEAL_KEYS: ' is opened and never closed/],
    ["DISTRICTS=\u201clamongan\u201d\n", /line 1, DISTRICTS: begins with a quotation mark of a text program/],
  ])("with an open quotation mark is refused with line and name only: %j", (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
    expect(() => read(text)).not.toThrow(/abc/);
  });

  it("with a quotation mark inside or at the end of a value keeps it", () => {
    expect(read("METRICS_TOKEN=a\"b'\n")).toEqual({ METRICS_TOKEN: "a\"b'" });
  });

  it("with one name twice is refused", () => {
    expect(() => read("SEAL_KEYS=a\nINDEX_KEY=b\nSEAL_KEYS=c\n")).toThrow(
      /SEAL_KEYS stands there twice, in lines 1 and 3: delete one$/,
    );
  });

  it.each([
    ["SEAL_KEYS=\nINDEX_KEY=b\nSEAL_KEYS=c\n", "in lines 1 and 3: delete line 1, which is empty"],
    ["SEAL_KEYS=a\nINDEX_KEY=b\r\nSEAL_KEYS= # later\r\n", "in lines 1 and 3: delete line 3, which is empty"],
    ['PORT=""\nexport PORT=1\nPORT=\n', "in lines 1 and 2 and 3: delete line 1 and 3, which are empty"],
    ["PORT=\nPORT=1\nPORT=2\n", "in lines 1 and 2 and 3: delete one"],
  ])("with one name twice gets a sentence that says which line to delete: %j", (text, told) => {
    expect(() => read(text)).toThrow(new RegExp(`${told}$`));
  });
});
