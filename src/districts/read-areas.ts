import type { Area } from "../register/district.ts";
import type { CsvRow } from "./csv.ts";
import { PackTextError } from "./json-text.ts";
import type { Problems } from "./problems.ts";
import { readRowsOf } from "./table-text.ts";

export type ListedArea = { at: string; area: Area; kecamatan: string };

const CODE_COLUMNS = ["kode10", "kode6", "kode_kemendagri", "kode"];
const KIND_BY_DIGIT = { "1": "kelurahan", "2": "desa" } as const; // source: Permendagri 58/2021
const LONGEST_NAME = 80;

const plain = (code = ""): string => code.replaceAll(".", "");

/** Reads codes of kecamatan (6 digits) and villages (10 digits). Throws PackTextError if the text is no such list. */
export function readAreas(text: string, file: string, problems: Problems): ListedArea[] {
  const seen = new Map<string, number>();
  return readRows(text, file, problems).flatMap(({ line, values }): ListedArea[] => {
    const at = `${file}:${line}`;
    const code = plain(CODE_COLUMNS.map((name) => values[name]).find(Boolean));
    const wrong =
      describeFault(values, code) ?? (seen.has(code) ? `${code} stands in line ${seen.get(code)} too` : undefined);
    if (wrong !== undefined) {
      problems.push(`${at}: ${wrong}`);
      return [];
    }
    seen.set(code, line);
    const { nama: name = "", kec_nama: kecamatan = "" } = values;
    const isVillage = code.length === 10;
    const kind = isVillage ? kindOf(code, values.jenis) : "kecamatan";
    return [{ at, area: { code, name, kind, parent: code.slice(0, isVillage ? 6 : 4) }, kecamatan }];
  });
}

const kindOf = (code: string, said = ""): Area["kind"] =>
  said.toLowerCase() === "kelurahan" || (said === "" && code[6] === "1") ? "kelurahan" : "desa";

function describeFault(values: CsvRow["values"], code: string): string | undefined {
  const { kode_kemendagri: dotted = "", nama = "", jenis = "", kec_kode = "" } = values;
  if (!/^\d{6}(\d{4})?$/.test(code))
    return `code ${code || "is missing; it"} must have 6 digits (kecamatan) or 10 (desa, kelurahan), with or without dots`;
  if (dotted !== "" && plain(dotted) !== code) return `${code}: kode_kemendagri is another code, ${dotted}`;
  if (!/\p{L}/u.test(nama) || nama.length > LONGEST_NAME || /\p{Cc}/u.test(nama))
    return `${code}: nama must be a name of at most ${LONGEST_NAME} letters, in one line`;
  if (code.length === 6) return undefined;
  if (kec_kode !== "" && plain(kec_kode) !== code.slice(0, 6))
    return `${code}: kec_kode is ${kec_kode}, which is not where the code says`;
  const byCode = KIND_BY_DIGIT[code[6] as keyof typeof KIND_BY_DIGIT];
  if (jenis !== "" && !Object.values<string>(KIND_BY_DIGIT).includes(jenis.toLowerCase()))
    return `${code}: jenis is ${jenis}; it must be desa or kelurahan`;
  if (byCode === undefined) return `${code}: the seventh digit of a village is 1 (kelurahan) or 2 (desa)`;
  return jenis !== "" && jenis.toLowerCase() !== byCode
    ? `${code}: jenis is ${jenis}, and the code is that of a ${byCode}`
    : undefined;
}

function readRows(text: string, file: string, problems: Problems): CsvRow[] {
  const [header, ...rows] = readRowsOf(text, file);
  const names = header?.values.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes("nama") || !CODE_COLUMNS.some((name) => names.includes(name)))
    throw new PackTextError(
      `${file}:1: needs the columns kode10 (or kode6, kode_kemendagri) and nama, as districts/areas/desa_kelurahan.csv has them`,
    );
  return rows.flatMap(({ line, values }) => {
    if (values.every((cell) => cell.trim() === "")) return [];
    if (values.length > names.length) {
      problems.push(`${file}:${line}: has ${values.length} cells, the header has ${names.length}`);
      return [];
    }
    return [{ line, values: Object.fromEntries(names.map((name, index) => [name, (values[index] ?? "").trim()])) }];
  });
}
