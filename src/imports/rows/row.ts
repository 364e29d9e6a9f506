import type { AreaCodes } from "../../register/area-codes.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { checkFamilyCard, checkNumber, type NumberError } from "../../register/nik.ts";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { plainWords, type Status } from "../../register/status-words.ts";
import { AID_STATES, REASONS, type Reason } from "../../vocabulary/lists.ts";
import { type AreaContext, areaOf } from "./area.ts";
import { birthAndSex } from "./birth-and-sex.ts";
import { amountCell, type Cell, cellText, isBlank, numberCell } from "./cell.ts";
import { dateCell, monthCell } from "./date.ts";
import type { Header } from "./header.ts";
import type { KkFault, NikFault, Note, Refusal, Rejection } from "./sentences.ts";
import { tellable } from "./tellable.ts";

/**
 * What reading a row needs to know. `today` is `2026-11-23`; `spellings` and `statuses` by plain words; `programmes`: the
 * codes that the district knows.
 */
export type ImportContext = AreaContext & {
  today: string;
  areas: AreaCodes;
  spellings: ReadonlyMap<string, Reason>;
  statuses: ReadonlyMap<string, Status>;
  programmes?: ReadonlySet<string>;
};

/**
 * The words for which a row's data cannot be judged. `unknown`: of the status column, which nobody has mapped, empty for a
 * cell that is; `held`: of the status column, which a list says to be looked at; `doubt`: of a reason beside "valid", which
 * nobody has mapped.
 */
export type Lack = { unknown?: string; held?: string; doubt?: string };

/**
 * `unmapped`: an office's words for a reason that nobody has mapped; a caseworker looks at them.
 * `notes`: cells that were not read as they stand. `nikFault`: why nobody finds this row by a NIK. `kkFault`: why
 * nobody proves by a family card that it is theirs.
 */
export type ReadRow<Value> =
  | (Lack & { value: Value; unmapped: string[]; notes: Note[]; nikFault?: NikFault; kkFault?: KkFault })
  | Refusal;

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** Empty cells behind the last column are no columns. */
function refused(cells: readonly Cell[], { width }: Header): Rejection | undefined {
  if (cells.length < width || !cells.slice(width).every(isBlank)) return "WRONG_COLUMNS";
  return cells.some((cell) => typeof cell === "string" && CONTROL.test(cell)) ? "UNREADABLE" : undefined;
}

/**
 * Reads one row of a register. A row whose NIK fails its test is kept, as not valid, and waits for its repair. A KK that
 * fails its test is left out and says nothing about the person: whether they are valid is the register's word.
 */
