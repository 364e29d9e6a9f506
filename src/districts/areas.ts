import { z } from "zod";
import type { AreaCodes } from "../register/area-codes.ts";
import { type Area, EverydayName, Nickname } from "../register/district.ts";
import { plainValue } from "./located-json.ts";
import { hasOwn, type PackRoot, readLayers, readTable } from "./pack-files.ts";
import { filesFor, KECAMATAN, pathsBelow } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { readList } from "./read-pack.ts";

const readAreaTable = (root: PackRoot, name: string, problems: Problems = [], start = "") =>
  readTable(root, `areas/${name}.csv`, problems, start);
const plain = (code = ""): string => code.replaceAll(".", "");

/** Returns the codes of 2, 4 or 6 digits with which a NIK may begin. */
export function loadAreaCodes(root: PackRoot): AreaCodes {
  let codes: Map<string, { name: string; retired: boolean }> | undefined;
  return {
    get(code) {
      codes ??= readCodes(root);
      return codes.get(code);
    },
  };
}

function readCodes(root: PackRoot) {
  const codes = new Map<string, { name: string; retired: boolean }>();
  const add = (file: string, retired: boolean) => {
    for (const values of readAreaTable(root, file)) {
      const code = plain(values.kode_kemendagri || values.kode || values.kode6);
      if (!codes.has(code)) codes.set(code, { name: values.nama ?? "", retired });
    }
  };
  for (const file of ["provinsi_nasional", "kabkota_nasional", "kecamatan_nasional_2025", "kecamatan"])
    add(file, false);
  add("kode_historis_tidak_di_2025", true);
  return codes;
}

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`), `must have ${count} digits`);
const KecamatanRow = z.looseObject({ kode6: digits(6), nama: z.string().min(1) });
const VillageRow = z.looseObject({ kode10: digits(10), nama: z.string().min(1), jenis: z.enum(["desa", "kelurahan"]) });

export function loadDistrictAreas(root: PackRoot, regency: string, problems: Problems = []): Area[] {
  const kecamatan = readKecamatan(root, regency, problems).flatMap((values): Area[] => {
    const { kode6 = "", nama = "" } = values;
    return kode6.startsWith(regency) ? [{ code: kode6, name: nama, kind: "kecamatan", parent: regency }] : [];
  });
  const villages = readAreaTable(root, "desa_kelurahan", problems, regency).flatMap((values): Area[] => {
    const { kode10 = "", nama = "", jenis } = values;
    const kind = jenis === "kelurahan" ? "kelurahan" : "desa";
    return kode10.startsWith(regency) ? [{ code: kode10, name: nama, kind, parent: kode10.slice(0, 6) }] : [];
  });
  return [...kecamatan, ...villages];
}

/** The shipped `kecamatan.csv` only repeats rows of the national list. */
function readKecamatan(root: PackRoot, regency: string, problems: Problems): Record<string, string>[] {
  if (!KECAMATAN.some((path) => hasOwn(root, path)))
    return readAreaTable(root, "kecamatan_nasional_2025", problems, regency);
  const layers = readLayers(root, KECAMATAN, problems);
  return layers ? (plainValue(layers.all) as Record<string, string>[]) : [];
}

const SCHEMAS: Record<string, z.ZodType> = { "kecamatan.csv": KecamatanRow, "desa_kelurahan.csv": VillageRow };

export function checkAreas(root: PackRoot, problems: Problems): void {
  for (const file of filesFor("areas")) {
    const path = `areas/${file}`;
    if (hasOwn(root, path)) readList(root, pathsBelow(path), SCHEMAS[file] ?? z.looseObject({}), problems);
  }
}

export function markEverydayNames(root: PackRoot, id: string, areas: readonly Area[], problems: Problems): Area[] {
  const own = readList(root, [`${id}/everyday-names.csv`], EverydayName, problems);
  const names = new Set(areas.map(({ name }) => name.toLowerCase()));
  for (const { node, value } of own) {
    if (!names.has(value.name.toLowerCase())) problems.push(`${node.at}: ${value.name}: no area of this district`);
  }
  const everyday = new Set(own.map(({ value }) => value.name.toLowerCase()));
  return areas.map((area) => (everyday.has(area.name.toLowerCase()) ? { ...area, isEveryday: true as const } : area));
}

export function addNicknames(root: PackRoot, id: string, areas: readonly Area[], problems: Problems): Area[] {
  const own = readList(root, [`${id}/nicknames.csv`], Nickname, problems);
  const codes = new Set(areas.map(({ code }) => code));
  for (const { node, value } of own) {
    if (!codes.has(value.area))
      problems.push(`${node.at}: ${value.nickname}: area ${value.area} is not of this district`);
  }
  return areas.map((area) => {
    const nicknames = own.flatMap(({ value }) => (value.area === area.code ? [value.nickname] : []));
    return nicknames.length > 0 ? { ...area, nicknames } : area;
  });
}

/** Maps the kecamatan codes of the statistics office (BPS, seven digits) to Kemendagri's codes. */
export function loadBpsCodes(root: PackRoot): ReadonlyMap<string, string> {
  return new Map(
    readAreaTable(root, "kecamatan_kemendagri_bps").map((values) => [
      values.kode7_bps ?? "",
      values.kode6_kemendagri ?? "",
    ]),
  );
}
