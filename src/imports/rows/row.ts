import type { AreaCodes } from "../../register/area-codes.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { isMoreThanName, type NameWords, saysDead } from "../../register/name-cells.ts";
import { checkFamilyCard, checkNik, type NumberError } from "../../register/nik.ts";
import { programmeNamed } from "../../register/programme-names.ts";
import type { Aid, Recipient } from "../../register/recipient.ts";
import { plainWords, type Status } from "../../register/status-words.ts";
import { AID_STATES, REASONS, type Reason } from "../../vocabulary/lists.ts";
import { type AreaContext, areaOf } from "./area.ts";
import { readBirthAndSex } from "./birth-and-sex.ts";
import { type Cell, cellText, isBlank, readAmount, readNumber } from "./cell.ts";
import { readDate, readMonth } from "./date.ts";
import { readDesil } from "./desil.ts";
import type { Header } from "./header.ts";
import type { KkFault, NikFault, Note, Refusal, Rejection } from "./row-findings.ts";
import { tellableText } from "./tellable-text.ts";

/**
 * The data for reading a row. `today` has the form `2026-11-23`. `spellings` and `statuses` map normalised words to
 * reasons and statuses. `programmes` maps the plain words of each programme's names to its code.
 */
export type ImportContext = AreaContext & {
  today: string;
  areas: AreaCodes;
  /** Words in a name cell that are no names. Without these lists, no name cell is noted. */
  nameWords?: NameWords;
  spellings: ReadonlyMap<string, Reason>;
  statuses: ReadonlyMap<string, Status>;
  programmes?: ReadonlyMap<string, string>;
};

/**
 * The words because of which a row's data is not judged. `unknown`: status words that are not mapped, or an empty
 * string for an empty cell. `held`: status words that the office wants to look at. `doubt`: a reason that is not
 * mapped, in a row whose status says "valid".
 */
export type UnjudgedWords = { unknown?: string; held?: string; doubt?: string };

/**
 * A row that was read, or the refusal of a row. `unmapped` has an office's words for a reason that are not mapped; a
 * caseworker looks at them. `notes` names the cells that could not be read as written.
 *
 * `nikFault` says why the row cannot be found by a NIK. `kkFault` says why a person cannot prove by a family card that
 * the row is theirs.
 */
export type ReadRow<Value> =
  | (UnjudgedWords & { value: Value; unmapped: string[]; notes: Note[]; nikFault?: NikFault; kkFault?: KkFault })
  | Refusal;

const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** Returns why a row is refused because of its cells. Empty cells behind the last column do not count as columns. */
function rejectionOf(cells: readonly Cell[], { width }: Header): Rejection | undefined {
  if (cells.length < width || !cells.slice(width).every(isBlank)) return "WRONG_COLUMNS";
  return cells.some((cell) => typeof cell === "string" && CONTROL.test(cell)) ? "UNREADABLE" : undefined;
}

/**
 * Reads one row of a register. If the NIK fails its check, the row counts as not valid, but stays so that it can be
 * repaired. If the KK number fails its check, the number is left out, and the person may still count as valid.
 */
