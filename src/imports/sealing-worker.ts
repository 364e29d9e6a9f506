import { parentPort, workerData } from "node:worker_threads";
import sheets from "../../districts/national/sheet-words.json" with { type: "json" };
import { defined } from "../defined.ts";
import { loadAreaCodes, loadBpsCodes } from "../districts/areas.ts";
import type { PackRoot } from "../districts/index.ts";
import { openVault } from "../privacy/vault.ts";
import { openAreaFinder } from "../register/area-names.ts";
import type { Area } from "../register/district.ts";
import type { NameWords } from "../register/name-cells.ts";
import type { Recipient, RowKind } from "../register/recipient.ts";
import type { Status } from "../register/status-words.ts";
import type { Reason } from "../vocabulary/lists.ts";
import { isAboutNobody } from "./rows/about-nobody.ts";
import { readAidRow } from "./rows/aid-row.ts";
import type { Cell } from "./rows/cell.ts";
import type { Header } from "./rows/header.ts";
import { countNumbers, type NumbersSeen } from "./rows/numbers-seen.ts";
import { readRegisterRow } from "./rows/register-row.ts";
import type { ImportContext, UnjudgedWords } from "./rows/row.ts";
import type { FindingCode, KkFault, NikFault } from "./rows/row-findings.ts";

/** Keys are base64 texts, because a Buffer loses its type between threads. */
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
  nameWords: NameWords;
  programmes: [string, string][];
  areas: Area[];
  regency: string;
  bps: boolean;
};

export type Chunk = { first: number; rows: Cell[][] };

export type Judgement = UnjudgedWords & { valid: boolean; unread: boolean; reasons: Reason[]; hasDesil?: true };

/** Most rows share these objects, so each message contains them only once. */
const VALID: Judgement = { valid: true, unread: false, reasons: [] };
const VALID_WITH_DESIL: Judgement = { ...VALID, hasDesil: true };

/** `sealed`: all sealed values, one after another. `ends`: where each value ends. */
export type PreparedChunk = {
  first: number;
  niks: string[];
  kks: (string | null)[];
  numbers: number[];
  hashes: string[];
  sealed: ArrayBuffer;
  ends: number[];
  rejected: number;
  /** `undefined` for a payment. */
  judgements: (Judgement | undefined)[];
  programmes: string[];
  unmapped: Record<string, number>;
  nikFaults: [row: number, fault: NikFault][];
  kkFaults: [row: number, fault: KkFault][];
  notes: [row: number, code: FindingCode, words?: string][];
  aboutNobody: number;
  seen: NumbersSeen;
};

const settings = workerData as WorkerSettings;
const vault = openVault({
  seal: new Map(settings.sealKeys.map(([version, key]) => [version, Buffer.from(key, "base64")])),
  index: Buffer.from(settings.indexKey, "base64"),
});
const codes = new Set(settings.areas.map(({ code }) => code));
const context: ImportContext = {
  today: settings.today,
  areas: loadAreaCodes(settings.packs),
  spellings: new Map(settings.spellings),
  statuses: new Map(settings.statuses),
  nameWords: settings.nameWords,
  programmes: new Map(settings.programmes),
  areaNamed: openAreaFinder(settings.areas, sheets.before_places),
  isArea: (code) => codes.has(code),
  bps: settings.bps ? loadBpsCodes(settings.packs) : undefined,
};

const addOne = <Name extends string>(counts: Partial<Record<Name, number>>, name: Name) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

function judgementOf({ valid, reasons, unread, desil }: Recipient, { unknown, held, doubt }: UnjudgedWords): Judgement {
  if (valid) return desil === undefined ? VALID : VALID_WITH_DESIL;
  const hasDesil = desil === undefined ? undefined : (true as const);
  return { valid, unread: unread === true, reasons, ...defined({ unknown, held, doubt, hasDesil }) };
}

const noteTextOf = ({ words }: { words?: string }): [] | [string] => (words === undefined ? [] : [words]);

function prepareChunk({ first, rows }: Chunk): PreparedChunk {
  const result: Omit<PreparedChunk, "sealed"> = {
    first,
    niks: [],
    kks: [],
    numbers: [],
    hashes: [],
    ends: [],
    rejected: 0,
    judgements: [],
    programmes: [],
    unmapped: {},
    nikFaults: [],
    kkFaults: [],
    notes: [],
    aboutNobody: 0,
    seen: { read: 0, elsewhere: 0, endingIn0: 0 },
  };
  const sealed: Buffer[] = [];
  let length = 0;
  rows.forEach((cells, index) => {
    if (isAboutNobody(cells, settings.header)) {
      result.aboutNobody += 1;
      return;
    }
    const read =
      settings.kind === "register"
        ? readRegisterRow(cells, settings.header, context)
        : readAidRow(cells, settings.header, context);
    if ("rejected" in read) {
      result.rejected += 1;
      result.notes.push([first + index, read.rejected, ...noteTextOf(read)]);
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
    if (!read.nikFault) countNumbers(result.seen, value, settings.regency);
    if (read.nikFault) result.nikFaults.push([first + index, read.nikFault]);
    if (read.kkFault) result.kkFaults.push([first + index, read.kkFault]);
    for (const note of read.notes) result.notes.push([first + index, note.code, ...noteTextOf(note)]);
    result.judgements.push("reasons" in value ? judgementOf(value, read) : undefined);
    if (!("reasons" in value)) {
      result.programmes.push(value.programme);
      return;
    }
    for (const words of read.unmapped) addOne(result.unmapped, words);
  });
  const sealedRows = new ArrayBuffer(length);
  const target = Buffer.from(sealedRows);
  let at = 0;
  for (const bytes of sealed) at += bytes.copy(target, at);
  return { ...result, sealed: sealedRows };
}

parentPort?.on("message", (chunk: Chunk) => {
  const result = prepareChunk(chunk);
  parentPort?.postMessage(result, [result.sealed]);
});
