import type { Area } from "../../register/district.ts";
import type { Localised } from "../../vocabulary/message.ts";
import { twoDigits } from "./random.ts";
import type { AidRow } from "./rows.ts";

export type Person = { nik: string; kk: string; name: string; birthDate: string; female: boolean; village: Area };

/** `shows` says what a look-up of the person finds. */
export type SamplePerson = Person & {
  reason: string;
  shows: Localised;
  aid: (AidRow extends [string, ...infer Rest] ? Rest : never)[];
};

/** Returns ready-made people, who come first in the district's sample register. */
export function samplePeople({ areas, regency }: { areas: readonly Area[]; regency: string }): SamplePerson[] {
  const villages = areas.filter(({ kind }) => kind !== "kecamatan");
  const village = (index: number): Area => villages[(index * 37) % villages.length] as Area;
  const person = (
    index: number,
    name: string,
    born: string,
    female: boolean,
    reason: string,
    shows: Localised,
    aid: SamplePerson["aid"] = [],
  ): SamplePerson => {
    const [year = "", month = "", day = ""] = born.split("-");
    const home = village(index);
    return {
      nik: `${regency}01${twoDigits(Number(day) + (female ? 40 : 0))}${month}${year.slice(2)}${9_900 + index}`,
      kk: `${regency}01${twoDigits(index + 1)}0119${9_900 + index}`,
      name,
      birthDate: born,
      female,
      village: home,
      reason,
      shows,
      aid,
    };
  };
  return [
    person(
      1,
      "SITI AMINAH",
      "1979-06-12",
      true,
      "",
      { id: "data cocok, PKH sudah dibayar, BPNT siap diambil", en: "data match, PKH paid, BPNT ready to collect" },
      [
        ["PKH", "4", "2026-10", "750000", "Bank penyalur", "TERSALUR", "", "2026-10-14", "", ""],
        [
          "BPNT",
          "11",
          "2026-11",
          "200000",
          "PT Pos",
          "SIAP_SALUR",
          "",
          "",
          `Kantor ${village(1).kind} ${village(1).name}`,
          "2026-12-15",
        ],
      ],
    ),
    person(2, "MOHAMMAD ARIF", "1985-03-20", false, "belum aktivasi e-KTP", {
      id: "e-KTP belum aktif",
      en: "e-KTP not active",
    }),
    person(3, "SUKARMI", "1944-08-03", true, "meninggal dunia", {
      id: "tercatat meninggal: dua jalan",
      en: "listed as deceased: two roads",
    }),
    person(
      4,
      "SRI WAHYUNI",
      "1990-11-27",
      true,
      "belum padan dengan NIK capilduk",
      { id: "belum padan dengan Dukcapil", en: "not matched with the civil registry" },
      [["BPNT", "10", "2026-10", "200000", "PT Pos", "GAGAL_SALUR", "", "", "", ""]],
    ),
    person(
      5,
      "PAIMIN",
      "1951-01-09",
      false,
      "KTP lama",
      { id: "belum e-KTP; BST 2021 sudah berakhir", en: "no e-KTP yet; BST of 2021 has ended" },
      [["BST", "13", "2021-04", "300000", "PT Pos", "TERSALUR", "", "2021-04-13", "", ""]],
    ),
  ];
}
