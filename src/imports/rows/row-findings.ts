import { MOST_ROWS_OF_NUMBER } from "../../register/placeholder.ts";
import { AID_STATES } from "../../vocabulary/lists.ts";

export const REJECTIONS = {
  WRONG_COLUMNS: "the row has another number of columns than the header",
  UNREADABLE: "the row holds characters that cannot be text",
  FORMULA:
    "a cell of the row is a formula, and the file does not hold its result (a program wrote the file); open and save it in Excel, then import that",
  NOBODY: "the row names nobody: no number and no name",
  DAMAGED_NUMBER:
    "a spreadsheet has rounded the NIK or the family-card number (a cell of type number keeps 15 digits, as 3.52401E+15); fetch the list anew with the column as text, since the last digits are lost",
  NO_NAME: "the row has no name (column nama): the cell is empty, or holds digits only; write the name as on the card",
  NO_PROGRAMME: "the row names no programme",
  UNKNOWN_STATE: `the status is none of ${AID_STATES.join(", ")}; put these in the place of your words (Find and Replace in the sheet)`,
  BAD_MONTH: "the month (column bulan) cannot be read; write it as 2021-04",
  BAD_AMOUNT: "the amount (column nominal) cannot be read; write it as 300000",
  BAD_DATE: "the day (column tanggal) cannot be read; write it as 2021-04-20",
  BAD_LAST_DAY: "the last day (column batas_ambil) cannot be read; write it as 2021-04-20",
} as const;
export type Rejection = keyof typeof REJECTIONS;

const COUNTED_FAULTS = {
  NO_NIK: "taken, but without a NIK; nobody finds this row by its number",
  NIK_LENGTH: "taken, but its NIK has too few or too many digits; nobody finds this row by its number",
  NIK_IMPOSSIBLE: "taken, but its NIK holds something else than digits, or a date that cannot be",
  NIK_CROWDED: `taken, but its NIK stands on more than ${MOST_ROWS_OF_NUMBER} rows, so that it is nobody's own; nobody finds this row by its number`,
  NO_KK: "taken, but without a family-card number; this person reads 'registered' only",
  KK_LENGTH: "taken, but its family-card number has too few or too many digits; this person reads 'registered' only",
  KK_IMPOSSIBLE:
    "taken, but its family-card number holds something else than digits, or a date that cannot be; this person reads 'registered' only",
  KK_IS_NIK:
    "taken, but its family-card number is its own NIK once more, which proves nothing; this person reads 'registered' only",
  KK_CROWDED: `taken, but its family-card number stands on more than ${MOST_ROWS_OF_NUMBER} rows, so that it proves nothing; this person reads 'registered' only`,
  REPEATED: "says the same as an earlier row; taken once",
} as const;
export type NikFault = "NO_NIK" | "NIK_LENGTH" | "NIK_IMPOSSIBLE" | "NIK_CROWDED";
export type KkFault = "NO_KK" | "KK_LENGTH" | "KK_IMPOSSIBLE" | "KK_IS_NIK" | "KK_CROWDED";

/**
 * - `row`: the sentence in the file `*.rejected.csv`.
 * - `summary`: the sentence in the import's summary.
 */
