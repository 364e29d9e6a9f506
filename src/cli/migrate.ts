import { Command } from "commander";
import { withRuntime } from "./open.ts";

/** `sapa migrate`: brings the store to this release's form before its processes start, as each of them would. */
export function command(): Command {
  return new Command()
    .description("bring the store to this release's form; safe to repeat, and beside running processes")
    .action(() =>
      withRuntime(async ({ store }) => {
        await store.check();
        process.stdout.write("the store has this release's form\n");
      }),
    );
}
