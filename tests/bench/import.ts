import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, TRAITS, testVault } from "../support/keys.ts";
import { END_WITH_PARENT } from "../support/process.ts";
import { SCRIPT, startLoad, startService } from "./harness.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const two = (value: number): string => String(value).padStart(2, "0");

/** No person has a serial of 9000 or more. */
const nikOf = (index: number): string => {
  const [day, month, year] = [1 + (index % 28), 1 + (Math.floor(index / 28) % 12), Math.floor(index / 336) % 100];
  const area = 11 + (Math.floor(index / 33_600) % 80);
  return `3524${two(area)}${two(day)}${two(month)}${two(year)}${9_000 + (index % 1_000)}`;
};

const cleanRow = (index: number, rows: number): string => {
  const invalid = index % 7 === 0;
  return `${nikOf(index)},${nikOf(rows + (index >> 2))},WARGA NOMOR ${index},1979-06-12,P,3524012001,DUSUN KRAJAN RT ${index % 9} RW 1,${invalid ? "TIDAK_VALID" : "VALID"},${invalid ? "KTP lama" : ""}`;
};

/** The row has six faults: card, date of birth, sex, area, status and reason. */
const faultyRow = (index: number): string =>
  `${nikOf(index)},12345,WARGA NOMOR ${index},kapan,Z,lihat ${index},DUSUN KRAJAN RT ${index % 9} RW 1,kata ${index},sebab ${index}`;

async function writeRegister(path: string, rows: number, rowOf: typeof cleanRow): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${HEADER}\n`);
  for (let index = 0; index < rows; index += 1) {
    if (!file.write(`${rowOf(index, rows)}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

/** The baseline only parses the rows and inserts them in one transaction. */
async function bareLoop(csv: string, target: string): Promise<number> {
  const started = performance.now();
  const db = new DatabaseSync(target);
  db.exec("create table row (nik, kk, nama, lahir, jk, wilayah, alamat, status, alasan); begin");
  const insert = db.prepare("insert into row values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const parser = createReadStream(csv).pipe(parse({ from_line: 2 }));
  for await (const row of parser) insert.run(...(row as string[]));
  db.exec("create index row_nik on row (nik); commit");
  db.close();
  return (performance.now() - started) / 1_000;
}

async function ourImport(
  csv: string,
  directory: string,
  args: readonly string[] = [],
): Promise<{ seconds: number; resident: number; summary: Record<string, unknown> }> {
  const started = performance.now();
  const child = spawn(
    "src/cli/sapa.ts",
    ["import", "register", csv, "--district", "lamongan", "--json", "--allow-shrink", ...args],
    {
      env: {
        PATH: process.env.PATH ?? "",
        NODE_OPTIONS: END_WITH_PARENT.join(" "),
        ...KEY_SETTINGS,
        DATA_DIR: directory,
        DISTRICTS: "lamongan",
        LOG_LEVEL: "error",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  let resident = 0;
  const watch = setInterval(() => {
    try {
      resident = Math.max(
        resident,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0),
      );
    } catch {
      // the process has just ended
    }
  }, 100);
  const [code] = await once(child, "close");
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return {
    seconds: (performance.now() - started) / 1_000,
    resident: Math.round(resident / 1_024),
    summary: JSON.parse(output),
  };
}

async function lookups(directory: string, rows: number): Promise<{ median: number; p99: number }> {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, {
    vault: testVault(),
    calendar: { holidays: new Set(), zone: "Asia/Jakarta" as const },
    traits: TRAITS,
  });
  const times: number[] = [];
  for (let count = 0; count < 5_000; count += 1) {
    const nik = nikOf(Math.floor(Math.random() * rows));
    const started = performance.now();
    const [found] = await store.recipientsByNik("lamongan", nik);
    times.push(performance.now() - started);
    if (found?.nik !== nik) throw new Error("a row is missing");
  }
  await store.close();
  times.sort((a, b) => a - b);
  return { median: times[2_500] ?? 0, p99: times[4_950] ?? 0 };
}

async function served(csv: string): Promise<{ alone: number; beside: number }> {
  const load = await startLoad();
  const service = await startService(load.apiRoot);
  const order = { chats: 400, script: SCRIPT, concurrency: 0, rate: 200, latency: 20, webhook: service.webhook };
  await load.run(order);
  const alone = await load.run(order);
  const importing = ourImport(csv, service.directory);
  const beside = await load.run(order);
  await importing;
  await service.end();
  load.close();
  return { alone: alone.webhookP99, beside: beside.webhookP99 };
}

export async function importBench(rows: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-import-"));
  try {
    const csv = join(directory, "register.csv");
    await writeRegister(csv, rows, cleanRow);
    const bare = [await bareLoop(csv, join(directory, "bare1.db"))];
    const ours = await ourImport(csv, join(directory, "data"));
    bare.push(await bareLoop(csv, join(directory, "bare2.db")));
    const again = await ourImport(csv, join(directory, "data"));
    const baseline = bare.reduce((sum, one) => sum + one, 0) / bare.length;
    const { median, p99 } = await lookups(join(directory, "data"), rows);
    const faulty = join(directory, "faulty.csv");
    await writeRegister(faulty, rows, faultyRow);
    const repaired = await ourImport(faulty, join(directory, "data"), [
      "--dry-run",
      "--allow-unknown",
      "--allow-invalid",
    ]);
    const { alone, beside } = await served(csv);
    console.table({
      "bare loop, s": baseline,
      "first import, s": ours.seconds,
      "second import (compared), s": again.seconds,
      "import / bare (wanted: under 5)": ours.seconds / baseline,
      "second / bare": again.seconds / baseline,
      "resident at most, MB (wanted: under 400)": Math.max(ours.resident, again.resident),
      "a dry run with six faults a row, s": repaired.seconds,
      "resident with six faults a row, MB (wanted: under 400)": repaired.resident,
      "lookup by NIK, median ms (wanted: under 0.2)": median,
      "lookup by NIK, p99 ms": p99,
      "webhook p99 alone, ms": alone,
      "webhook p99 beside the import, ms": beside,
    });
    console.log(JSON.stringify(again.summary));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  execFileSync("sync");
  await importBench(Number(process.argv[2] ?? 1_000_000));
}
