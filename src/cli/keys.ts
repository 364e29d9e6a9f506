import { randomBytes } from "node:crypto";
import { Command } from "commander";

/** `sapa keys`: lines for a .env file; keep them apart from the database, and a copy in a safe. */
export function command(): Command {
  return new Command().description("print fresh SEAL_KEYS and INDEX_KEY for a .env file").action(() => {
    process.stdout.write(
      `SEAL_KEYS=1:${randomBytes(32).toString("base64")}\nINDEX_KEY=${randomBytes(32).toString("base64")}\n`,
    );
  });
}
