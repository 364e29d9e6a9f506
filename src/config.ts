import { existsSync } from "node:fs";
import { z } from "zod";
import { channels } from "./channels/index.ts";
import { listPackIds } from "./districts/pack-files.ts";
import { describeUnknown } from "./districts/unknown-district.ts";
import { readEnvFile } from "./env-file.ts";
import { describeMissingKeys } from "./missing-keys.ts";
import { type PackFolders, packFolders, packFoldersProblem } from "./pack-folders.ts";
import { putPasswords } from "./password-url.ts";
import { plainProblem } from "./plain-problems.ts";
import type { Keys } from "./privacy/vault.ts";
import { readSettingFiles } from "./setting-files.ts";
import { knownSchemes, schemeOf } from "./store/schemes.ts";
import { readNetworks } from "./trusted-proxies.ts";
import { describeMisspelt, type SettingNames } from "./unread-names.ts";
import { AppError } from "./vocabulary/errors.ts";

export type Environment = Record<string, string | undefined>;

const Key = z
  .base64("must be base64")
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length === 32, "must be 32 bytes; `npx --no sapa keys` makes one");

/** Reads `2:BASE64,1:BASE64`; the first key seals new values. */
const SealKeys = z.string().transform((text, context): Map<number, Buffer> => {
  const keys = new Map<number, Buffer>();
  for (const entry of text.split(",")) {
    const [, version, base64] = /^\s*(\d{1,3}):(\S+)\s*$/.exec(entry) ?? [];
    const key = Key.safeParse(base64);
    const number = Number(version);
    if (!key.success || number < 1 || number > 255 || keys.has(number)) {
      context.addIssue({
        code: "custom",
        message: "must be VERSION:BASE64 of 32 bytes, versions 1 to 255, comma between",
      });
      return z.NEVER;
    }
    keys.set(number, key.data);
  }
  return keys;
});

const Rate = z.coerce.number().min(0);

export const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  TRUSTED_PROXIES: z
    .string()
    .default("loopback")
    .refine(
      (text) => readNetworks(text) !== undefined,
      "must be addresses or networks such as 10.0.0.0/8, comma between",
    ),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must begin with https:// or http://" }).optional(),
  DATA_DIR: z.string().min(1).default("data"),
  STORE_URL: z
    .string()
    .refine((url) => schemeOf(url) !== undefined, `must begin with ${knownSchemes()}`)
    .optional(),
  STORE_PASSWORD: z.string().optional(),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error: "must be redis://HOST:PORT or rediss://HOST:PORT; a password of any characters goes into REDIS_PASSWORD",
    })
    .optional(),
  REDIS_PASSWORD: z.string().optional(),
  DISTRICTS: z.string().optional(),
  DISTRICTS_DIR: z.string().optional(),
  SEAL_KEYS: SealKeys,
  INDEX_KEY: Key,
  SEND_RATE: Rate.optional(),
  SEND_RATE_CHAT: Rate.optional(),
  STRANGER_AFTER_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  API_TOKEN: z.string().min(24, "must have at least 24 characters").optional(),
  AUDIT_HEADS: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(24, "must have at least 24 characters").optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: "must begin with https:// or http://" }).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

type ChannelSettings = { name: string; districts: { district: string; settings: Record<string, unknown> }[] };

export type Config = {
  port: number;
  host: string;
  isHostSet: boolean;
  trustedProxies: string;
  publicUrl: string;
  dataDir: string;
  storeUrl: string;
  redisUrl: string | undefined;
  workerPort: number | undefined;
  districts: string[];
  packs: PackFolders;
  keys: Keys;
  sendRate: number | undefined;
  sendRateChat: number | undefined;
  /** In ms. */
  strangerAfter: number;
  apiToken: string | undefined;
  metricsToken: string | undefined;
  auditHeads: string;
  traces: { endpoint: string; share: number } | undefined;
  logLevel: string;
  channels: ChannelSettings[];
};

/** Only the demonstration accepts a key with these first bytes. */
export const DEMO_MARK = Buffer.from("sapa demo key ");
const isDemoKey = (key: Buffer): boolean => key.subarray(0, DEMO_MARK.length).equals(DEMO_MARK);
const demoDistricts = (): string => listPackIds(packFolders({}).shipped).join();

