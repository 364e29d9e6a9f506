import type { Reason } from "../vocabulary/lists.ts";

/**
 * The effect of a reason on the person, the gravest last.
 * - `data`: the data has to be repaired.
 * - `payment`: the payment does not arrive.
 * - `barred`: a recorded fact bars the person from a programme.
 * - `out`: the person is out of a programme.
 */
export const KINDS_OF_REASON = ["data", "payment", "unsure", "barred", "out", "deceased"] as const;
export type ReasonKind = (typeof KINDS_OF_REASON)[number];

/** No office may lower the gravity of a reason, so the kinds are not in a pack. */
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
  TIDAK_DITEMUKAN: "unsure",
  KELUARGA_DIKECUALIKAN: "barred",
  TERINDIKASI_TRANSAKSI: "unsure",
  REKENING_BELUM_DIBUKA: "payment",
  TIDAK_DIKETAHUI: "unsure",
};

const OBJECTED_TO: ReadonlySet<ReasonKind> = new Set(["barred", "out"]);
/** No village officer reads these reasons, because they shame the person. */
const SHAMING: ReadonlySet<Reason> = new Set(["TERINDIKASI_TRANSAKSI"]);

export const isObjectedTo = (reason: Reason): boolean =>
  OBJECTED_TO.has(REASON_KINDS[reason]) || isKeptFromVillage(reason);
export const isKeptFromVillage = (reason: Reason): boolean => SHAMING.has(reason);
export const isRepairable = (reason: Reason): boolean => REASON_KINDS[reason] !== "out" && !isKeptFromVillage(reason);

const gravity = (reason: Reason): number => KINDS_OF_REASON.indexOf(REASON_KINDS[reason]);

export const byGravity = (reasons: readonly Reason[]): Reason[] =>
  reasons.length === 0 ? ["TIDAK_DIKETAHUI"] : [...reasons].sort((a, b) => gravity(b) - gravity(a));