const NOTES = {
  NO_STATUS: {
    row: "taken as not readable yet: the cell of its status (column status_data) is empty",
    summary: "no status, shown as not readable yet",
  },
  UNKNOWN_STATUS: {
    row: "taken as not readable yet: nobody has mapped the words of its status",
    summary: "status not mapped, shown as not readable yet",
  },
  HELD_STATUS: {
    row: "taken as not readable yet: the words of its status are to be looked at",
    summary: "status that your list says to be looked at, shown as not readable yet",
  },
  UNKNOWN_REASON: {
    row: "taken; nobody has mapped the words of its reason, so it goes to a caseworker",
    summary: "reason not mapped, goes to a caseworker",
  },
  VALID_WITH_REASON: {
    row: "taken as to be repaired: the status says valid and a reason stands beside it; empty one of the two cells",
    summary: "status valid but a reason given, to be repaired",
  },
  VALID_UNKNOWN_REASON: {
    row: "taken as not readable yet: the status says valid, and nobody has mapped the words of the reason beside it; empty that cell, or map its words",
    summary: "status valid but a reason given that is not mapped, shown as not readable yet",
  },
  NO_REASON: {
    row: "taken as to be repaired, of which citizens read no reason: the status says not valid, and none is given",
    summary: "status not valid and no reason given",
  },
  REASON_NOT_USED: {
    row: "taken; a column that is not used holds the words of a reason, which the row does not have; where the column is meant, --mapping FILE names it as alasan",
    summary:
      'a column that is not used holds words of a reason, which these people do not read; where the column is meant, --mapping FILE with {"its name": "alasan"}',
  },
  NIK_SHARED: {
    row: "taken as to be repaired (NIK_GANDA): another row holds the same NIK with the name of somebody else; one of the two numbers is wrong",
    summary: "one NIK with the names of different people, to be repaired (NIK_GANDA)",
  },
  CONTRADICTED: {
    row: "taken as not readable yet: one row of this person (same NIK and name) says that the data is valid, another that it is not; leave the right one",
    summary: "one person both valid and not valid, shown as not readable yet",
  },
  CONTRADICTED_SHARED: {
    row: "one row of this person says that the data is valid, another that it is not, and somebody else has the same NIK: to be repaired (NIK_GANDA)",
    summary: "one person both valid and not valid, and somebody else with the same NIK, to be repaired (NIK_GANDA)",
  },
  SPELT_TWICE: {
    row: "taken; its name differs by one letter from another row with the same NIK, and both were read as one person; if they are two, one of the numbers is wrong",
    summary: "one NIK with names that differ by one letter, read as one person",
  },
  CONTRADICTED_PAYMENT: {
    row: "taken; another row gives this payment (same NIK, programme, stage and month) another status or amount, so citizens read that the list is not certain of it; leave the right one",
    summary: "one payment to one person with two statuses or two amounts, shown as not certain",
  },
  UNKNOWN_VILLAGE: {
    row: "taken without its village (column desa), which the district's list does not know there; the kecamatan stays where it is known",
    summary: "village (desa) not known there, left out; the kecamatan stays where it is known",
  },
  GUESSED_VILLAGE: {
    row: "taken; its village (column desa) was read by the nearest spelling",
    summary: "village (desa) misspelt, read as the nearest of its kecamatan",
  },
  UNKNOWN_KECAMATAN: {
    row: "taken without its kecamatan (column kecamatan), which the district's list does not know",
    summary: "kecamatan not known, left out",
  },
  GUESSED_KECAMATAN: {
    row: "taken; its kecamatan (column kecamatan) was read by the nearest spelling, or by the village that only one has",
    summary: "kecamatan not known as it stands, read as the nearest or as the village's own",
  },
  UNKNOWN_AREA_CODE: {
    row: "taken without its area's code, which the district's list does not know; the kecamatan stays where it is known",
    summary: "area's code not known, left out; the kecamatan stays where it is known",
  },
  BAD_BIRTH_DATE: {
    row: "taken without its date of birth (column tanggal_lahir), which cannot be read; the NIK's stays; write it as 1985-03-12",
    summary: "date of birth (tanggal_lahir) not readable, left out; the NIK's stays",
  },
  IMPOSSIBLE_BIRTH_DATE: {
    row: "taken without its date of birth (column tanggal_lahir), which is to come or more than 120 years ago; the NIK's stays",
    summary: "date of birth (tanggal_lahir) to come or more than 120 years ago, left out; the NIK's stays",
  },
  NOT_NIKS_BIRTH_DATE: {
    row: "taken; its date of birth (column tanggal_lahir) is another than the NIK's, and the list's stays; if the NIK is right, correct the date",
    summary: "date of birth (tanggal_lahir) is another than the NIK's, the list's stays",
  },
  BAD_SEX: {
    row: "taken without its sex (column jenis_kelamin), which cannot be read; the NIK's stays; write L or P",
    summary: "sex (jenis_kelamin) not readable, left out; the NIK's stays",
  },
  NOT_NIKS_SEX: {
    row: "taken; its sex (column jenis_kelamin) is another than the NIK's, and the list's stays; if the NIK is right, correct the sex",
    summary: "sex (jenis_kelamin) is another than the NIK's, the list's stays",
  },
  MORE_THAN_NAME: {
    row: "taken; the name (column nama) holds a remark, a second name or a father's name, and is found by what is left of it; write the name as on the card",
    summary: "name with a remark, a second name or a father's name, found by what is left of it",
  },
  DEAD_BY_NAME: {
    row: "taken as valid, as its status says; but the name (column nama) says that the person is dead; correct one of the two",
    summary: "name that says dead beside a status that says valid, taken as valid",
  },
  BAD_DESIL: {
    row: "taken without its desil (column desil), which is no single number from 1 to 10; write it as 3",
    summary: "desil not one number from 1 to 10, left out",
  },
  BAD_PERIOD: {
    row: "taken without the quarter of its desil (column periode), which cannot be read or is to come; write it as TW III 2026",
    summary: "quarter of the desil (periode) not readable or to come, left out",
  },
  PAID_TO_COME: {
    row: "taken without the day of payment (column tanggal), which is to come though the status says paid; correct one of the two",
    summary: "paid on a day (tanggal) to come, the day left out",
  },
  PAST_COLLECTING: {
    row: "taken; the status says that the aid can be collected, and its last day (column batas_ambil) has passed: citizens read both; correct one of the two",
    summary: "ready to collect, with a last day (batas_ambil) that has passed",
  },
  NAMED_PROGRAMME: {
    row: "taken; its programme (column program) was read by another name that the district's list has for it",
    summary: "programme under another name of it, read as its code",
  },
  UNKNOWN_PROGRAMME: {
    row: "taken; the district's list has no programme of this code (column program), so citizens read it as it stands",
    summary: "programme not known here, taken as it stands",
  },
} as const;
export type NoteCode = keyof typeof NOTES;

function sentencesOf(place: "row" | "summary"): Record<NoteCode, string> {
  return Object.fromEntries(Object.entries(NOTES).map(([code, note]) => [code, note[place]])) as Record<
    NoteCode,
    string
  >;
}

export const SENTENCES = { ...REJECTIONS, ...COUNTED_FAULTS, ...sentencesOf("row") };
export type FindingCode = keyof typeof SENTENCES;

/** `src/cli/import-lines.ts` has the sentences for the codes of `COUNTED_FAULTS`. */
export const SUMMARY_SENTENCES: ReadonlyMap<FindingCode, string> = new Map<FindingCode, string>([
  ...Object.entries(REJECTIONS).map(([code, sentence]) => [code as Rejection, `refused: ${sentence}`] as const),
  ...Object.entries(sentencesOf("summary")).map(([code, sentence]) => [code as NoteCode, sentence] as const),
]);

export type Note = { code: NoteCode; words?: string };
export type Refusal = { rejected: Rejection; words?: string };