export function readRegisterRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Recipient> {
  const wrong = rejectionOf(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = readNumber(cell("nik"));
  const kk = readNumber(cell("no_kk"));
  if ("damaged" in nik || "damaged" in kk) return { rejected: "DAMAGED_NUMBER" };
  const name = cellText(cell("nama"));
  if (name === undefined && nik.text === undefined && kk.text === undefined) return { rejected: "NOBODY" };
  if (name === undefined || !/\p{L}/u.test(name)) return { rejected: "NO_NAME" };

  const nikCheck = checkNik(nik.text ?? "", context);
  const kkCheck = kk.text === undefined ? undefined : checkFamilyCard(kk.text, context);
  const written = cellText(cell("status_data"));
  const why = cellText(cell("alasan"));
  const { valid, status, reasons, unmapped, isUnknown, isListed } = judgeRow(written, why, context);
  const isOwnNik = kkCheck?.valid === true && kkCheck.digits === nikCheck.digits;
  const isReadable = nikCheck.valid;
  const { notes: bornNotes, ...born } = readBirthAndSex(cell, nikCheck, context.today);
  const { area, notes: areaNotes } = areaOf(cell, context);
  const { notes: rankNotes, ...rank } = readDesil(cell, name, context.today);
  const address = addressOf(cell);
  const isUnread = isUnknown && isReadable;
  const isDoubted = isUnknown && status === "valid";
  const lack: keyof UnjudgedWords = isDoubted ? "doubt" : isListed ? "held" : "unknown";
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
      ...rank,
    },
    unmapped,
    notes: [
      ...(isUnknown && !isDoubted && header.positions.status_data !== undefined ? [statusNote(written, isListed)] : []),
      ...(status === "valid" && reasons.length > 0 && !isDoubted
        ? [{ code: "VALID_WITH_REASON", words: shownWords(why) } as const]
        : []),
      ...(status === "invalid" && reasons.length === 0 && header.positions.alasan !== undefined
        ? [{ code: "NO_REASON" } as const]
        : []),
      ...reasonsNotUsed(cells, header, context.spellings, reasons),
      ...unmapped.map((words): Note => ({ code: isDoubted ? "VALID_UNKNOWN_REASON" : "UNKNOWN_REASON", words })),
      ...areaNotes,
      ...(context.nameWords && isMoreThanName(name, context.nameWords) ? [{ code: "MORE_THAN_NAME" } as const] : []),
      ...(valid && context.nameWords && saysDead(name, context.nameWords) ? [{ code: "DEAD_BY_NAME" } as const] : []),
      ...bornNotes,
      ...rankNotes,
    ],
    ...(isUnknown ? { [lack]: shownWords(lack === "doubt" ? why : written) } : {}),
    ...nikFaultOf(nikCheck.errors),
    ...(header.positions.no_kk === undefined ? {} : isOwnNik ? { kkFault: "KK_IS_NIK" } : kkFaultOf(kkCheck?.errors)),
  };
}

function statusNote(written: string | undefined, isListed: boolean): Note {
  if (written === undefined) return { code: "NO_STATUS" };
  return { code: isListed ? "HELD_STATUS" : "UNKNOWN_STATUS", words: shownWords(written) };
}

const isFilled = (cell: Cell | undefined): boolean => !isBlank(cell);
const shownWords = (written: string | undefined): string => maskNumbers(written ?? "").slice(0, MOST_SHOWN_LETTERS);

const isWrongLength = ({ code }: NumberError): boolean => code === "TOO_SHORT" || code === "TOO_LONG";

function nikFaultOf([error]: readonly NumberError[]): { nikFault?: NikFault } {
  if (!error) return {};
  if (error.code === "EMPTY") return { nikFault: "NO_NIK" };
  return { nikFault: isWrongLength(error) ? "NIK_LENGTH" : "NIK_IMPOSSIBLE" };
}

/**
 * Returns the fault of a KK number. A missing number is a fault too, because such a person learns in the chat only that
 * they are registered.
 */
function kkFaultOf(errors: readonly NumberError[] | undefined): { kkFault?: KkFault } {
  if (errors === undefined) return { kkFault: "NO_KK" };
  const [error] = errors;
  if (!error) return {};
  if (error.code === "EMPTY") return { kkFault: "NO_KK" };
  return { kkFault: isWrongLength(error) ? "KK_LENGTH" : "KK_IMPOSSIBLE" };
}

const MOST_SHOWN_LETTERS = 60;

/**
 * Judges a row from its status and its reason. A status that is not mapped gives no judgement. The status "valid" with
 * a reason that is not mapped gives no judgement either. A known reason always means that the data has to be repaired.
 */
function judgeRow(written: string | undefined, why: string | undefined, { spellings, statuses }: ImportContext) {
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

/** Notes the columns without a use whose cell is one spelling of a reason that the row does not have. */
function reasonsNotUsed(
  cells: readonly Cell[],
  { unused }: Header,
  spellings: ReadonlyMap<string, Reason>,
  has: readonly Reason[],
): Note[] {
  return unused.flatMap(({ name, index }): Note[] => {
    const text = cellText(cells[index]);
    const reason = text === undefined || text.length > MOST_SHOWN_LETTERS ? undefined : spellings.get(plainWords(text));
    return reason === undefined || has.includes(reason)
      ? []
      : [{ code: "REASON_NOT_USED", words: `${name}: ${reason}` }];
  });
}

type Cells = (name: string) => Cell | undefined;

/** Joins street, hamlet, RT and RW, if the file has them. */
function addressOf(cell: Cells): string | undefined {
  const [street, hamlet, rt, rw] = ["alamat", "dusun", "rt", "rw"].map((name) => cellText(cell(name)));
  const parts = [street, hamlet && hamlet !== street ? hamlet : undefined, rt && `RT ${rt}`, rw && `RW ${rw}`];
  return parts.filter(Boolean).join(" ") || undefined;
}

/**
 * Reads reasons from codes or spellings, separated by ; , / + or |. A cell that is one spelling as a whole is not
 * split.
 */
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
    else unmapped.push(maskNumbers(part).slice(0, MOST_SHOWN_LETTERS));
  }
  if (unmapped.length > 0) reasons.add("TIDAK_DIKETAHUI");
  return { reasons: [...reasons], unmapped };
}