/** Throws SETTINGS_INVALID with a line for each problem. */
export function loadConfig(environment: Environment, { demo = false } = {}): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const problems: string[] = [];
  const { environment: env, refused } = readSettingFiles(given, isSetting, problems);
  const settings = Settings.safeParse(env, { error: plainProblem });
  const missing = ["SEAL_KEYS", "INDEX_KEY"].filter((key) => env[key] === undefined && !refused.has(key));
  if (missing.length > 0) problems.push(describeMissingKeys(missing, env));
  if (!settings.success) {
    const told = new Set([...missing, ...refused]);
    const others = settings.error.issues.filter(({ path }) => !told.has(path.join(".")));
    problems.push(...others.map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  const districts = readDistricts(env.DISTRICTS ?? (demo ? demoDistricts() : undefined), problems);
  const folder = packFoldersProblem(env);
  if (folder !== undefined) problems.push(folder);
  problems.push(...unknownDistrictProblems(districts, env, folder === undefined));
  const opened = channels.map(({ name, settings: schema }) => ({
    name,
    districts: districts.flatMap((district) => channelSettings(schema, district, districts, env, problems)),
  }));
  if (districts.length > 1)
    problems.push(...unsuffixedProblems(districts, env), ...missingAccountProblems(opened, districts, env));
  if (settings.success && !demo) {
    const { SEAL_KEYS, INDEX_KEY } = settings.data;
    if ([...SEAL_KEYS.values(), INDEX_KEY].some(isDemoKey))
      problems.push("SEAL_KEYS, INDEX_KEY: these are keys of the demonstration");
  }
  if (settings.success) putPasswords(settings.data, problems);
  if (!settings.success || problems.length > 0) {
    const hints = describeMisspelt(environment, namesOf(districts, opened), isSetting);
    throw new AppError("SETTINGS_INVALID", [...problems, ...hints].join("\n"));
  }
  return configOf(settings.data, districts, opened, env.HOST !== undefined);
}

export const namesOf = (districts: readonly string[], opened: readonly ChannelSettings[]): SettingNames => ({
  general: Object.keys(Settings.shape),
  suffixes: new Map(districts.map((district) => [suffixOf(district), district])),
  on: new Set(opened.flatMap(({ name, districts: on }) => on.map(({ district }) => `${name} ${district}`))),
});

/** A channel's setting may end in a district's suffix, such as `__LAMONGAN`. */
export function isSetting(name: string): boolean {
  const key = name.split("__")[0] ?? "";
  if (key === name && Object.hasOwn(Settings.shape, key)) return true;
  return channels.some(({ settings }) => Object.hasOwn(settings.shape, key));
}

function readDistricts(text: string | undefined, problems: string[]): string[] {
  const named = (text ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);
  const twice = named.filter((id, index) => named.indexOf(id) !== index);
  if (named.length === 0)
    problems.push("DISTRICTS: must name at least one district that is served here, such as DISTRICTS=lamongan");
  for (const id of new Set(twice)) problems.push(`DISTRICTS: ${id} stands there twice`);
  return [...new Set(named)];
}

function unknownDistrictProblems(districts: readonly string[], env: Environment, isOwnRead: boolean): string[] {
  const { shipped, own } = packFolders(env);
  const root = isOwnRead ? { shipped, own } : shipped;
  return districts.flatMap((id) => {
    const unknown = describeUnknown(root, id);
    return unknown === undefined ? [] : [`DISTRICTS: ${unknown}`];
  });
}

function configOf(
  settings: z.infer<typeof Settings>,
  districts: string[],
  opened: ChannelSettings[],
  isHostSet: boolean,
): Config {
  return {
    port: settings.PORT,
    host: settings.HOST,
    isHostSet,
    trustedProxies: settings.TRUSTED_PROXIES,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ""),
    dataDir: settings.DATA_DIR,
    storeUrl: settings.STORE_URL ?? `sqlite:${settings.DATA_DIR}/sapa.db`,
    redisUrl: settings.REDIS_URL,
    workerPort: settings.WORKER_PORT,
    districts,
    packs: packFolders(settings),
    keys: { seal: settings.SEAL_KEYS, index: settings.INDEX_KEY },
    sendRate: settings.SEND_RATE,
    sendRateChat: settings.SEND_RATE_CHAT,
    strangerAfter: settings.STRANGER_AFTER_DAYS * 86_400_000,
    apiToken: settings.API_TOKEN,
    metricsToken: settings.METRICS_TOKEN,
    auditHeads: settings.AUDIT_HEADS ?? `${settings.DATA_DIR}/audit-heads.jsonl`,
    traces: tracesOf(settings),
    logLevel: settings.LOG_LEVEL,
    channels: opened.filter((channel) => channel.districts.length > 0),
  };
}

