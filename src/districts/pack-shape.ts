import { TEXTS_FOLDER } from "../own-texts.ts";

export type FileShape = { kind: "csv"; key: string[]; columns: string[] } | { kind: "json"; key?: string };

const NATIONAL = "national";
const sourced = ["source", "checked_on", "owner"];
const areas = (key: string, ...columns: string[]): FileShape => ({
  kind: "csv",
  key: [key],
  columns: [key, ...columns],
});

const SHARED: Record<string, FileShape> = {
  "areas/kecamatan.csv": areas(
    "kode6",
    "kode_kemendagri",
    "nama",
    "kab_kode",
    "kab_nama",
    "jumlah_kelurahan",
    "jumlah_desa",
  ),
  "areas/desa_kelurahan.csv": areas(
    "kode10",
    ...["kode_kemendagri", "nama", "jenis", "kec_kode", "kec_nama", "kab_kode", "kab_nama"],
  ),
  "areas/provinsi_nasional.csv": areas("kode", "nama"),
  "areas/kabkota_nasional.csv": areas("kode", "kode4", "nama", "jenis"),
  "areas/kecamatan_nasional_2025.csv": areas("kode6", "kode_kemendagri", "nama"),
  "areas/kode_historis_tidak_di_2025.csv": areas("kode", "nama", "years_present", "in_2025"),
  "areas/kecamatan_kemendagri_bps.csv": areas("kode6_kemendagri", "kode7_bps", "nama_kemendagri", "nama_bps"),
  [`${NATIONAL}/laws.json`]: { kind: "json", key: "law" },
  [`${NATIONAL}/holidays.csv`]: { kind: "csv", key: ["date"], columns: ["date", "name", "kind", ...sourced] },
};

const LISTS: Record<string, FileShape> = {
  "programmes.json": { kind: "json", key: "code" },
  "reasons.json": { kind: "json", key: "reason" },
  "urgent.json": { kind: "json", key: "signal" },
  "helplines.json": { kind: "json", key: "id" },
  "first-aid.json": { kind: "json", key: "question" },
  "status-words.json": { kind: "json" },
};

const OWN: Record<string, FileShape> = {
  "district.json": { kind: "json" },
  "offices.csv": {
    kind: "csv",
    key: ["id"],
    columns: [
      ...["id", "kind", "name", "area", "address", "phone", "hours_id", "hours_en", ...sourced],
      ...["signed_off_name", "signed_off_date", "signed_off_text", "signed_off_below", "signed_off_words"],
    ],
  },
  "nicknames.csv": { kind: "csv", key: ["nickname", "area"], columns: ["nickname", "area"] },
  "everyday-names.csv": { kind: "csv", key: ["name"], columns: ["name"] },
  "sample/sample.json": { kind: "json" },
};

/** A district's rows in these lists override the nation's rows. */
const OVER_NATION = ["programmes.json", "reasons.json", "urgent.json", "first-aid.json"];

const ANSWER = /^answers\/[a-z][a-z0-9-]*\.json$/;

export const KECAMATAN = ["areas/kecamatan_nasional_2025.csv", "areas/kecamatan.csv"];

/** Returns the files that this file overrides, and then the file itself. */
export function pathsBelow(path: string): string[] {
  if (path === KECAMATAN[1]) return [...KECAMATAN];
  const [folder, ...rest] = path.split("/");
  const name = rest.join("/");
  const isOver = OVER_NATION.includes(name) || ANSWER.test(name);
  return folder !== NATIONAL && isOver ? [`${NATIONAL}/${name}`, path] : [path];
}

/** The conversation's code finds these answers by name. */
export const ANSWERS = ["how-to-register", "news"];

/** Returns `undefined` for a file that no code reads. */
export function shapeOf(path: string): FileShape | undefined {
  const [folder = "", ...rest] = path.split("/");
  const name = rest.join("/");
  if (Object.hasOwn(SHARED, path)) return SHARED[path];
  if (folder === "areas") return undefined;
  if (folder === TEXTS_FOLDER) return /^[a-z]{2,3}\.json$/.test(name) ? { kind: "json" } : undefined;
  if (Object.hasOwn(LISTS, name)) return LISTS[name];
  if (ANSWER.test(name)) return { kind: "json" };
  if (folder === NATIONAL) return /^layouts\/[^/]+\.json$/.test(name) ? { kind: "json" } : undefined;
  return Object.hasOwn(OWN, name) ? OWN[name] : undefined;
}

export function filesFor(folder: string): string[] {
  if (folder === "areas")
    return Object.keys(SHARED).flatMap((path) => (path.startsWith("areas/") ? [path.slice(6)] : []));
  if (folder === TEXTS_FOLDER) return ["LANGUAGE.json, as `sapa texts import` writes it"];
  if (folder === NATIONAL)
    return ["holidays.csv", "laws.json", ...Object.keys(LISTS), "layouts/NAME.json", "answers/NAME.json"];
  return [
    ...Object.keys(OWN),
    ...Object.keys(LISTS),
    ...ANSWERS.map((name) => `answers/${name}.json`),
    "answers/NAME.json",
  ];
}
