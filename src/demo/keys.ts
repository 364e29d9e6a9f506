import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DEMO_MARK, type Environment } from "../config.ts";
import { makeFolder } from "../make-folder.ts";
import { isServerStore } from "../store/schemes.ts";

const KEYS = ["SEAL_KEYS", "INDEX_KEY"];

const pathOf = ({ DATA_DIR = ".demo" }: Environment): string => join(DATA_DIR, "demo-keys.json");

/** Whether a command without keys must read the demonstration's data. */
export const isBesideDemo = (environment: Environment): boolean =>
  !KEYS.some((name) => environment[name] || environment[`${name}_FILE`]) && existsSync(pathOf(environment));

/** `npm start` refuses the demonstration's keys. */
export function demoEnvironment(environment: Environment): Environment {
  const path = pathOf(environment);
  const directory = dirname(path);
  makeFolder(directory);
  if (!existsSync(path)) {
    const key = () => Buffer.concat([DEMO_MARK, randomBytes(32 - DEMO_MARK.length)]).toString("base64");
    writeFileSync(path, JSON.stringify({ SEAL_KEYS: `1:${key()}`, INDEX_KEY: key() }), { mode: 0o600 });
  }
  // With a store in a file, the demonstration needs no Redis.
  const alone = isServerStore(environment.STORE_URL ?? "")
    ? {}
    : { REDIS_URL: "", REDIS_URL_FILE: "", REDIS_PASSWORD: "", REDIS_PASSWORD_FILE: "" };
  const noFiles = Object.fromEntries(KEYS.map((name) => [`${name}_FILE`, ""]));
  return { ...environment, ...alone, ...noFiles, DATA_DIR: directory, ...JSON.parse(readFileSync(path, "utf8")) };
}
