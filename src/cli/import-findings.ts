import { describeRows, type Finding, type Findings } from "../imports/findings.ts";
import { type NoteCode, REJECTIONS, type RejectCode, type Rejection } from "../imports/rows/row-findings.ts";
import { many } from "../many.ts";

/** The sentence for each kind of cell that the import could not read, or did not read exactly as written. */
const TOLD: Record<NoteCode, string> = {
  NO_STATUS: "no status, shown as not readable yet",
  UNKNOWN_STATUS: "status not mapped, shown as not readable yet",
  HELD_STATUS: "status that your list says to be looked at, shown as not readable yet",
  UNKNOWN_REASON: "reason not mapped, goes to a caseworker",
  VALID_WITH_REASON: "status valid but a reason given, to be repaired",
  VALID_UNKNOWN_REASON: "status valid but a reason given that is not mapped, shown as not readable yet",
  NO_REASON: "status not valid and no reason given",
  NIK_SHARED: "one NIK with the names of different people, to be repaired (NIK_GANDA)",
  CONTRADICTED: "one person both valid and not valid, shown as not readable yet",
  CONTRADICTED_SHARED:
    "one person both valid and not valid, and somebody else with the same NIK, to be repaired (NIK_GANDA)",
  SPELT_TWICE: "one NIK with names that differ by one letter, read as one person",
  UNKNOWN_VILLAGE: "village (desa) not known there, left out; the kecamatan stays where it is known",
  GUESSED_VILLAGE: "village (desa) misspelt, read as the nearest of its kecamatan",
  UNKNOWN_KECAMATAN: "kecamatan not known, left out",
  GUESSED_KECAMATAN: "kecamatan not known as it stands, read as the nearest or as the village's own",
  UNKNOWN_AREA_CODE: "area's code not known, left out; the kecamatan stays where it is known",
  BAD_BIRTH_DATE: "date of birth (tanggal_lahir) not readable, left out; the NIK's stays",
  IMPOSSIBLE_BIRTH_DATE: "date of birth (tanggal_lahir) to come or more than 120 years ago, left out; the NIK's stays",
  NOT_NIKS_BIRTH_DATE: "date of birth (tanggal_lahir) is another than the NIK's, the list's stays",
  BAD_SEX: "sex (jenis_kelamin) not readable, left out; the NIK's stays",
  NOT_NIKS_SEX: "sex (jenis_kelamin) is another than the NIK's, the list's stays",
  BAD_DESIL: "desil not one number from 1 to 10, left out",
  BAD_PERIOD: "quarter of the desil (periode) not readable or to come, left out",
  UNKNOWN_PROGRAMME: "programme not known here, taken as it stands",
};

const MOST_WORDS = 20;
/**
 * More different words than this, in a larger share of the rows, cannot be places, states or reasons: the column holds
 * something else.
 */
const OTHER_WORDS = 50;
const OTHER_SHARE = 0.5;

/** A line for each kind of cell with its count and first rows, and below it its words, the most frequent first. */
export function findingsLines(findings: Findings, taken: number): string[] {
  const refused = (Object.keys(REJECTIONS) as Rejection[]).map(
    (code) => [code, `refused: ${REJECTIONS[code]}`] as const,
  );
  const noted = (Object.keys(TOLD) as NoteCode[]).map((code) => [code, TOLD[code]] as const);
  return [...refused, ...noted].flatMap(([code, sentence]) => findingLines(findings[code], code, sentence, taken));
}

function findingLines(finding: Finding | undefined, code: RejectCode, sentence: string, taken: number): string[] {
  if (!finding) return [];
  const { count, words, further = 0 } = finding;
  const first = `${sentence}: ${many(count, "row")} (${describeRows(finding)})`;
  if (words.length > OTHER_WORDS && count > taken * OTHER_SHARE) {
    return [
      `${first}, ${further > 0 ? "more than " : ""}${many(words.length, "different word")}: does the column hold what its name says?`,
    ];
  }
  const shown = words
    .slice(0, MOST_WORDS)
    .map((word) => `  ${wordOf(word.text, code)} ${word.count}: ${describeRows(word)}`);
  const others = words.slice(MOST_WORDS);
  const more = others.reduce((sum, word) => sum + word.count, further);
  const least = further > 0 ? "more than " : "";
  return [first, ...shown, ...(others.length > 0 ? [`  ${least}${others.length} more, ${many(more, "row")}`] : [])];
}

const wordOf = (text: string, code: RejectCode): string =>
  text === "" ? "an empty cell" : code.startsWith("GUESSED") ? text : `"${text}"`;
