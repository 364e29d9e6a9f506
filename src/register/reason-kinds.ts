import type { Reason } from "../vocabulary/lists.ts";

/**
 * What a reason says of its person, which decides what may be told with it: their data are to be repaired, the payment does
 * not arrive, what it changes is not known, a recorded fact bars them from a programme, they are out of one, they are said to
 * be dead. The gravest comes last.
 */
export const KINDS_OF_REASON = ["data", "payment", "unsure", "barred", "out", "deceased"] as const;
export type ReasonKind = (typeof KINDS_OF_REASON)[number];

/** In code and not in the packs: no office can make a reason that ends a programme one that "removes nobody". */
export const REASON_KINDS: Readonly<Record<Reason, ReasonKind>> = {
  KTP_LAMA: "data",
  EKTP_BELUM_AKTIF: "data",
  MENINGGAL: "deceased",
  TIDAK_PADAN: "data",
  NIK_GANDA: "data",
  PINDAH: "unsure",
  NAMA_BEDA: "data",
  KK_BERBEDA: "data",
  DI_BAWAH_17: "unsure",
  SUDAH_PROGRAM_LAIN: "out",
  PEKERJAAN_DIKECUALIKAN: "barred",
  DESIL_DI_ATAS_BATAS: "barred",
  GAGAL_SALUR: "payment",
  REKENING_BERMASALAH: "payment",
  KARTU_BERMASALAH: "payment",
  GRADUASI: "out",
  TIDAK_DIKETAHUI: "unsure",
};

const gravity = (reason: Reason): number => KINDS_OF_REASON.indexOf(REASON_KINDS[reason]);

/** The gravest first; data that are not valid for no reason at all are not understood. */
export const byGravity = (reasons: readonly Reason[]): Reason[] =>
  reasons.length === 0 ? ["TIDAK_DIKETAHUI"] : [...reasons].sort((a, b) => gravity(b) - gravity(a));
