import { Command } from "commander";
import { type AuditEntry, follows } from "../privacy/audit.ts";
import { withRuntime } from "./open.ts";

const AT_ONCE = 1_000;

/** `sapa audit verify`: walks the chain and names the first entry that does not follow. */
export function command(): Command {
  const program = new Command().description("verify the audit chain");
  program
    .command("verify")
    .option("--json")
    .action((options: { json?: true }) =>
      withRuntime(async ({ store, auditKey }) => {
        let last: AuditEntry | undefined;
        let broken: number | undefined;
        for (let from = 1; broken === undefined; ) {
          const entries = await store.auditEntries(from, AT_ONCE);
          for (const entry of entries) {
            if (broken === undefined && !follows(last, entry, auditKey)) broken = entry.serial;
            last = entry;
          }
          if (entries.length < AT_ONCE) break;
          from = (last?.serial ?? 0) + 1;
        }
        const head = last?.mac.slice(0, 12) ?? null;
        const result = { entries: last?.serial ?? 0, head, broken: broken ?? null };
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : said(result));
        if (broken !== undefined) process.exitCode = 1;
      }),
    );
  return program;
}

const said = ({ entries, head, broken }: { entries: number; head: string | null; broken: number | null }): string =>
  broken === null ? `${entries} entries, chain whole, head ${head ?? "none"}\n` : `BROKEN at entry ${broken}\n`;