export function registerRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Recipient> {
  const wrong = refused(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = numberCell(cell("nik"));
  const kk = numberCell(cell("no_kk"));
  if ("damaged" in nik || "damaged" in kk) return { rejected: "DAMAGED_NUMBER" };
  const name = cellText(cell("nama"));
  if (name === undefined && nik.text === undefined && kk.text === undefined) return { rejected: "NOBODY" };
  if (name === undefined || !/\p{L}/u.test(name)) return { rejected: "NO_NAME" };

  const nikCheck = checkNumber(nik.text ?? "", context);
  const kkCheck = kk.text === undefined ? undefined : checkFamilyCard(kk.text, context);
  const written = cellText(cell("status_data"));
  const why = cellText(cell("alasan"));
  const { valid, status, reasons, unmapped, isUnknown, isListed } = judged(written, why, context);
  const isOwnNik = kkCheck?.valid === true && kkCheck.digits === nikCheck.digits;
  const isReadable = nikCheck.valid;
  const { notes: bornNotes, ...born } = birthAndSex(cell, nikCheck, context.today);
  const { area, notes: areaNotes } = areaOf(cell, context);
  const address = addressOf(cell);
  const isUnread = isUnknown && isReadable;
  const isDoubted = isUnknown && status === "valid";
  const lack: keyof Lack = isDoubted ? "doubt" : isListed ? "held" : "unknown";
  const known = reasons.length > 0 ? reasons : (["TIDAK_DIKETAHUI"] satisfies Reason[]);
  return {
    value: {
      nik: nikCheck.digits,
      name,
      valid: valid && isReadable,
      reasons: (valid && isReadable) || isUnread ? [] : known,
      ...(isUnread ? { unread: true as const } : {}),
      ...(kkCheck?.valid && !isOwnNik ? { kk: kkCheck.digits } : {}),
      ...born,
      ...(area ? { area } : {}),
      ...(address ? { address } : {}),
    },
    unmapped,
    notes: [
      ...(isUnknown && !isDoubted && header.positions.status_data !== undefined ? [statusNote(written, isListed)] : []),
      ...(status === "valid" && reasons.length > 0 && !isDoubted
        ? [{ code: "VALID_WITH_REASON", words: statusShown(why) } as const]
        : []),
      ...(status === "invalid" && reasons.length === 0 && header.positions.alasan !== undefined
        ? [{ code: "NO_REASON" } as const]
        : []),
      ...unmapped.map((words): Note => ({ code: isDoubted ? "VALID_UNKNOWN_REASON" : "UNKNOWN_REASON", words })),
      ...areaNotes,
      ...bornNotes,
    ],
    ...(isUnknown ? { [lack]: statusShown(lack === "doubt" ? why : written) } : {}),
    ...nikFaultOf(nikCheck.errors),
    ...(header.positions.no_kk === undefined ? {} : isOwnNik ? { kkFault: "KK_IS_NIK" } : kkFaultOf(kkCheck?.errors)),
  };
}

function statusNote(written: string | undefined, isListed: boolean): Note {
  if (written === undefined) return { code: "NO_STATUS" };
  return { code: isListed ? "HELD_STATUS" : "UNKNOWN_STATUS", words: statusShown(written) };
}

const isWritten = (cell: Cell | undefined): boolean => !isBlank(cell);
const statusShown = (written: string | undefined): string => maskNumbers(written ?? "").slice(0, MOST_WORDS);

const isLength = ({ code }: NumberError): boolean => code === "TOO_SHORT" || code === "TOO_LONG";

function nikFaultOf([error]: readonly NumberError[]): { nikFault?: NikFault } {
  if (!error) return {};
  if (error.code === "EMPTY") return { nikFault: "NO_NIK" };
  return { nikFault: isLength(error) ? "NIK_LENGTH" : "NIK_IMPOSSIBLE" };
}

/** A family card's number that is not there is told too: its person reads "registered" only. */
function kkFaultOf(errors: readonly NumberError[] | undefined): { kkFault?: KkFault } {
  if (errors === undefined) return { kkFault: "NO_KK" };
  const [error] = errors;
  if (!error) return {};
  if (error.code === "EMPTY") return { kkFault: "NO_KK" };
  return { kkFault: isLength(error) ? "KK_LENGTH" : "KK_IMPOSSIBLE" };
}

const MOST_WORDS = 60;

/**
 * What status and reason say together. A status that nobody knows and a reason that nobody knows beside "valid" judge
 * nobody; a known reason always does.
 */
function judged(written: string | undefined, why: string | undefined, { spellings, statuses }: ImportContext) {
  const listed = written === undefined ? undefined : statuses.get(plainWords(written));
  const status: Status = listed ?? "unknown";
  const { reasons, unmapped } = reasonsIn(why, spellings);
  if (status !== "valid" && status !== "invalid" && status !== "unknown") {
    const all = [...new Set([status, ...reasons])];
    return { valid: false, status, reasons: all, unmapped, isUnknown: false, isListed: true };
  }
  const isKnown =
    reasons.some((reason) => reason !== "TIDAK_DIKETAHUI") || (reasons.length > 0 && unmapped.length === 0);
  const isUnknown = !isKnown && (status === "unknown" || (status === "valid" && unmapped.length > 0));
  return {
    valid: status === "valid" && reasons.length === 0,
    status,
    reasons,
    unmapped,
    isUnknown,
    isListed: listed === "unknown",
  };
}

type Cells = (name: string) => Cell | undefined;

/** Street, hamlet, RT and RW, as far as the file has them. */
function addressOf(cell: Cells): string | undefined {
  const [street, hamlet, rt, rw] = ["alamat", "dusun", "rt", "rw"].map((name) => cellText(cell(name)));
  const parts = [street, hamlet && hamlet !== street ? hamlet : undefined, rt && `RT ${rt}`, rw && `RW ${rw}`];
  return parts.filter(Boolean).join(" ") || undefined;
}

/** Codes or spellings, several with ; , / + between; a whole cell that is one spelling counts as that. */
function reasonsIn(
  text: string | undefined,
  spellings: ReadonlyMap<string, Reason>,
): { reasons: Reason[]; unmapped: string[] } {
  if (text === undefined) return { reasons: [], unmapped: [] };
  const whole = spellings.get(plainWords(text));
  if (whole) return { reasons: [whole], unmapped: [] };
  const reasons = new Set<Reason>();
  const unmapped: string[] = [];
  for (const part of text
    .split(/[;,/+|]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const reason =
      REASONS.find((code) => code === part.toUpperCase().replace(/[\s-]+/g, "_")) ?? spellings.get(plainWords(part));
    if (reason) reasons.add(reason);
    else unmapped.push(maskNumbers(part).slice(0, MOST_WORDS));
  }
  if (unmapped.length > 0) reasons.add("TIDAK_DIKETAHUI");
  return { reasons: [...reasons], unmapped };
}

/** Reads one row of an aid list; what cannot be understood of a payment is refused, never guessed. */
export function aidRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Aid> {
  const wrong = refused(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = numberCell(cell("nik"));
  if ("damaged" in nik) return { rejected: "DAMAGED_NUMBER" };
  if (nik.text === undefined) return { rejected: "NOBODY" };
  const programme = cellText(cell("program"))?.toUpperCase();
  if (!programme) return { rejected: "NO_PROGRAMME" };
  const written = cellText(cell("status"))
    ?.toUpperCase()
    .replace(/[\s-]+/g, "_");
  const state = AID_STATES.find((one) => one === written);
  const refusal = (rejected: Rejection, name: string): Refusal => {
    const words = tellable(cellText(cell(name)));
    return { rejected, ...(words === undefined ? {} : { words }) };
  };
  if (!state) return refusal("UNKNOWN_STATE", "status");
  const month = monthCell(cell("bulan"), context.today);
  if (!month && isWritten(cell("bulan"))) return refusal("BAD_MONTH", "bulan");
  const amount = amountCell(cell("nominal"));
  if (amount === undefined && isWritten(cell("nominal"))) return refusal("BAD_AMOUNT", "nominal");
  const paidOn = dateCell(cell("tanggal"), context.today);
  const lastDay = dateCell(cell("batas_ambil"), context.today);
  if (!paidOn && isWritten(cell("tanggal"))) return refusal("BAD_DATE", "tanggal");
  if (!lastDay && isWritten(cell("batas_ambil"))) return refusal("BAD_LAST_DAY", "batas_ambil");
  const texts = { stage: "tahap", payer: "penyalur", note: "keterangan", place: "tempat" };
  const named = Object.entries(texts).flatMap(([ours, theirs]) => {
    const text = cellText(cell(theirs));
    return text ? [[ours, text]] : [];
  });
  const { digits, errors } = checkNumber(nik.text, context);
  return {
    value: {
      nik: digits,
      programme,
      state,
      ...Object.fromEntries(named),
      ...(month ? { month } : {}),
      ...(amount === undefined ? {} : { amount }),
      ...(paidOn ? { paidOn } : {}),
      ...(lastDay ? { lastDay } : {}),
    },
    unmapped: [],
    notes: programmeNotes(programme, context),
    ...nikFaultOf(errors),
  };
}

function programmeNotes(programme: string, { programmes }: ImportContext): Note[] {
  if (programmes === undefined || programmes.has(programme)) return [];
  const words = tellable(programme);
  return [{ code: "UNKNOWN_PROGRAMME", ...(words === undefined ? {} : { words }) }];
}
