import { randomBytes } from "node:crypto";
import { existsSync, fstatSync, statSync } from "node:fs";
import { Command } from "commander";
import { type Environment, isSetting, readEnvironment, Settings } from "../config.ts";
import { hasData } from "../missing-keys.ts";
import { readSettingFiles } from "../setting-files.ts";
import { AppError } from "../vocabulary/errors.ts";
import { asLine, printLine } from "./print.ts";

const newKey = (): string => randomBytes(32).toString("base64");

export function command(): Command {
  return new Command()
    .description("print fresh SEAL_KEYS and INDEX_KEY for a .env file, or SEAL_KEYS with one key more")
    .option("--next", "print SEAL_KEYS of here with a fresh key in front; the line takes the place of the old one")
    .option("--anyway", "although there are keys here: what they sealed cannot be read with others")
    .action(({ next, anyway }: { next?: true; anyway?: true }) => {
      if (next && anyway) throw new AppError("BAD_REQUEST", "--next adds to the keys, --anyway makes others: say one");
      if (next) printNext(readEnvironment());
      else printPair(readEnvironment(), anyway === true);
    });
}

function printPair(environment: Environment, isAnyway: boolean): void {
  const there = ["SEAL_KEYS", "INDEX_KEY", "SEAL_KEYS_FILE", "INDEX_KEY_FILE"].filter((name) => environment[name]);
  if (there.length > 0 && !isAnyway) {
    throw new AppError(
      "BAD_REQUEST",
      `there are ${there.join(" and ")} here already; with others nothing that was kept can be read. --next adds a key to them; --anyway prints a new pair`,
    );
  }
  if (!isAnyway && hasData(environment)) {
    throw new AppError(
      "BAD_REQUEST",
      "there is data here, and no new key opens it: take the keys from the paper in the safe; --anyway prints a new pair",
    );
  }
  printLine(`SEAL_KEYS=1:${newKey()}`);
  printLine(`INDEX_KEY=${newKey()}`);
}

function printNext(environment: Environment): void {
  if (isAppended()) {
    throw new AppError(
      "BAD_REQUEST",
      "SEAL_KEYS would stand in .env twice; print the line without >> and put it in place of the one that is there",
    );
  }
  const { text, isFile } = sealKeysHere(environment);
  const parsed = Settings.shape.SEAL_KEYS.safeParse(text);
  if (!parsed.success) throw new AppError("SETTINGS_INVALID", `SEAL_KEYS: ${parsed.error.issues[0]?.message}`);
  const number = nextNumber([...parsed.data.keys()]);
  printLine(`${isFile ? "" : "SEAL_KEYS="}${number}:${newKey()},${text.replace(/\s/g, "")}`);
  const place = isFile ? "in place of what the file of SEAL_KEYS_FILE holds" : "in place of the line SEAL_KEYS";
  process.stderr.write(
    `${asLine(`${place}; write key ${number} on paper, restart every process, then \`npx --no sapa reseal\``)}\n`,
  );
}

function sealKeysHere(environment: Environment): { text: string; isFile: boolean } {
  const given = Object.fromEntries(
    ["SEAL_KEYS", "SEAL_KEYS_FILE"].flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const problems: string[] = [];
  const text = readSettingFiles(given, isSetting, problems).environment.SEAL_KEYS;
  if (problems.length > 0) throw new AppError("SETTINGS_INVALID", problems.join("\n"));
  if (text === undefined)
    throw new AppError(
      "BAD_REQUEST",
      "SEAL_KEYS: missing, so there is no key to add to; `npx --no sapa keys` makes the first",
    );
  return { text, isFile: given.SEAL_KEYS_FILE !== undefined };
}

function nextNumber(versions: readonly number[]): number {
  const next = Math.max(...versions) + 1;
  if (next > 255)
    throw new AppError(
      "BAD_REQUEST",
      "SEAL_KEYS: 255 is the highest number of a key, and it is taken; choose a free one by hand",
    );
  return next;
}

/** Whether standard output goes into the `.env` file of this folder. */
function isAppended(): boolean {
  const file = existsSync(".env") ? statSync(".env") : undefined;
  const { dev, ino } = fstatSync(1);
  return file !== undefined && file.dev === dev && file.ino === ino;
}
