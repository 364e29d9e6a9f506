import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./conversation.ts";

type Row = { drill: string; shape: string; done: Record<string, number> } & Partial<Outcome>;

const path = join(tmpdir(), `sapa-crash-table-${process.env.SAPA_CRASH_TABLE ?? "alone"}.jsonl`);

export function addRow(row: Row): void {
  appendFileSync(path, `${JSON.stringify(row)}\n`);
}

/** Vitest calls this once for all suites of a run. */
export function setup(): () => void {
  process.env.SAPA_CRASH_TABLE = String(process.pid);
  return () => {
    const own = join(tmpdir(), `sapa-crash-table-${process.pid}.jsonl`);
    const rows = readRows(own);
    rmSync(own, { force: true });
    if (rows.length === 0) return;
    process.stdout.write("\nWhat was tried, and what was lost\n");
    const head = ["over", "messages", "lost", "applied twice", "sent twice", "what was done"];
    const lines = rows
      .sort((a, b) => (a.drill < b.drill ? -1 : 1))
      .map(({ drill, shape, done, messages, lost, appliedTwice, doubled }) => {
        const did = Object.entries(done).map(([name, count]) => `${count} ${name}`);
        return [
          shape,
          messages ?? "-",
          lost ?? "-",
          appliedTwice ?? "-",
          doubled ?? "-",
          `${drill}: ${did.join(", ")}`,
        ].map(String);
      });
    const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
    for (const line of [head, ...lines]) {
      process.stdout.write(
        `${line
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
      );
    }
  };
}

function readRows(file: string): Row[] {
  try {
    return readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
  } catch {
    return [];
  }
}
