import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Area } from "../register/district.ts";
import { AppError } from "../vocabulary/errors.ts";
import { loadAreaCodes, loadDistrictAreas } from "./areas.ts";
import { PackTextError } from "./json-text.ts";
import { checkOwn } from "./own-files.ts";
import { openTable } from "./own-table.ts";
import { type Packs, readText } from "./pack-files.ts";
import { writePrivately } from "./private-write.ts";
import type { Problems } from "./problems.ts";
import { type ListedArea, readAreas } from "./read-areas.ts";
import { writeAlone } from "./sign-lock.ts";
import { REMOVED } from "./table-text.ts";

type AddSummary = {
  code: string;
  name: string;
  kecamatan: number;
  villages: number;
  added: number;
  renamed: number;
};

const MOST_NAMED = 20;
const DIGITS_OF_REGENCY = 4;

/**
 * If a row is wrong, writes nothing. Throws BAD_REQUEST for a wrong list, and DISTRICT_INVALID for a wrong file of the
 * office.
 */
export function addAreas(packs: Required<Packs>, file: string, onlyCode?: string): AddSummary {
  const { code, name, listed } = readRegency(packs, file, onlyCode);
  const problems: Problems = [];
  // Writing an unreadable table would lose its rows.
  checkOwn(packs, problems);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", [...new Set(problems)].join("\n"));
  return writeAlone(packs.own, () => {
    const known = new Map(loadDistrictAreas(packs, code).map((area) => [area.code, area]));
    const areas = addKecamatan(listed, known);
    const changed = areas.filter((area) => !isSame(area, known.get(area.code)));
    for (const [path, those] of Map.groupBy(changed, pathOf)) writeRows(packs.own, path, those);
    const renamed = changed.filter((area) => known.has(area.code)).length;
    const villages = areas.filter(isVillage).length;
    const kecamatan = new Set(areas.map((area) => area.code.slice(0, 6))).size;
    return { code, name, kecamatan, villages, added: changed.length - renamed, renamed };
  });
}

function readRegency(packs: Packs, file: string, onlyCode: string | undefined) {
  const problems: Problems = [];
  const whole = readList(file, problems);
  const regencies = [...new Set(whole.map(regencyOf))];
  const code = onlyCode?.replaceAll(".", "") ?? regencies[0];
  const listed = whole.filter((row) => regencyOf(row) === code);
  const name = code === undefined ? undefined : loadAreaCodes(packs).get(code)?.name;
  if (problems.length === 0) {
    if (code === undefined || listed.length === 0)
      throw new AppError("BAD_REQUEST", `${file}: holds no area${onlyCode === undefined ? "" : ` of ${onlyCode}`}`);
    if (onlyCode === undefined && regencies.length > 1)
      throw new AppError(
        "BAD_REQUEST",
        `${file}: holds areas of ${listShort(regencies)}; --code ${code} takes those of one`,
      );
    if (name === undefined)
      throw new AppError(
        "BAD_REQUEST",
        `${file}: no kabupaten or kota has the code ${code}; one that is new stands in areas/kabkota_nasional.csv of the office's folder first`,
      );
    const known = new Set(loadDistrictAreas(packs, code).map((area) => area.code));
    problems.push(...describeNamelessKecamatan(listed, known));
  }
  if (problems.length > 0)
    throw new AppError("BAD_REQUEST", [...problems.slice(0, MOST_NAMED), ...countMore(problems)].join("\n"));
  return { code: code ?? "", name: name ?? "", listed };
}

const regencyOf = ({ area }: ListedArea): string => area.code.slice(0, DIGITS_OF_REGENCY);
const listShort = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(", ")} and ${codes.length - 5} more` : codes.join(", ");
const countMore = ({ length }: Problems): string[] =>
  length > MOST_NAMED ? [`and ${length - MOST_NAMED} more rows`] : [];

function readList(file: string, problems: Problems): ListedArea[] {
  try {
    return readAreas(readText(file), basename(file), problems);
  } catch (error) {
    if (error instanceof PackTextError) throw new AppError("BAD_REQUEST", error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new AppError("BAD_REQUEST", `${file}: cannot be read (${code})`);
  }
}

function describeNamelessKecamatan(listed: readonly ListedArea[], known: ReadonlySet<string>): string[] {
  const named = new Set([
    ...known,
    ...listed.flatMap((row) => [row.area.code, ...(row.kecamatan ? [row.area.parent] : [])]),
  ]);
  return listed.flatMap(({ at, area }) =>
    isVillage(area) && !named.has(area.parent)
      ? [`${at}: ${area.code}: kecamatan ${area.parent} is not known; name it in a column kec_nama`]
      : [],
  );
}

function addKecamatan(listed: readonly ListedArea[], known: ReadonlyMap<string, Area>): Area[] {
  const areas = new Map(listed.map(({ area }) => [area.code, area]));
  for (const { area, kecamatan } of listed) {
    const { parent } = area;
    if (!isVillage(area) || areas.has(parent) || known.has(parent) || kecamatan === "") continue;
    areas.set(parent, { code: parent, name: kecamatan, kind: "kecamatan", parent: parent.slice(0, DIGITS_OF_REGENCY) });
  }
  return [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const isVillage = ({ kind }: Area): boolean => kind !== "kecamatan";
const isSame = (area: Area, known: Area | undefined): boolean => known?.name === area.name && known.kind === area.kind;
const pathOf = (area: Area): string => (isVillage(area) ? "areas/desa_kelurahan.csv" : "areas/kecamatan.csv");

function writeRows(own: string, path: string, areas: readonly Area[]): void {
  const file = join(own, path);
  const key = path === "areas/kecamatan.csv" ? "kode6" : "kode10";
  const columns = key === "kode10" ? ["nama", "jenis"] : ["nama"];
  const table = openTable(existsSync(file) ? readText(file) : undefined, key, columns);
  for (const area of areas) {
    const row = table.row(area.code);
    row.nama = area.name;
    if (row[REMOVED]) row[REMOVED] = "";
    if (isVillage(area)) row.jenis = area.kind;
  }
  writePrivately(file, table.text());
}
