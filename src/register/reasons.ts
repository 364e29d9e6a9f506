import { z } from "zod";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

/** Why a recipient's data is not valid: a closed list. Meaning, owner and papers are data of the district's pack. */
export const REASONS = [
  "KTP_LAMA",
  "EKTP_BELUM_AKTIF",
  "MENINGGAL",
  "TIDAK_PADAN",
  "NIK_GANDA",
  "PINDAH",
  "NAMA_BEDA",
  "KK_BERBEDA",
  "DI_BAWAH_17",
  "SUDAH_PROGRAM_LAIN",
  "PEKERJAAN_DIKECUALIKAN",
  "DESIL_DI_ATAS_BATAS",
  "GAGAL_SALUR",
  "REKENING_BERMASALAH",
  "KARTU_BERMASALAH",
  "GRADUASI",
  "TIDAK_DIKETAHUI",
] as const;

export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

/** Who owns a repair. */
const RepairOwner = z.enum(["dinsos", "disdukcapil"]);

/** What a citizen is told about one reason; `spellings` are an office's own words for it, matched at import. */
export const ReasonText = Sourced.extend({
  reason: Reason,
  repaired_by: RepairOwner,
  title: Localised,
  meaning: Localised,
  /** What to do, in order. */
  steps: z.array(Localised).min(1),
  /** Papers to bring. */
  bring: z.array(Localised),
  how_long: Localised,
  where: Localised,
  /** The road for the bedridden and those who live far away. */
  cannot_come: Localised,
  spellings: z.array(z.string()).default([]),
});
export type ReasonText = z.infer<typeof ReasonText>;
