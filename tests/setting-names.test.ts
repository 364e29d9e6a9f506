import { describe, expect, it } from "vitest";
import { findStrayNames } from "../src/setting-names.ts";

const known = {
  general: ["PORT", "HOST", "REDIS_URL", "LOG_LEVEL", "SEAL_KEYS", "PUBLIC_URL"],
  perDistrict: new Map([
    ["TELEGRAM_BOT_TOKEN", { channel: "telegram", isDefaulted: false }],
    ["TELEGRAM_OPERATORS_CHAT", { channel: "telegram", isDefaulted: false }],
    ["TELEGRAM_API_ROOT", { channel: "telegram", isDefaulted: true }],
    ["WEBCHAT", { channel: "webchat", isDefaulted: true }],
  ]),
  suffixes: new Map([
    ["__LAMONGAN", "lamongan"],
    ["__JOMBANG", "jombang"],
  ]),
  on: new Set(["telegram lamongan", "webchat lamongan", "webchat jombang"]),
};
const strays = (environment: Record<string, string>, file: string[] = []) =>
  findStrayNames(environment, new Set(file), known);

describe("names that no code reads", () => {
  it.each([
    ["TELEGRAM_TOKEN_LAMONGN", "TELEGRAM_BOT_TOKEN__LAMONGAN"],
    ["TELEGRAM_BOT_TOKEN__LAMONGN", "TELEGRAM_BOT_TOKEN__LAMONGAN"],
    ["TELEGRAM_BOT_TOKEN_JOMBANG", "TELEGRAM_BOT_TOKEN__JOMBANG"],
    ["REDIS_URI", "REDIS_URL"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["SEAL_KEY", "SEAL_KEYS"],
  ])("include a name in the environment: %s is perhaps %s", (name, nearest) => {
    expect(strays({ [name]: "x" })).toEqual([{ setting: name, nearest }]);
  });

  it.each(["PUBLIC_URL__LAMONGAN", "log_level", "DATABASE", "MAIL_SERVER"])(
    "include a name in the file: %s",
    (name) => {
      expect(strays({ [name]: "x" }, [name])).toEqual([expect.objectContaining({ setting: name })]);
    },
  );

  it.each(["PATH", "HOME", "HOSTNAME", "TZ", "REDIS_PORT", "MONGO_PORT", "USER", "npm_lifecycle_event", "DATABASE"])(
    "do not include a name of another program in the environment: %s",
    (name) => expect(strays({ [name]: "x" })).toEqual([]),
  );

  it.each(["TZ", "SITE", "FRONT_NETWORK", "WHATSAPP_WEB_DISTRICT", "NODE_OPTIONS", "OTEL_SERVICE_NAME", "https_proxy"])(
    "do not include a name for another program in the file: %s",
    (name) => expect(strays({ [name]: "x" }, [name])).toEqual([]),
  );

  it.each(["SEAL_KEYS_FILE", "TELEGRAM_BOT_TOKEN__LAMONGAN_FILE"])(
    "do not include the file of a setting: %s",
    (name) => {
      expect(strays({ [name]: "/run/secrets/x" }, [name])).toEqual([]);
    },
  );

  it("include a setting of a channel that is off in its district", () => {
    expect(strays({ TELEGRAM_OPERATORS_CHAT__JOMBANG: "-1" })).toEqual([
      { setting: "TELEGRAM_OPERATORS_CHAT__JOMBANG", why: "telegram is off for jombang" },
    ]);
    expect(strays({ TELEGRAM_OPERATORS_CHAT: "-1", TELEGRAM_API_ROOT__JOMBANG: "https://a.id" })).toEqual([]);
  });

  it("do not include a name without a value", () => expect(strays({ TELEGRAM_X: "" }, ["TELEGRAM_X"])).toEqual([]));

  it("are shown without values and without lines that may be a piece of a key", () => {
    const told = JSON.stringify(strays({ "q8Kd/3x": "c2VjcmV0", REDIS_URI: "redis://:c2VjcmV0@x" }, ["q8Kd/3x"]));
    expect(told).not.toMatch(/c2VjcmV0|q8Kd/);
    expect(told).toContain("REDIS_URI");
  });
});
