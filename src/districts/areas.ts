import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AreaCodes } from "../register/area-codes.ts";
import type { Area } from "../register/district.ts";
import { readCsv } from "./csv.ts";

const FOLDER = "areas";
const read = (root: string, name: string) => readCsv(readFileSync(join(root, FOLDER, `${name}.csv`), "utf8"));
const plain = (code = ""): string => code.replaceAll(".", "");

/** Every code a NIK may begin with, by its 2, 4 or 6 digits; read at the first question, since most commands ask none. */
export function loadAreaCodes(root: string): AreaCodes {
  let codes: Map<string, { name: string; retired: boolean }> | undefined;
  return {
    get(code) {
      codes ??= readCodes(root);
      return codes.get(code);
    },
  };
}

function readCodes(root: string) {
  const codes = new Map<string, { name: string; retired: boolean }>();
  const add = (file: string, retired: boolean) => {
    for (const { values } of read(root, file)) {
      const code = plain(values.kode_kemendagri ?? values.kode);
      if (!codes.has(code)) codes.set(code, { name: values.nama ?? "", retired });
    }
  };
  for (const file of ["provinsi_nasional", "kabkota_nasional", "kecamatan_nasional_2025"]) add(file, false);
  add("kode_historis_tidak_di_2025", true);
  return codes;
}

/** Kecamatan and villages of one kabupaten or kota (`3524`). */
export function loadDistrictAreas(root: string, regency: string): Area[] {
  const kecamatan = read(root, "kecamatan").flatMap(({ values }): Area[] => {
    const { kode6 = "", nama = "" } = values;
    return kode6.startsWith(regency) ? [{ code: kode6, name: nama, kind: "kecamatan", parent: regency }] : [];
  });
  const villages = read(root, "desa_kelurahan").flatMap(({ values }): Area[] => {
    const { kode10 = "", nama = "", jenis } = values;
    const kind = jenis === "kelurahan" ? "kelurahan" : "desa";
    return kode10.startsWith(regency) ? [{ code: kode10, name: nama, kind, parent: kode10.slice(0, 6) }] : [];
  });
  return [...kecamatan, ...villages];
}

/** Kemendagri's code of a kecamatan by BPS's seven digits; the two numberings differ. */
export function loadBpsCodes(root: string): ReadonlyMap<string, string> {
  return new Map(
    read(root, "kecamatan_kemendagri_bps").map(({ values }) => [values.kode7_bps ?? "", values.kode6_kemendagri ?? ""]),
  );
}
