import type { Vault } from "../privacy/vault.ts";
import { MOST_ROWS_OF_NUMBER } from "../register/placeholder.ts";
import { Aid, Recipient, type RowKind } from "../register/recipient.ts";
import type { NewGeneration, PreparedRow, RowNumber } from "../store/ports/register.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { RowsByHash } from "./repeated-rows.ts";
import type { Mark } from "./row-marks.ts";

export type RemovedNumbers = { niks: number; kks: number; wasValid: number; wasUnread: number; withoutReason: number };

export type Marking = {
  vault: Vault;
  seal: string;
  rows: Pick<RowsByHash, "rename">;
  mark(hash: string, code: Mark): void;
};

const AT_ONCE = 500;

/** Removes numbers that too many rows share. The people stay on the list. */
export async function removePlaceholders(
  generation: NewGeneration,
  kind: RowKind,
  marking: Marking,
): Promise<RemovedNumbers> {
  const removed: RemovedNumbers = { niks: 0, kks: 0, wasValid: 0, wasUnread: 0, withoutReason: 0 };
  const niks = await generation.crowdedNumbers("nik", MOST_ROWS_OF_NUMBER);
  const kks = kind === "register" ? await generation.crowdedNumbers("kk", MOST_ROWS_OF_NUMBER) : [];
  const crowded = { nik: new Set(niks), kk: new Set(kks) };
  const all = [...niks.map((index) => ["nik", index] as const), ...kks.map((index) => ["kk", index] as const)];
  for (const [by, index] of all) {
    for await (const rows of rowsOf(generation, by, index)) {
      await generation.replace(rows.map((old) => ({ old, next: removeFromRow(old, crowded, kind, marking, removed) })));
    }
  }
  return removed;
}

/** The caller must replace these rows before the next step, or the loop never ends. */
async function* rowsOf(generation: NewGeneration, by: RowNumber, index: string): AsyncGenerator<PreparedRow[]> {
  for (;;) {
    const rows = await generation.rowsOfNumber(by, index, AT_ONCE);
    if (rows.length === 0) return;
    yield rows;
  }
}

function removeFromRow(
  old: PreparedRow,
  crowded: Record<RowNumber, ReadonlySet<string>>,
  kind: RowKind,
  { vault, seal, rows, mark }: Marking,
  removed: RemovedNumbers,
): PreparedRow {
  const lost = { nik: crowded.nik.has(old.nik), kk: old.kk !== null && crowded.kk.has(old.kk) };
  if (lost.nik) mark(old.hash, "NIK_CROWDED");
  if (lost.kk) mark(old.hash, "KK_CROWDED");
  if (lost.nik) removed.niks += 1;
  if (lost.kk) removed.kks += 1;
  const opened = vault.open(old.sealed, seal);
  const value =
    kind === "aid" ? { ...Aid.parse(opened), nik: "" } : removeFromPerson(Recipient.parse(opened), lost, removed);
  // Without a number, several rows may be equal, but each row needs its own hash.
  const hash = vault.index("row", JSON.stringify([old.hash, value]));
  rows.rename(old.hash, hash);
  return { nik: lost.nik ? hash : old.nik, kk: lost.kk ? null : old.kk, hash, sealed: vault.seal(value, seal) };
}

function removeFromPerson(person: Recipient, lost: Record<RowNumber, boolean>, removed: RemovedNumbers): Recipient {
  const { kk, unread, ...rest } = person;
  const card = lost.kk || kk === undefined ? {} : { kk };
  if (!lost.nik) return { ...rest, ...card, ...(unread ? { unread } : {}) };
  if (person.valid) removed.wasValid += 1;
  if (unread) removed.wasUnread += 1;
  if (person.reasons.length === 0) removed.withoutReason += 1;
  const reasons: Reason[] = person.reasons.length > 0 ? person.reasons : ["TIDAK_DIKETAHUI"];
  return { ...rest, ...card, nik: "", valid: false, reasons };
}
