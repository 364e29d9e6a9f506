import type { NumberCheck } from "../../register/nik.ts";
import { OLDEST, yearsBefore } from "../../register/number-date.ts";
import type { Recipient } from "../../register/recipient.ts";
import { type Cell, cellText, isBlank } from "./cell.ts";
import { readDate } from "./date.ts";
import type { Note } from "./row-findings.ts";

type BirthAndSex = Pick<Recipient, "birthDate" | "sex"> & { notes: Note[] };

/** The list's data count first, because a NIK keeps errors from its first registration. */
export function readBirthAndSex(
  cell: (name: string) => Cell | undefined,
  nik: NumberCheck,
  today: string,
): BirthAndSex {
  const notes: Note[] = [];
  const written = readDate(cell("tanggal_lahir"), today);
  const isPossible = written !== undefined && written <= today && written >= yearsBefore(today, OLDEST);
  const date = isPossible ? written : undefined;
  if (written !== undefined && !isPossible) notes.push({ code: "IMPOSSIBLE_BIRTH_DATE" });
  else if (written === undefined && !isBlank(cell("tanggal_lahir"))) notes.push({ code: "BAD_BIRTH_DATE" });
  else if (date !== undefined && nik.valid && !nik.birthDates.includes(date))
    notes.push({ code: "NOT_NIKS_BIRTH_DATE" });
  const sex = sexOf(cellText(cell("jenis_kelamin")));
  if (sex === undefined && !isBlank(cell("jenis_kelamin"))) notes.push({ code: "BAD_SEX" });
  else if (sex !== undefined && nik.valid && sex !== nik.sex) notes.push({ code: "NOT_NIKS_SEX" });
  const [only, ...others] = nik.birthDates;
  const birthDate = date ?? (others.length === 0 ? only : undefined);
  const sexTaken = sex ?? nik.sex;
  return { ...(birthDate ? { birthDate } : {}), ...(sexTaken ? { sex: sexTaken } : {}), notes };
}

function sexOf(text: string | undefined): Recipient["sex"] {
  if (!text) return undefined;
  if (/^(l|lk|laki|pria|male|m\b|1$)/i.test(text)) return "male";
  return /^(p|pr|perempuan|wanita|female|f\b|2$)/i.test(text) ? "female" : undefined;
}
