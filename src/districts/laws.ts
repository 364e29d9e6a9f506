import { z } from "zod";
import { IsoDate } from "../register/programme.ts";
import { isFields, type Located } from "./located-json.ts";
import type { PackRoot } from "./pack-files.ts";
import type { Problems } from "./problems.ts";
import { readList } from "./read-pack.ts";
import { SIGNED_OFF } from "./signature.ts";

const LawName = z.string().regex(/^[A-Za-z]+ \d+\/\d{4}$/, "is no law; write it as Permensos 3/2025");

/** Without `in_force` and `repealed_by`, nobody has looked up the law. */
const Law = z.object({
  law: LawName,
  about: z.string().min(1),
  in_force: z.literal(true).optional(),
  repealed_by: LawName.optional(),
  checked_on: IsoDate,
});

export type Laws = ReadonlyMap<string, z.infer<typeof Law>>;

export function readLaws(root: PackRoot, problems: Problems): Laws {
  const read = readList(root, ["national/laws.json"], Law, problems);
  return new Map(read.map(({ value }) => [value.law, value]));
}

const NAMES: Readonly<Record<string, string>> = {
  "Undang-Undang": "UU",
  "Peraturan Pemerintah": "PP",
  "Peraturan Presiden": "Perpres",
  "Instruksi Presiden": "Inpres",
  "Peraturan Menteri Sosial": "Permensos",
  "Keputusan Menteri Sosial": "Kepmensos",
  "Peraturan Menteri Kesehatan": "Permenkes",
  "Peraturan Menteri Dalam Negeri": "Permendagri",
  "Peraturan Menteri Desa": "Permendesa",
  "Peraturan Menteri PANRB": "PermenPANRB",
  "Peraturan Gubernur": "Pergub",
  "Peraturan Bupati": "Perbup",
  "Peraturan Wali Kota": "Perwali",
  "Peraturan Daerah": "Perda",
};
const SHORT = new Map(
  Object.entries(NAMES).flatMap(([long, short]) => [long, short].map((name) => [name.toLowerCase(), short])),
);
/** Matches "Permensos 3/2021", "Peraturan Menteri Sosial RI Nomor 3 Tahun 2021" and "Kepmensos No. 73/HUK/2024". */
const CITED = new RegExp(
  `\\b(${[...SHORT.keys()].map((name) => name.replaceAll(" ", "\\s+")).join("|")})(?:\\s+(?:RI|Republik\\s+Indonesia))?\\s+(?:Nomor\\s+|No\\.?\\s*)?(\\d+)(?:/[A-Z]+)*\\s*(?:/|\\s+Tahun\\s+)\\s*(\\d{4})\\b`,
  "giu",
);

const YEAR = /\d{4}/;

export function lawsIn(text: string): string[] {
  if (!YEAR.test(text)) return [];
  const cited = [...text.matchAll(CITED)].map(([, name = "", number, year]) => {
    return `${SHORT.get(name.toLowerCase().replace(/\s+/g, " "))} ${number}/${year}`;
  });
  return [...new Set(cited)];
}

export function leansOn(
  node: Located,
  laws: Laws,
): { repealed: { at: string; law: string; by: string }[]; unknown: string[] } {
  const cited = stringsIn(node).map(({ at, text }) => ({ at, named: lawsIn(text) }));
  const repealed = cited.flatMap(({ at, named }) =>
    named.flatMap((law) => {
      const by = laws.get(law)?.repealed_by;
      return by === undefined || named.includes(by) ? [] : [{ at, law, by }]; // a text that cites both laws is about the repeal
    }),
  );
  const named = [...new Set(cited.flatMap((one) => one.named))];
  const isKnown = (law: string) => laws.get(law)?.in_force !== undefined || laws.get(law)?.repealed_by !== undefined;
  return { repealed, unknown: named.filter((law) => !isKnown(law)) };
}

function stringsIn(node: Located): { at: string; text: string }[] {
  if ("items" in node) return node.items.flatMap(stringsIn);
  if (isFields(node)) return [...node.fields].flatMap(([name, field]) => (name === SIGNED_OFF ? [] : stringsIn(field)));
  return typeof node.value === "string" ? [{ at: node.at, text: node.value }] : [];
}
