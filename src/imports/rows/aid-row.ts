import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { checkNik } from "../../register/nik.ts";
import { programmeNamed } from "../../register/programme-names.ts";
import type { Aid } from "../../register/recipient.ts";
import { plainWords } from "../../register/status-words.ts";
import { AID_STATES } from "../../vocabulary/lists.ts";
import { type Cell, cellText, isBlank, readAmount, readNumber } from "./cell.ts";
import { readDate, readMonth } from "./date.ts";
import type { Header } from "./header.ts";
import { type ImportContext, nikFaultOf, type ReadRow, rejectionOf } from "./row.ts";
import type { Note, Refusal, Rejection } from "./row-findings.ts";
import { tellableText } from "./tellable-text.ts";

/** The reader drops these words, because the chat writes "tahap" before a stage's number. */
const BEFORE_STAGE = new RegExp(`^(?:(?:${sheets.before_stages.join("|")})\\b[\\s.:-]*)+(?=\\S)`, "i");

const textOf = (name: string, cell: Cell | undefined): string | undefined => {
  const text = cellText(cell);
  return name === "stage" ? text?.replace(BEFORE_STAGE, "") : text;
};

const isFilled = (cell: Cell | undefined): boolean => !isBlank(cell);

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
    const text = textOf(ours, cell(theirs));
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
