import { readFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { SingleBar } from "cli-progress";
import { Command, Option } from "commander";
import { z } from "zod";
import { loadLayout } from "../districts/index.ts";
import { batchesOf } from "../imports/batches.ts";
import { type ImportSummary, importFile } from "../imports/import.ts";
import { listBeside, listedRows } from "../imports/listed-rows.ts";
import { dateCell } from "../imports/rows/date.ts";
import { strayTargets } from "../imports/rows/header.ts";
import { describeUnfollowed } from "../imports/rows/unfollowed.ts";
import { many } from "../many.ts";
import type { RowKind } from "../register/recipient.ts";
import { describeSystemError } from "../system-error.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { districtNamed, withRuntime } from "./open.ts";
import { packsHere } from "./packs-here.ts";
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
  json?: true;
};

const HELP = `
Columns: docs/register.md lists them, with an example file; a register needs nik and nama, an aid list nik, program and status.
Nothing changes unless the whole list is taken; --dry-run shows what it would do.`;

/** `sapa import register|aid FILE --district D`. */
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
      .option("--mapping <file>", "JSON: their column name -> ours")
      .addOption(
        new Option("--area-codes <numbering>", "whose area codes these are")
          .choices(["kemendagri", "bps"])
          .default("kemendagri"),
      )
      .option(
        "--rejects <file>",
        "where rows are listed that were refused, have no readable NIK or KK, or stand there twice",
      )
      .option("--allow-shrink", "let a list go live that drops more than a fifth of the people")
      .option("--allow-unknown", "let a register go live with more than 5 % unknown status words")
      .option("--allow-refused", "let a list go live of which more than 5 % of the rows were refused")
      .option("--allow-invalid", "let a register go live in which a fifth fewer people are valid")
      .option("--json", "one JSON object a line")
      .addHelpText("after", HELP)
      .action((file: string, options: Options) => run(kind, file, options));
  }
  return program;
}

async function run(kind: RowKind, file: string, options: Options): Promise<void> {
  const today = dateIn(Date.now(), DEFAULT_ZONE);
  const asOf = options.asOf === undefined ? today : asOfGiven(options.asOf, today);
  const { mapping, ownMapping } = mappingGiven(options);
  const stray = strayTargets(mapping);
  if (stray.length > 0) throw new AppError("BAD_REQUEST", `--mapping ${options.mapping}: ${stray.join("; ")}`);
  setPriority(constants.priority.PRIORITY_LOW); // citizens who are served beside it come first
  const listed = listedRows(options.rejects ?? listBeside(file));
  const progress = progressOf(options.json === true);
  try {
    const summary = await withRuntime(
      (runtime) =>
        importFile({
          kind,
          district: districtNamed(runtime, options.district),
          batches: batchesOf(file, options.sheet),
          register: runtime.store,
          keys: runtime.config.keys,
          packs: runtime.config.packs,
          words: runtime.words,
          asOf,
          today,
          mapping,
          ownMapping,
          bps: options.areaCodes === "bps",
          dryRun: options.dryRun === true,
          allowed: {
            shrink: options.allowShrink === true,
            unknown: options.allowUnknown === true,
            refused: options.allowRefused === true,
            invalid: options.allowInvalid === true,
          },
          onProgress: progress.update,
          onListed: listed.add,
        }),
      options.dryRun ? { passingStore: true } : { makesStore: true },
    );
    progress.stop();
    const path = listed.end();
    for (const line of options.json ? [JSON.stringify({ ...summary, rejects: path })] : told(summary, path)) {
      printLine(line);
    }
    if (summary.stops.length > 0) process.exitCode = 1; // a dry run ends as the import itself would
  } catch (error) {
    const isStore = error instanceof AppError && error.code === "STORE_UNAVAILABLE";
    const refused =
      describeSystemError(isStore ? (error.cause ?? error) : error) ?? (isStore ? error.message : undefined);
    if (refused === undefined) throw error;
    throw new AppError("STORE_UNAVAILABLE", `${refused}; the list that was live stays`, { cause: error });
  } finally {
    listed.end();
    progress.stop();
  }
}

/** The date of `--as-of`, read as a list's dates are. Throws BAD_REQUEST for none, and for one to come. */
function asOfGiven(text: string, today: string): string {
  const date = dateCell(text, today);
  if (!date) throw new AppError("BAD_REQUEST", `--as-of ${text}: no date; write it as 2026-11-23`);
  const [, first = "", second = ""] = /^(\d{1,2})[/. -](\d{1,2})[/. -]\d+$/.exec(text) ?? [];
  if (first !== "" && Number(first) <= 12 && Number(first) !== Number(second))
    throw new AppError("BAD_REQUEST", `--as-of ${text}: may be two days; write it as ${date} if that is meant`);
  if (date > today) throw new AppError("BAD_REQUEST", `--as-of ${text}: is in the future; today is ${today}`);
  return date;
}

