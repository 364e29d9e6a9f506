import { readFileSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import { z } from "zod";
import { defined } from "../defined.ts";
import { loadLayout } from "../districts/index.ts";
import { readBatches } from "../imports/batches.ts";
import { type ImportOptions, importFile } from "../imports/import.ts";
import { chooseRejectedPath, openRejectedRows } from "../imports/rejected-rows.ts";
import { readDate } from "../imports/rows/date.ts";
import { strayTargets } from "../imports/rows/header.ts";
import type { RowKind } from "../register/recipient.ts";
import { describeSystemError } from "../system-error.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { describeImport } from "./import-lines.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";

type Options = {
  district: string;
  dryRun?: true;
  asOf?: string;
  sheet?: string;
  layout?: string;
  mapping?: string;
  areaCodes: string;
  rejects?: string;
  allowShrink?: true;
  allowUnknown?: true;
  allowRefused?: true;
  allowInvalid?: true;
  allowOlder?: true;
  allowElsewhere?: true;
  allowCut?: true;
  json?: true;
};

const HELP = `
Columns: docs/register.md lists them, with an example file; a register needs nik and nama, an aid list nik, program and status.
Nothing changes unless the whole list is taken; --dry-run shows what it would do.`;

export function command(): Command {
  const program = new Command().description("bring in a register or an aid list (CSV or XLSX)");
  for (const kind of ["register", "aid"] as const) {
    program
      .command(kind)
      .argument("<file>", "CSV, XLSX or XLSM; - reads it from standard input")
      .requiredOption("--district <district>", "whose list it is")
      .option("--dry-run", "read and compare, change nothing")
      .option("--as-of <date>", "when the list was made, 2026-11-23 (default: today)")
      .option("--sheet <name>", "which sheet of a spreadsheet (default: the first that is not hidden)")
      .option("--layout <name>", "column names of a usual export: bnba, dtks, siks-ng or opensid")
      .option("--mapping <file>", 'JSON of column names, {"theirs": "ours"}; over those of --layout')
      .addOption(
        new Option("--area-codes <numbering>", "whose area codes these are")
          .choices(["kemendagri", "bps"])
          .default("kemendagri"),
      )
      .option(
        "--rejects <file>",
        "where rows are listed that were refused, have a cell that could not be read, or stand there twice",
      )
      .option("--allow-shrink", "let a list go live that drops more than a fifth of the people")
      .option(
        "--allow-unknown",
        "let a register go live with more than 5 % of people whose status is in unknown words, or without a column for it",
      )
      .option("--allow-refused", "let a list go live of which more than 5 % of the rows were refused")
      .option("--allow-invalid", "let a register go live in which a fifth fewer people are valid")
      .option("--allow-older", "let a list go live that is older than the live one")
      .option("--allow-elsewhere", "let a list go live whose numbers are mostly of another kabupaten or kota")
      .option("--allow-cut", "let a list go live whose last row has another number of columns than the header")
      .option("--json", "one JSON object a line")
      .addHelpText("after", HELP)
      .action((file: string, options: Options) => runImport(kind, file, options));
  }
  return program;
}

async function runImport(kind: RowKind, file: string, options: Options): Promise<void> {
  const today = dateIn(Date.now(), DEFAULT_ZONE);
  const asOf = options.asOf === undefined ? today : readAsOf(options.asOf, today);
  const { mapping, ownMapping, layout } = readMappings(options);
  const stray = strayTargets(mapping);
  if (stray.length > 0) throw new AppError("BAD_REQUEST", `--mapping ${options.mapping}: ${stray.join("; ")}`);
  let dataDir = ".";
  const listed = openRejectedRows(() => dataDir);
  const write = () => listed.writeFile(options.rejects ?? chooseRejectedPath(file, kind, options.district, dataDir));
  const progress = openProgress(options.json === true);
  try {
    const summary = await withRuntime(
      (runtime) => {
        dataDir = runtime.config.dataDir;
        return importFile({
          kind,
          district: requireDistrict(runtime, options.district),
          batches: readBatches(file, options.sheet),
          register: runtime.store,
          keys: runtime.config.keys,
          packs: runtime.config.packs,
          words: runtime.words,
          asOf,
          today,
          mapping,
          ownMapping,
          ...defined({ layout }),
          bps: options.areaCodes === "bps",
          dryRun: options.dryRun === true,
          allowed: {
            shrink: options.allowShrink === true,
            unknown: options.allowUnknown === true,
            refused: options.allowRefused === true,
            invalid: options.allowInvalid === true,
            older: options.allowOlder === true,
            elsewhere: options.allowElsewhere === true,
            cut: options.allowCut === true,
          },
          onProgress: progress.update,
          onFinding: listed.add,
        });
      },
      options.dryRun ? { temporaryStore: true } : { makesStore: true },
    );
    progress.stop();
    const path = write();
    for (const line of options.json ? [JSON.stringify({ ...summary, rejects: path })] : describeImport(summary, path)) {
      printLine(line);
    }
    if (summary.stops.length > 0) process.exitCode = 1;
  } catch (error) {
    const isStore = error instanceof AppError && error.code === "STORE_UNAVAILABLE";
    const failure =
      describeSystemError(isStore ? (error.cause ?? error) : error) ?? (isStore ? error.message : undefined);
    if (failure === undefined) throw addPath(error, write());
    throw new AppError("STORE_UNAVAILABLE", `${failure}; the list that was live stays`, { cause: error });
  } finally {
    write();
    progress.stop();
  }
}

function addPath(error: unknown, path: string | null): unknown {
  if (path === null || !(error instanceof AppError)) return error;
  return new AppError(error.code, `${error.message}; rows to look at, by number and reason: ${path}`, { cause: error });
}

function readAsOf(text: string, today: string): string {
  const date = readDate(text, today);
  if (!date) throw new AppError("BAD_REQUEST", `--as-of ${text}: no date; write it as 2026-11-23`);
  const [, first = "", second = ""] = /^(\d{1,2})[/. -](\d{1,2})[/. -]\d+$/.exec(text) ?? [];
  if (first !== "" && Number(first) <= 12 && Number(first) !== Number(second))
    throw new AppError("BAD_REQUEST", `--as-of ${text}: may be two days; write it as ${date} if that is meant`);
  if (date > today) throw new AppError("BAD_REQUEST", `--as-of ${text}: is in the future; today is ${today}`);
  return date;
}

const Mapping = z.record(z.string(), z.string());
type Mappings = Record<"mapping" | "ownMapping", z.infer<typeof Mapping>>;

function readMappings({ layout: name, mapping }: Options): Pick<ImportOptions, "layout"> & Mappings {
  const shipped = name === undefined ? {} : loadLayout(packsHere(), name);
  const layout = name === undefined ? {} : { layout: { name, columns: shipped } };
  if (mapping === undefined) return { mapping: shipped, ownMapping: {}, ...layout };
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(mapping, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? "there is no such file" : code ? `it cannot be read (${code})` : "it is no JSON";
    throw new AppError("BAD_REQUEST", `--mapping ${mapping}: ${why}`, { cause: error });
  }
  const parsed = Mapping.safeParse(read);
  if (!parsed.success) {
    throw new AppError("BAD_REQUEST", `--mapping ${mapping}: holds no object of column names, {"their name": "ours"}`);
  }
  return { mapping: { ...shipped, ...parsed.data }, ownMapping: parsed.data, ...layout };
}

function openProgress(json: boolean) {
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
