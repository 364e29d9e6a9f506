import type { AreaCodes } from "./area-codes.ts";
import { maskNumbers } from "./find-numbers.ts";
import {
  amountCell,
  type Cell,
  cellText,
  dateCell,
  monthCell,
  numberCell,
  plainWords,
  type Rejection,
} from "./import-cell.ts";
import type { Header } from "./import-header.ts";
import { checkFamilyCard, checkNumber } from "./nik.ts";
import { REASONS, type Reason, type ReasonText } from "./reasons.ts";
import { AID_STATES, type Aid, type Recipient } from "./recipient.ts";

/** What reading a row needs to know. `today` is `2026-11-23`; `bps` turns BPS's kecamatan codes into Kemendagri's. */
export type ImportContext = {
  today: string;
  areas: AreaCodes;
  spellings: ReadonlyMap<string, Reason>;
  bps?: ReadonlyMap<string, string> | undefined;
};

/** `unmapped`: an office's words for a reason that nobody has mapped; a caseworker looks at them. */
export type ReadRow<Value> = { value: Value; unmapped: string[] } | { rejected: Rejection };

/** An office's spellings by their plain words. */
export function spellingsOf(reasons: readonly ReasonText[]): Map<string, Reason> {
  return new Map(
    reasons.flatMap(({ reason, spellings }) =>
      [reason, ...spellings].map((text) => [plainWords(text), reason] as const),
    ),
  );
}

const CONTROL = /[\0-\x08\x0e-\x1f]/;

function refused(cells: readonly Cell[], { width }: Header): Rejection | undefined {
  if (cells.length !== width) return "WRONG_COLUMNS";
  return cells.some((cell) => typeof cell === "string" && CONTROL.test(cell)) ? "UNREADABLE" : undefined;
}

/** Reads one row of a register. A row whose NIK or KK fails its test is kept, as not valid, and waits for its repair. */
export function registerRow(cells: readonly Cell[], header: Header, context: ImportContext): ReadRow<Recipient> {
  const wrong = refused(cells, header);
  if (wrong) return { rejected: wrong };
  const cell = (name: string): Cell | undefined => cells[header.positions[name] ?? -1];
  const nik = numberCell(cell("nik"));
  const kk = numberCell(cell("no_kk"));
  if ("damaged" in nik || "damaged" in kk) return { rejected: "DAMAGED_NUMBER" };
  const name = cellText(cell("nama"));
  if (name === undefined && nik.text === undefined && kk.text === undefined) return { rejected: "NOBODY" };

  const nikCheck = checkNumber(nik.text ?? "", context);
  const kkCheck = kk.text === undefined ? undefined : checkFamilyCard(kk.text, context);
  const { reasons, unmapped } = reasonsIn(cellText(cell("alasan")), context.spellings);
  const stated = /^valid$/i.test(cellText(cell("status_data")) ?? "");
  const valid = stated && reasons.length === 0 && nikCheck.valid && (kkCheck?.valid ?? true);
  const birthDate =
    dateCell(cell("tanggal_lahir")) ?? (nikCheck.birthDates.length === 1 ? nikCheck.birthDates[0] : undefined);
  const area = areaCode(cellText(cell("kode_wilayah")), context.bps);
  const address = cellText(cell("alamat"));
  const sex = sexOf(cellText(cell("jenis_kelamin"))) ?? nikCheck.sex;
  return {
    value: {
      nik: nikCheck.digits,
      name: name ?? "",
      valid,
      reasons: valid ? [] : reasons.length > 0 ? reasons : ["TIDAK_DIKETAHUI"],
      ...(kkCheck ? { kk: kkCheck.digits } : {}),
      ...(birthDate ? { birthDate } : {}),
      ...(sex ? { sex } : {}),
      ...(area ? { area } : {}),
      ...(address ? { address } : {}),
    },
    unmapped,
  };
}

/** Codes or spellings, several with ; , / + between; a whole cell that is one spelling counts as that. */
function reasonsIn(
  text: string | undefined,
  spellings: ReadonlyMap<string, Reason>,
): { reasons: Reason[]; unmapped: string[] } {
  if (text === undefined || text === "-") return { reasons: [], unmapped: [] };
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
    else unmapped.push(maskNumbers(part).slice(0, 60));
  }
  if (unmapped.length > 0) reasons.add("TIDAK_DIKETAHUI");
  return { reasons: [...reasons], unmapped };
}

function areaCode(text: string | undefined, bps: ImportContext["bps"]): string | undefined {
  const digits = text?.replace(/\D/g, "");
  if (!digits) return undefined;
  return bps ? bps.get(digits.slice(0, 7)) : digits;
}

function sexOf(text: string | undefined): Recipient["sex"] {
  if (!text) return undefined;
  if (/^(l|lk|laki|pria|male|m\b)/i.test(text)) return "male";
  return /^(p|pr|perempuan|wanita|female|f\b)/i.test(text) ? "female" : undefined;
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
  if (!state) return { rejected: "UNKNOWN_STATE" };
  const month = monthCell(cell("bulan"));
  if (!month && cellText(cell("bulan"))) return { rejected: "BAD_MONTH" };
  const amount = amountCell(cell("nominal"));
  if (amount === undefined && cellText(cell("nominal"))) return { rejected: "BAD_AMOUNT" };
  const paidOn = dateCell(cell("tanggal"));
  const lastDay = dateCell(cell("batas_ambil"));
  if ((!paidOn && cellText(cell("tanggal"))) || (!lastDay && cellText(cell("batas_ambil"))))
    return { rejected: "BAD_DATE" };
  const texts = { stage: "tahap", payer: "penyalur", note: "keterangan", place: "tempat" };
  const named = Object.entries(texts).flatMap(([ours, theirs]) => {
    const text = cellText(cell(theirs));
    return text ? [[ours, text]] : [];
  });
  return {
    value: {
      nik: checkNumber(nik.text, context).digits,
      programme,
      state,
      ...Object.fromEntries(named),
      ...(month ? { month } : {}),
      ...(amount === undefined ? {} : { amount }),
      ...(paidOn ? { paidOn } : {}),
      ...(lastDay ? { lastDay } : {}),
    },
    unmapped: [],
  };
}
