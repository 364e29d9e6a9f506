import type { RowKind } from "../../register/recipient.ts";

const AREA = ["kode_provinsi", "kode_kabupaten", "kode_kecamatan", "kode_desa", "kecamatan", "desa"];

/** Our columns, in any order: those that a file must have, those whose absence changes nothing, and further ones. */
export const COLUMNS = {
  register: {
    required: ["nik", "nama"],
    optional: ["no_kk", "tanggal_lahir", "jenis_kelamin", "kode_wilayah", "alamat", "status_data", "alasan"],
    more: [...AREA, "dusun", "rt", "rw"],
  },
  aid: {
    required: ["nik", "program", "status"],
    optional: ["tahap", "bulan", "nominal", "penyalur", "keterangan", "tanggal", "tempat", "batas_ambil"],
    more: [],
  },
} as const satisfies Record<RowKind, Record<"required" | "optional" | "more", readonly string[]>>;

export const columnsOfKind = (kind: RowKind): string[] => {
  const { required, optional, more } = COLUMNS[kind];
  return [...required, ...optional, ...more];
};

const NIK_NAMES =
  "no nik, nomor nik, nomor induk kependudukan, no induk kependudukan, no ktp, nomor ktp, nik ktp, nik/no ktp, nik kpm, nik pm, nik penerima, nik penerima manfaat";

/** What sheets call our columns. Only names that can mean nothing else: `KK` may be a number or a head of family, so it is none. */
const USUAL_NAMES: Record<RowKind, Record<string, string>> = {
  register: {
    nik: NIK_NAMES,
    nama: "nama lengkap, nama kpm, nama pm, nama penerima, nama penerima manfaat, nama penerima bantuan, nama warga, nama penduduk, nama art",
    no_kk: "nomor kk, no kartu keluarga, nomor kartu keluarga, nkk",
    tanggal_lahir: "tgl lahir, tgl lhr, tanggal lhr",
    jenis_kelamin: "jk, l/p, kelamin, jns kelamin, jnskel, jenkel, sex, gender",
    kode_wilayah: "kd wilayah, kode wil, kode kemendagri",
    alamat: "alamat lengkap, alamat rumah, alamat ktp, alamat sesuai ktp",
    status_data: "status padan, hasil padan, status validasi data, status dukcapil",
    alasan: "alasan tidak valid, alasan tidak padan",
    kode_provinsi: "kode prov, kode prop, kdprop, kdprov",
    kode_kabupaten: "kode kab, kdkab",
    kode_kecamatan: "kode kec, kdkec",
    kode_desa: "kode kel, kode kelurahan, kode desa/kelurahan, kddesa, kdkel",
    kecamatan: "kec, nama kec, nama kecamatan, nmkec",
    desa: "kelurahan, kalurahan, desa/kelurahan, kelurahan/desa, desa/kel, kel/desa, kel, nama desa, nama kel, nama kelurahan, nama desa/kelurahan, nmdesa",
    dusun: "dsn, dukuh, nama dusun",
  },
  aid: {
    nik: NIK_NAMES,
    program: "nama program, program bantuan, jenis bantuan, jenis bansos, nama bantuan",
    status: "status salur, status penyaluran, status bayar, status pembayaran",
    tahap: "tahap salur, tahap penyaluran, termin",
    bulan: "bulan salur, bulan bayar",
    nominal: "jumlah bantuan, nilai bantuan, besaran, besar bantuan, nominal bantuan",
    penyalur: "bank, bank penyalur, lembaga penyalur, lembaga bayar",
    keterangan: "ket, catatan",
    tanggal: "tgl, tgl salur, tanggal salur, tanggal penyaluran, tgl bayar, tanggal bayar",
    tempat: "tempat ambil, tempat pengambilan, lokasi, lokasi pengambilan, tempat penyaluran",
    batas_ambil: "batas pengambilan, batas waktu, batas waktu pengambilan",
  },
};

/** The usual names of one of our columns, as sheets write them. */
export const usualNamesOf = (kind: RowKind, column: string): string[] => USUAL_NAMES[kind][column]?.split(", ") ?? [];

/** Hints behind a name: `NIK (16 digit)`, `JK (L/P)`, `TGL LAHIR (dd/mm/yyyy)`, `NOMINAL (Rp)`. */
const HINT = /\((?:[^()]*\d[^()]*|\s*[lp]\s*[/,|]\s*[lp]\s*|[dmyhbt\s/.-]+|wajib|rp\.?|sesuai (?:e-?)?(?:ktp|kk))\)/gi;

/** A column's name as it is compared: letters and digits, whatever stands between or is broken over lines. */
export const columnKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(HINT, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const usualKeys = (kind: RowKind): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(USUAL_NAMES[kind]).flatMap(([ours, names]) =>
      names.split(", ").map((name) => [columnKey(name), ours] as const),
    ),
  );
const ownKeys = (kind: RowKind): ReadonlyMap<string, string> =>
  new Map(columnsOfKind(kind).map((name) => [columnKey(name), name]));

const OWN = { register: ownKeys("register"), aid: ownKeys("aid") };
const USUAL = { register: usualKeys("register"), aid: usualKeys("aid") };

/** Which of our columns a cell names. `isUsual`: by a name that sheets use, which gives way to our own and to a mapping's. */
export type NamedColumn = { name: string; isUsual: boolean };

/** Reads cells as names of columns; `mapping` is a file's names -> ours. */
export function columnReader(
  kind: RowKind,
  mapping: Record<string, string> = {},
): (cell: string) => NamedColumn | undefined {
  const mapped = new Map(Object.entries(mapping).map(([theirs, ours]) => [columnKey(theirs), columnKey(ours)]));
  return (cell) => {
    const key = columnKey(cell);
    if (mapped.has(key)) {
      const name = OWN[kind].get(mapped.get(key) ?? "");
      return name === undefined ? undefined : { name, isUsual: false };
    }
    const own = OWN[kind].get(key);
    if (own !== undefined) return { name: own, isUsual: false };
    const usual = USUAL[kind].get(key);
    return usual === undefined ? undefined : { name: usual, isUsual: true };
  };
}