const Mapping = z.record(z.string(), z.string());

/** A layout's column names and, over them, those of a file. Throws BAD_REQUEST for what cannot be read. */
function mappingGiven({ layout, mapping }: Options): Record<"mapping" | "ownMapping", Record<string, string>> {
  const shipped = layout === undefined ? {} : loadLayout(packsHere(), layout);
  if (mapping === undefined) return { mapping: shipped, ownMapping: {} };
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
  return { mapping: { ...shipped, ...parsed.data }, ownMapping: parsed.data };
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
  const { kind, district, read, taken, repeated, rejected, valid, invalid, unread, changes, live, asOf } = summary;
  const { unmapped, unknownStatuses, dropped, nobodys, headerRow, sheet, ignoredColumns, stops } = summary;
  const counts = (sentence: string, of: Record<string, number>) =>
    Object.entries(of).map(
      ([words, count]) => `  ${sentence}: ${words === "" ? "an empty cell" : `"${words}"`} ${count}`,
    );
  return [
    `${kind} of ${district} as of ${asOf}: ${many(read, "row")} read, ${taken} taken, ${repeated} stood there twice, ${rejected} refused`,
    ...(rejects ? [`rows to look at, by number and reason: ${rejects}`] : []),
    ...(sheet === undefined ? [] : [`sheet: ${sheet}`]),
    ...(headerRow > 1 ? [`the columns are named in row ${headerRow}`] : []),
    ...(nobodys > 0
      ? [
          `${many(nobodys, "row")} of titles, totals, signatures or nothing ${nobodys === 1 ? "was" : "were"} passed over`,
        ]
      : []),
    ...(kind === "register"
      ? [`valid ${valid}, to be repaired ${taken - valid - unread}, not readable yet ${unread}`]
      : []),
    ...Object.entries(invalid).map(([reason, count]) => `  ${reason}: ${count}`),
    ...withoutNik(summary),
    ...withoutCard(summary),
    ...(summary.contradicted > 0
      ? [
          `${many(summary.contradicted, "row says", "rows say")} of one person both that the data is valid and that it is not; shown as not readable yet`,
        ]
      : []),
    ...counts("status that your list says to be looked at, shown as not readable yet", summary.heldStatuses),
    ...(summary.absentColumns.some(({ column }) => column === "status_data")
      ? []
      : counts("status not mapped, shown as not readable yet", unknownStatuses)),
    ...counts("reason not mapped, goes to a caseworker", unmapped),
    ...Object.entries(dropped).map(([column, count]) => `  left out, not readable: ${column} ${count}`),
    ...(ignoredColumns.length > 0 ? [`columns not used: ${ignoredColumns.join(", ")}`] : []),
    ...summary.absentColumns.map(
      ({ column, means, like }) =>
        `no column for ${column}: ${means}${like === undefined ? "" : perhaps(like, column)}`,
    ),
    ...summary.unfollowed.map((one) => `${describeUnfollowed(one)}; ${one.column} is read from another`),
    `against the live list: ${changes.added} new, ${changes.changed} changed, ${changes.removed} gone, ${changes.unchanged} as before`,
    ...(live ? ["live now"] : ["dry run, nothing was changed"]),
    ...(stops.length > 0 ? [`this list would be refused: ${stops.join("; ")}`] : []),
  ];
}

const perhaps = (theirs: string, ours: string): string =>
  `; if "${theirs}" is meant, --mapping FILE with ${JSON.stringify({ [theirs]: ours })}`;

/** Why numbers cannot be read, each reason with its count. */
function whyNumbers(length: number, impossible: number): string {
  const parts = [
    ...(length > 0 ? [`${length} with too few or too many digits`] : []),
    ...(impossible > 0 ? [`${impossible} with letters or a date that cannot be`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

/** A register's row is a person, an aid list's is a payment; nobody finds these by their number. */
function withoutNik({ kind, nikFaults }: ImportSummary): string[] {
  const { NO_NIK = 0, NIK_LENGTH = 0, NIK_IMPOSSIBLE = 0 } = nikFaults;
  const all = NO_NIK + NIK_LENGTH + NIK_IMPOSSIBLE;
  if (all === 0) return [];
  const what = kind === "register" ? many(all, "person", "people") : many(all, "payment");
  return [`${what} without a readable NIK${whyNumbers(NIK_LENGTH, NIK_IMPOSSIBLE)}; their own number finds nobody`];
}

function withoutCard({ kkFaults }: ImportSummary): string[] {
  const { KK_LENGTH = 0, KK_IMPOSSIBLE = 0 } = kkFaults;
  const all = KK_LENGTH + KK_IMPOSSIBLE;
  if (all === 0) return [];
  return [
    `${many(all, "family-card number")} cannot be read${whyNumbers(KK_LENGTH, KK_IMPOSSIBLE)}; ${all === 1 ? "this person keeps the status and reads" : "these people keep their status and read"} 'registered' only`,
  ];
}
