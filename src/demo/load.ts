import { loadSampleSize } from "../districts/index.ts";
import { importFile } from "../imports/import.ts";
import type { Cell } from "../imports/rows/cell.ts";
import type { District } from "../register/district.ts";
import type { RowKind } from "../register/recipient.ts";
import type { Runtime } from "../runtime.ts";
import { dateIn } from "../time.ts";
import type { Rung } from "../vocabulary/lists.ts";
import { AID_HEADER, REGISTER_HEADER, sampleAid, sampleRegister } from "./sample/rows.ts";

const AT_ONCE = 1_000;

/** Does not replace a list that is already live. */
export async function loadSample(runtime: Runtime, district: District, most = Number.POSITIVE_INFINITY): Promise<void> {
  const sample = loadSampleSize(runtime.config.packs, district.id);
  if (!sample) return;
  const families = Math.min(sample.families, most);
  const options = { areas: district.areas, regency: district.code, families, seed: sample.seed };
  await loadRows(runtime, district, "register", REGISTER_HEADER, sampleRegister(options));
  await loadRows(runtime, district, "aid", AID_HEADER, sampleAid(options));
}

export async function loadOfficers(
  { store }: Pick<Runtime, "store">,
  { id: district, areas }: District,
): Promise<void> {
  const village = areas.find(({ kind }) => kind !== "kecamatan")?.code ?? "";
  const staff: [string, string, Rung, string[]][] = [
    ["desa", "Sari", "village", [village]],
    ["tksk", "Tono", "tksk", [village.slice(0, 6)]],
    ["dinsos", "Dina", "dinsos", []],
    ["pengaduan", "Marta", "dinsos", []],
    ["dukcapil", "Agus", "disdukcapil", []],
  ];
  const stored = new Set((await store.officers(district)).map(({ id }) => id));
  for (const [short, name, rung, own] of staff) {
    const id = `${short}.${district}`;
    if (stored.has(id)) continue;
    const sensitive = short === "pengaduan";
    const marks = sensitive ? { urgent: true, survivor: true } : {};
    await store.saveOfficer({ id, name, district, rung, areas: own, sensitive, active: true, ...marks });
  }
}

async function loadRows(runtime: Runtime, district: District, kind: RowKind, header: string[], rows: Iterable<Cell[]>) {
  if (await runtime.store.generation(kind, district.id)) return;
  const today = dateIn(Date.now(), district.timezone);
  await importFile({
    kind,
    district,
    batches: makeBatches(header, rows),
    register: runtime.store,
    keys: runtime.config.keys,
    packs: runtime.config.packs,
    words: runtime.words,
    asOf: today,
    today,
    allowed: { shrink: true, unknown: true, refused: true, invalid: true, older: true, elsewhere: true, cut: true },
  });
}

async function* makeBatches(header: Cell[], rows: Iterable<Cell[]>) {
  let batch: Cell[][] = [header];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield { rows: batch, done: 0, total: 0 };
    batch = [];
  }
  yield { rows: batch, done: 0, total: 0 };
}
