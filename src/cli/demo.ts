import { Command } from "commander";
import { buildApp } from "../app.ts";
import type { Rung } from "../casework/officer.ts";
import { loadConfig, readEnvironment } from "../config.ts";
import { loadSampleSize } from "../districts/index.ts";
import { dateInWib } from "../messaging/facts.ts";
import { stopOnSignal } from "../process.ts";
import type { District } from "../register/district.ts";
import type { Cell } from "../register/import-cell.ts";
import type { RowKind } from "../register/recipient.ts";
import { AID_HEADER, REGISTER_HEADER, sampleAid, samplePeople, sampleRegister } from "../register/sample.ts";
import { openRuntime, type Runtime } from "../runtime.ts";
import type { Log } from "../vocabulary/message.ts";
import { demoEnvironment } from "./demo-keys.ts";
import { importFile } from "./import-file.ts";

const AT_ONCE = 1_000;

/** `npm run demo`: everything in one process, with made-up people; no account, no server, no key to make. */
export function command(): Command {
  return new Command().description("run everything here, with a made-up register").action(async () => {
    const config = loadConfig(demoEnvironment(readEnvironment()), { demo: true });
    const runtime = await openRuntime(config, { log: quiet, ownThread: true, alone: true });
    for (const district of runtime.districts.values()) {
      await loadSample(runtime, district);
      await loadStaff(runtime, district);
    }
    const app = buildApp(runtime);
    runtime.work();
    await app.listen({ port: config.port, host: config.host });
    process.stdout.write(greeting(runtime));
    stopOnSignal(async () => {
      await app.close();
      await runtime.close();
    });
  });
}

export const quiet: Log = (level, fields, message) => {
  if (level === "error" || level === "warn") process.stderr.write(`${level}: ${message} ${JSON.stringify(fields)}\n`);
};

/** Loads a district's sample once, where its pack has one; a second start finds it there. */
export async function loadSample(runtime: Runtime, district: District): Promise<void> {
  const sample = loadSampleSize(runtime.config.packs, district.id);
  if (!sample) return;
  const { seed, families } = sample;
  const options = { areas: district.areas, regency: district.code, families, seed };
  await load(runtime, district, "register", REGISTER_HEADER, sampleRegister(options));
  await load(runtime, district, "aid", AID_HEADER, sampleAid(options));
}

/** A few made-up officers: the village that every sample begins with, its TKSK, the Dinsos and Disdukcapil. */
async function loadStaff({ store }: Runtime, { id: district, areas }: District): Promise<void> {
  const village = areas.find(({ kind }) => kind !== "kecamatan")?.code ?? "";
  const staff: [string, string, Rung, string[]][] = [
    ["desa", "Sari", "village", [village]],
    ["tksk", "Tono", "tksk", [village.slice(0, 6)]],
    ["dinsos", "Dina", "dinsos", []],
    ["pengaduan", "Marta", "dinsos", []],
    ["dukcapil", "Agus", "disdukcapil", []],
  ];
  for (const [short, name, rung, own] of staff) {
    const sensitive = short === "pengaduan";
    const marks = sensitive ? { urgent: true, survivor: true } : {};
    const officer = { id: `${short}.${district}`, name, district, rung, areas: own, sensitive, active: true, ...marks };
    await store.saveOfficer(officer);
  }
}

async function load(runtime: Runtime, district: District, kind: RowKind, header: string[], rows: Iterable<Cell[]>) {
  if (await runtime.store.generation(kind, district.id)) return;
  const today = dateInWib(Date.now());
  await importFile({
    kind,
    district,
    batches: batches(header, rows),
    register: runtime.store,
    keys: runtime.config.keys,
    packs: runtime.config.packs,
    asOf: today,
    today,
    allowed: { shrink: true, unknown: true, refused: true, invalid: true },
  });
}

async function* batches(header: Cell[], rows: Iterable<Cell[]>) {
  let batch: Cell[][] = [header];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield { rows: batch, done: 0, total: 0 };
    batch = [];
  }
  yield { rows: batch, done: 0, total: 0 };
}

function greeting({ districts, config }: Runtime): string {
  const lines = ["", "Sapa Bansos, demonstration: everybody in it is made up.", ""];
  for (const { id, name, areas, code } of districts.values()) {
    lines.push(`${name}: ${config.publicUrl}/chat/${id}`);
    for (const { nik, kk, name: person, shows } of samplePeople({ areas, regency: code })) {
      lines.push(`  NIK ${nik}  KK ${kk}  ${person.padEnd(15)} ${shows.id}`);
    }
    lines.push("");
  }
  return `${lines.join("\n")}\nCtrl+C stops it.\n`;
}
