import { parentPort, workerData } from "node:worker_threads";
import sheets from "../../districts/national/sheet-words.json" with { type: "json" };
import { defined } from "../defined.ts";
import { loadAreaCodes, loadBpsCodes, loadDistrictAreas } from "../districts/areas.ts";
import type { PackRoot } from "../districts/index.ts";
import { openVault } from "../privacy/vault.ts";
import { openAreaFinder } from "../register/area-names.ts";
import type { Recipient, RowKind } from "../register/recipient.ts";
import type { Status } from "../register/status-words.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Cell } from "./rows/cell.ts";
import type { Header } from "./rows/header.ts";
import { isNobodys } from "./rows/nobodys.ts";
import { aidRow, type ImportContext, type Lack, registerRow } from "./rows/row.ts";
import type { KkFault, NikFault, RejectCode } from "./rows/sentences.ts";

/** What the worker is started with; keys as base64, since buffers lose their type on the way. */
export type WorkerSettings = {
  kind: RowKind;
  seal: string;
  header: Header;
  sealKeys: [number, string][];
  indexKey: string;
  packs: PackRoot;
  today: string;
  spellings: [string, Reason][];
  statuses: [string, Status][];
  /** Codes of the programmes that the district knows. */
  programmes: string[];
  /** Kemendagri's code of the district. */
  regency: string;
  bps: boolean;
};

/** Rows of a file; `first` is the file's number of the first one. */
export type Chunk = { first: number; rows: Cell[][] };

/** What a row says of its person. */
export type Judgement = Lack & { valid: boolean; unread: boolean; reasons: Reason[] };

/** Most rows say no more: they share one object, which is copied once a chunk on its way. */
const VALID: Judgement = { valid: true, unread: false, reasons: [] };

/** The same rows, ready to be written: sealed values in one buffer, with where each ends. */
export type Prepared = {
  /** As the chunk's. */
  first: number;
  niks: string[];
  kks: (string | null)[];
  /** The file's number of each row. */
  numbers: number[];
  hashes: string[];
  sealed: ArrayBuffer;
  ends: number[];
  /** How many of the rows were refused. */
  rejected: number;
  /** What each row says of its person, absent for a payment: a row that stands there twice is counted once. */
  judgements: (Judgement | undefined)[];
  unmapped: Record<string, number>;
  /** Rows that are taken, and that nobody finds by a NIK. */
  nikFaults: [row: number, fault: NikFault][];
  /** The same of a family card. */
  kkFaults: [row: number, fault: KkFault][];
  /** What else is to be told of rows: those that are refused, and cells that were not read as they stand. */
  notes: [row: number, code: RejectCode, words?: string][];
  /** Rows that are nobody's. */
  nobodys: number;
};

const settings = workerData as WorkerSettings;
const vault = openVault({
  seal: new Map(settings.sealKeys.map(([version, key]) => [version, Buffer.from(key, "base64")])),
  index: Buffer.from(settings.indexKey, "base64"),
});
const districtAreas = loadDistrictAreas(settings.packs, settings.regency);
const codes = new Set(districtAreas.map(({ code }) => code));
const context: ImportContext = {
  today: settings.today,
  areas: loadAreaCodes(settings.packs),
  spellings: new Map(settings.spellings),
  statuses: new Map(settings.statuses),
  programmes: new Set(settings.programmes),
  areaNamed: openAreaFinder(districtAreas, sheets.before_places),
  isArea: (code) => codes.has(code),
  bps: settings.bps ? loadBpsCodes(settings.packs) : undefined,
};

const count = <Name extends string>(counts: Partial<Record<Name, number>>, name: Name) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function judgementOf({ valid, reasons, unread }: Recipient, { unknown, held, doubt }: Lack): Judgement {
  if (valid) return VALID;
  return { valid, unread: unread === true, reasons, ...defined({ unknown, held, doubt }) };
}

const textOf = ({ words }: { words?: string }): [] | [string] => (words === undefined ? [] : [words]);

function prepared({ first, rows }: Chunk): Prepared {
  const result: Omit<Prepared, "sealed"> = {
    first,
    niks: [],
    kks: [],
    numbers: [],
    hashes: [],
    ends: [],
    rejected: 0,
    judgements: [],
    unmapped: {},
    nikFaults: [],
    kkFaults: [],
    notes: [],
    nobodys: 0,
  };
  const sealed: Buffer[] = [];
  let length = 0;
  rows.forEach((cells, index) => {
    if (isNobodys(cells, settings.header)) {
      result.nobodys += 1;
      return;
    }
    const read =
      settings.kind === "register"
        ? registerRow(cells, settings.header, context)
        : aidRow(cells, settings.header, context);
    if ("rejected" in read) {
      result.rejected += 1;
      result.notes.push([first + index, read.rejected, ...textOf(read)]);
      return;
    }
    const { value } = read;
    const bytes = vault.seal(value, settings.seal);
    sealed.push(bytes);
    length += bytes.length;
    result.ends.push(length);
    const hash = vault.index("row", JSON.stringify(value));
    result.niks.push(value.nik === "" ? hash : vault.index("nik", value.nik));
    result.kks.push("kk" in value && value.kk ? vault.index("kk", value.kk) : null);
    result.hashes.push(hash);
    result.numbers.push(first + index);
    if (read.nikFault) result.nikFaults.push([first + index, read.nikFault]);
    if (read.kkFault) result.kkFaults.push([first + index, read.kkFault]);
    for (const note of read.notes) result.notes.push([first + index, note.code, ...textOf(note)]);
    result.judgements.push("reasons" in value ? judgementOf(value, read) : undefined);
    if (!("reasons" in value)) return;
    for (const words of read.unmapped) count(result.unmapped, words);
  });
  const together = new ArrayBuffer(length);
  const target = Buffer.from(together);
  let at = 0;
  for (const bytes of sealed) at += bytes.copy(target, at);
  return { ...result, sealed: together };
}

parentPort?.on("message", (chunk: Chunk) => {
  const result = prepared(chunk);
  parentPort?.postMessage(result, [result.sealed]);
});