function tracesOf({
  OTEL_EXPORTER_OTLP_ENDPOINT,
  OTEL_TRACES_SAMPLER_ARG,
}: z.infer<typeof Settings>): Config["traces"] {
  return OTEL_EXPORTER_OTLP_ENDPOINT
    ? { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT, share: OTEL_TRACES_SAMPLER_ARG }
    : undefined;
}

export const suffixOf = (district: string): string => `__${district.toUpperCase().replaceAll("-", "_")}`;

function channelSettings(
  schema: z.ZodObject,
  district: string,
  all: readonly string[],
  env: Environment,
  problems: string[],
): { district: string; settings: Record<string, unknown> }[] {
  const suffix = suffixOf(district);
  const own = Object.keys(schema.shape).map((key) => [key, env[key + suffix]] as const);
  const given = Object.fromEntries(own.map(([key, value]) => [key, value ?? env[key]]));
  const required = Object.keys(schema.shape).filter((key) => isRequired(schema, key));
  const named = required.filter((key) => given[key] !== undefined);
  const only = all.length === 1 || own.some(([, value]) => value !== undefined);
  if (required.length > 0 && (named.length === 0 || !only)) return [];
  const parsed = schema.safeParse(given, { error: plainProblem });
  if (parsed.success) return [{ district, settings: parsed.data }];
  problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join(".")}${suffix}: ${message}`));
  return [];
}

const ACCOUNTS: readonly string[] = channels.flatMap(({ accountSettings = [] }) => accountSettings);

/** With several districts, an account key without a suffix would silently turn its channel off. */
const unsuffixedProblems = (districts: readonly string[], env: Environment): string[] =>
  ACCOUNTS.filter((key) => env[key] !== undefined).map((key) => {
    const example = `${key}${suffixOf(districts[0] ?? "")}`;
    return `${key}: one account serves one district and ${districts.length} are served; write ${example}`;
  });

const isRequired = (schema: z.ZodObject, key: string): boolean =>
  !(schema.shape[key] as z.ZodType).safeParse(undefined).success;

/** Without its account, a channel would stay off and no operator would notice. */
const missingAccountProblems = (
  opened: readonly ChannelSettings[],
  districts: readonly string[],
  env: Environment,
): string[] =>
  channels.flatMap(({ name, settings: schema }) => {
    const keys = Object.keys(schema.shape).filter((key) => isRequired(schema, key));
    const isOn = opened.some((one) => one.name === name && one.districts.length > 0);
    const isTried = keys.some((key) => districts.some((district) => env[key + suffixOf(district)] !== undefined));
    const given = keys.filter((key) => env[key] !== undefined && !ACCOUNTS.includes(key));
    const account = keys.find((key) => ACCOUNTS.includes(key));
    if (isOn || isTried || given.length === 0 || !account || env[account] !== undefined) return [];
    return [`${account}${suffixOf(districts[0] ?? "")}: missing; ${given.join(", ")} alone turns ${name} on nowhere`];
  });

/** The environment overrides the `.env` file. */
export function readEnvironment(): Environment {
  if (existsSync(".env")) {
    for (const [name, value] of Object.entries(readEnvFile(".env"))) process.env[name] ??= value;
  }
  return process.env;
}

/** npm forwards signals to a process that it started. */
export const isStartedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;
