import { createWriteStream, readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename, dirname, join } from "node:path";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { dateInWib } from "../messaging/facts.ts";
import { REJECTIONS, type Rejection } from "../register/import-cell.ts";
import type { RowKind } from "../register/recipient.ts";
import { ROOT } from "../runtime.ts";
import { type ImportSummary, importFile } from "./import-file.ts";
import { batchesOf } from "./import-rows.ts";
import { districtNamed, withRuntime } from "./open.ts";
import { printLine } from "./print.ts";

type Options = {
  district: string;
  dryRun?: true;
  asOf?: string;
  mapping?: string;
  areaCodes: string;
  rejects?: string;
  allowShrink?: true;
  json?: true;
};

/** `sapa import register|aid FILE --district D`. */
export function command(): Command {
  const program = new Command().description("bring in a register or an aid list (CSV or XLSX)");
  for (const kind of ["register", "aid"] as const) {
    program
      .command(kind)
      .argument("<file>", "CSV or XLSX; - reads CSV from standard input")
      .requiredOption("--district <district>", "whose list it is")
      .option("--dry-run", "read and compare, change nothing")
      .option("--as-of <date>", "when the list was made, 2026-11-23 (default: today)")
      .option("--mapping <file>", "JSON: their column name -> ours")
      .option("--area-codes <numbering>", "kemendagri or bps", "kemendagri")
      .option("--rejects <file>", "where refused rows are listed")
      .option("--allow-shrink", "let a register go live that drops more than a fifth of the people")
      .option("--json", "one JSON object a line")
      .action((file: string, options: Options) => run(kind, file, options));
  }
  return program;
}

async function run(kind: RowKind, file: string, options: Options): Promise<void> {
  setPriority(constants.priority.PRIORITY_LOW); // citizens who are served beside it come first
  const today = dateInWib(Date.now());
  const rejects = rejectFile(options.rejects ?? rejectsBeside(file));
  const progress = progressOf(options.json === true);
  try {
    const summary = await withRuntime((runtime) =>
      importFile({
        kind,
        district: districtNamed(runtime, options.district),
        batches: batchesOf(file),
        register: runtime.store,
        keys: runtime.config.keys,
        districtsRoot: join(ROOT, "districts"),
        asOf: options.asOf ?? today,
        today,
        bps: options.areaCodes === "bps",
        dryRun: options.dryRun === true,
        allowShrink: options.allowShrink === true,
        onProgress: progress.update,
        onRejected: rejects.add,
        ...(options.mapping ? { mapping: JSON.parse(readFileSync(options.mapping, "utf8")) } : {}),
      }),
    );
    progress.stop();
    const path = rejects.end();
    for (const line of options.json ? [JSON.stringify({ ...summary, rejects: path })] : told(summary, path))
      printLine(line);
  } finally {
    progress.stop();
  }
}

const rejectsBeside = (file: string): string =>
  file === "-" ? "rejected.csv" : join(dirname(file), `${basename(file).replace(/\.\w+$/, "")}.rejected.csv`);

/** Made only when something is refused; holds no word of the row itself. */
function rejectFile(path: string) {
  let stream: ReturnType<typeof createWriteStream> | undefined;
  return {
    add(row: number, rejection: Rejection) {
      if (!stream) {
        stream = createWriteStream(path, { mode: 0o600 });
        stream.write("row,code,reason\n");
      }
      stream.write(`${row},${rejection},"${REJECTIONS[rejection]}"\n`);
    },
    end(): string | null {
      stream?.end();
      return stream ? path : null;
    },
  };
}

function progressOf(json: boolean) {
  if (json || !process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new SingleBar({
    format: "[{bar}] {percentage} % {rows} rows, {eta_formatted} left",
    clearOnComplete: true,
  });
  let started = false;
  return {
    update(done: number, total: number, rows: number) {
      if (!started) bar.start(total || 1, 0, { rows });
      started = true;
      bar.update(total ? done : 0, { rows });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

function told(summary: ImportSummary, rejects: string | null): string[] {
  const { kind, district, read, taken, repeated, rejected, valid, invalid, unmapped, changes, live, ignoredColumns } =
    summary;
  return [
    `${kind} of ${district}: ${read} rows read, ${taken} taken, ${repeated} stood there twice, ${rejected} refused${rejects ? ` (${rejects})` : ""}`,
    ...(kind === "register" ? [`valid ${valid}, to be repaired ${taken - valid}`] : []),
    ...Object.entries(invalid).map(([reason, count]) => `  ${reason}: ${count}`),
    ...Object.entries(unmapped).map(([words, count]) => `  not mapped, goes to a caseworker: "${words}" ${count}`),
    ...(ignoredColumns.length > 0 ? [`columns not used: ${ignoredColumns.join(", ")}`] : []),
    `against the live list: ${changes.added} new, ${changes.changed} changed, ${changes.removed} gone, ${changes.unchanged} as before`,
    live ? "live now" : "dry run, nothing was changed",
  ];
}
