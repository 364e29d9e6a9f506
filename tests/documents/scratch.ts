import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Command, CommanderError } from "commander";
import { reportPlainly } from "../../src/cli/usage.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { BOT } from "../support/runtime.ts";
import { spreadsheet } from "../support/spreadsheet.ts";
import { startTelegram } from "../support/telegram/index.ts";

const MAIN = join(import.meta.dirname, "../../src/cli/sapa.ts");
/** src/cli/sapa.ts has the same list. */
const WRONG_USE = new Set(["SETTINGS_INVALID", "DISTRICT_INVALID", "BAD_REQUEST", "NO_WORDS", "NO_REASON"]);
const REGISTER = [
  ["nik", "no_kk", "nama", "kode_wilayah", "status_data"],
  ["3524015206799901", "3524010201199901", "SITI AMINAH", "3524012001", "VALID"],
];
const AID = [
  ["nik", "program", "status", "bulan"],
  ["3524015206799901", "PKH", "TERSALUR", "2026-10"],
];
const VILLAGES = [
  ["kode10", "nama", "jenis"],
  ["3525012001", "Contohrejo", "desa"],
];
const csvOf = (rows: string[][]): string => rows.map((row) => `${row.join(",")}\n`).join("");

export type Ran = { code: number; output: string };

export async function openScratch() {
  const telegram = await startTelegram({ ...BOT, clock: 0.01 });
  const folder = mkdtempSync(join(tmpdir(), "sapa-documents-"));
  writeFileSync(join(folder, "penerima.csv"), csvOf(REGISTER));
  writeFileSync(join(folder, "register.csv"), csvOf(REGISTER));
  writeFileSync(join(folder, "penerima.xlsx"), spreadsheet(REGISTER));
  writeFileSync(join(folder, "salur.csv"), csvOf(AID));
  writeFileSync(join(folder, "desa_gresik.csv"), csvOf(VILLAGES));
  const settings = {
    ...KEY_SETTINGS,
    DATA_DIR: join(folder, "data"),
    DISTRICTS: "lamongan",
    LOG_LEVEL: "error",
    TELEGRAM_BOT_TOKEN__LAMONGAN: BOT.token,
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: BOT.secret,
    TELEGRAM_API_ROOT__LAMONGAN: telegram.url,
  };
  const before = { cwd: process.cwd(), env: { ...process.env } };
  for (const name of ["STORE_URL", "REDIS_URL", "MONGODB_URL"]) delete process.env[name];
  Object.assign(process.env, settings);
  process.chdir(folder);

  return {
    folder,
    settings,
    /** Runs a command in a separate process, which costs a second. */
    spawn(words: readonly string[], input?: string): Ran {
      const stdin = input === undefined ? "ignore" : openSync(join(folder, basename(input)), "r");
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
        cwd: folder,
        env: { ...CHILD_ENVIRONMENT, ...settings },
        stdio: [stdin, "pipe", "pipe"],
        encoding: "utf8",
      });
      return { code: status ?? -1, output: stdout + stderr };
    },
    run: runHere,
    async close() {
      process.chdir(before.cwd);
      process.env = before.env;
      await telegram.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runHere([name = "", ...words]: readonly string[]): Promise<Ran> {
  const { command } = (await import(`../../src/cli/${name}.ts`)) as { command: () => Command };
  let output = "";
  const writes = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of writes)
    stream.write = (chunk: string | Uint8Array) => {
      output += String(chunk);
      return true;
    };
  process.exitCode = undefined;
  try {
    const program = command().name(`sapa ${name}`);
    reportPlainly(program, words);
    await program.parseAsync(words, { from: "user" });
    return { code: Number(process.exitCode ?? 0), output };
  } catch (error) {
    if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2, output };
    const code = error instanceof AppError && WRONG_USE.has(error.code) ? 2 : 1;
    return { code, output: `${output}${(error as Error).message}` };
  } finally {
    process.exitCode = undefined;
    for (const { stream, write } of writes) stream.write = write;
  }
}
