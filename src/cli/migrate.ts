import { Command } from "commander";
import type { Config } from "../config.ts";
import { openVault } from "../privacy/vault.ts";
import { olderWorker } from "../store/look-at-store.ts";
import { withRuntime } from "./open.ts";
import { asLine } from "./print.ts";

export function command(): Command {
  return new Command()
    .description("bring the store to this release's form; safe to repeat, and beside running processes")
    .action(() =>
      withRuntime(
        async ({ store }) => {
          await store.check();
          process.stdout.write("the store has this release's form\n");
        },
        { makesStore: true, before: warnOfOlder },
      ),
    );
}

async function warnOfOlder({ storeUrl, keys }: Config): Promise<void> {
  const older = await olderWorker(storeUrl, openVault(keys));
  if (older === undefined) return;
  const told = `${older} of an older release works this store: restart it with this release once the store is migrated`;
  process.stderr.write(`${asLine(`warning: ${told}`)}\n`);
}