/**
 * Reads one row of an aid list. If a cell of a payment cannot be understood, the payment is refused, because a guess
 * could be wrong.
 */
export function readAidRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Aid> {
  const wrong = rejectionOf(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = readNumber(cell("nik"));
  if ("damaged" in nik) return { rejected: "DAMAGED_NUMBER" };
  if (nik.text === undefined) return { rejected: "NOBODY" };
  const named = cellText(cell("program"))?.toUpperCase();
  if (!named) return { rejected: "NO_PROGRAMME" };
  const programme = programmeNamed(named, context.programmes ?? new Map()) ?? named;
  const written = cellText(cell("status"))
    ?.toUpperCase()
    .replace(/[\s-]+/g, "_");
  const state = AID_STATES.find((one) => one === written);
  const refusal = (rejected: Rejection, name: string): Refusal => {
    const words = tellableText(cellText(cell(name)));
    return { rejected, ...(words === undefined ? {} : { words }) };
  };
  if (!state) return refusal("UNKNOWN_STATE", "status");
  const month = readMonth(cell("bulan"), context.today);
  if (!month && isFilled(cell("bulan"))) return refusal("BAD_MONTH", "bulan");
  const amount = readAmount(cell("nominal"));
  if (amount === undefined && isFilled(cell("nominal"))) return refusal("BAD_AMOUNT", "nominal");
  const paidOn = readDate(cell("tanggal"), context.today);
  const lastDay = readDate(cell("batas_ambil"), context.today);
  if (!paidOn && isFilled(cell("tanggal"))) return refusal("BAD_DATE", "tanggal");
  if (!lastDay && isFilled(cell("batas_ambil"))) return refusal("BAD_LAST_DAY", "batas_ambil");
  const texts = { stage: "tahap", payer: "penyalur", note: "keterangan", place: "tempat" };
  const told = Object.entries(texts).flatMap(([ours, theirs]) => {
    const text = cellText(cell(theirs));
    return text ? [[ours, text]] : [];
  });
  const { digits, errors } = checkNik(nik.text, context);
  const isPaidToCome = state === "TERSALUR" && paidOn !== undefined && paidOn > context.today;
  const isPastCollecting = state === "SIAP_SALUR" && lastDay !== undefined && lastDay < context.today;
  const dateNotes: Note[] = [
    ...(isPaidToCome ? [{ code: "PAID_TO_COME" as const }] : []),
    ...(isPastCollecting ? [{ code: "PAST_COLLECTING" as const }] : []),
  ];
  return {
    value: {
      nik: digits,
      programme,
      state,
      ...Object.fromEntries(told),
      ...(month ? { month } : {}),
      ...(amount === undefined ? {} : { amount }),
      ...(paidOn && !isPaidToCome ? { paidOn } : {}),
      ...(lastDay ? { lastDay } : {}),
    },
    unmapped: [],
    notes: [...programmeNotes(named, programme, context), ...dateNotes],
    ...nikFaultOf(errors),
  };
}

function programmeNotes(named: string, programme: string, { programmes }: ImportContext): Note[] {
  if (programmes === undefined) return [];
  const words = tellableText(named);
  if (named !== programme) {
    return [{ code: "NAMED_PROGRAMME", ...(words === undefined ? {} : { words: `${words} -> ${programme}` }) }];
  }
  if (programmes.get(plainWords(programme)) === programme) return [];
  return [{ code: "UNKNOWN_PROGRAMME", ...(words === undefined ? {} : { words }) }];
}
