import { Command } from "commander";
import { many } from "../many.ts";
import { brokenHead, type Head, readHeads } from "../messaging/audit-heads.ts";
import { type AuditEntry, isNextEntry } from "../privacy/audit.ts";
import { withRuntime } from "./open.ts";

const AT_ONCE = 1_000;

export function command(): Command {
  const program = new Command().description("verify the audit chain");
  program
    .command("verify")
    .option("--json")
    .action((options: { json?: true }) =>
      withRuntime(async ({ store, auditKey, config }) => {
        const heads = await readHeads(config.auditHeads);
        const wanted = new Set(heads.map(({ serial }) => serial));
        const found = new Map<number, AuditEntry>();
        let last: AuditEntry | undefined;
        let broken: number | undefined;
        for (let from = 1; broken === undefined; ) {
          const entries = await store.auditEntries(from, AT_ONCE);
          for (const entry of entries) {
            if (broken === undefined && !isNextEntry(last, entry, auditKey)) broken = entry.serial;
            if (wanted.has(entry.serial)) found.set(entry.serial, entry);
            last = entry;
          }
          if (entries.length < AT_ONCE) break;
          from = (last?.serial ?? 0) + 1;
        }
        const head = last?.mac.slice(0, 12) ?? null;
        const cut = brokenHead(heads, found);
        const result = {
          entries: last?.serial ?? 0,
          head,
          broken: broken ?? null,
          heads: heads.length,
          cut: cut ?? null,
        };
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describeResult(result));
        if (broken !== undefined || cut) process.exitCode = 1;
      }),
    );
  return program;
}

type Result = { entries: number; head: string | null; broken: number | null; heads: number; cut: Head | null };

function describeResult({ entries, head, broken, heads, cut }: Result): string {
  if (broken !== null) return `BROKEN at entry ${broken}\n`;
  if (cut && cut.serial > entries) {
    return `CUT: on ${cut.day} the chain had ${many(cut.serial, "entry", "entries")}, now it has ${entries}\n`;
  }
  if (cut) return `REWRITTEN: entry ${cut.serial} is not the one of ${cut.day}\n`;
  const kept =
    heads === 0
      ? "no heads kept elsewhere yet"
      : `as ${many(heads, "head kept elsewhere says", "heads kept elsewhere say")}`;
  return `${many(entries, "entry", "entries")}, chain whole, head ${head ?? "none"}, ${kept}\n`;
}
