import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { Command } from "commander";
import { readEnvFile, readEnvironment } from "../config.ts";
import { hasData } from "../missing-keys.ts";
import { AppError } from "../vocabulary/errors.ts";
import { printLine } from "./print.ts";

const newKey = (): string => randomBytes(32).toString("base64");

/** `sapa keys`: lines for a .env file; keep them apart from the database, and a copy in a safe. */
export function command(): Command {
  return new Command()
    .description("print fresh SEAL_KEYS and INDEX_KEY for a .env file")
    .option("--anyway", "although the .env file here has keys: what they sealed cannot be read with others")
    .action(({ anyway }: { anyway?: true }) => {
      const known = existsSync(".env") ? readEnvFile(".env") : {};
      const there = ["SEAL_KEYS", "INDEX_KEY", "SEAL_KEYS_FILE", "INDEX_KEY_FILE"].filter((name) => known[name]);
      if (there.length > 0 && !anyway) {
        throw new AppError(
          "BAD_REQUEST",
          `.env has ${there.join(" and ")} already; with others nothing that was kept can be read. docs/operations.md says how to add a key; --anyway prints a new pair`,
        );
      }
      if (!anyway && hasData({ ...readEnvironment(), ...known })) {
        throw new AppError(
          "BAD_REQUEST",
          "there is data here, and no new key opens it: take the keys from the paper in the safe; --anyway prints a new pair",
        );
      }
      printLine(`SEAL_KEYS=1:${newKey()}`);
      printLine(`INDEX_KEY=${newKey()}`);
    });
}
