import type { Localised } from "../vocabulary/message.ts";
import type { Area } from "./district.ts";
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES, OFFICE_WORDS } from "./sample-words.ts";

/** A made-up register: nobody in it exists, and every serial is 9000 or more. The same seed makes the same people. */
export type SampleOptions = { areas: readonly Area[]; regency: string; families: number; seed: number };

/** Rows of the import's columns (DESIGN §7). */
export type RegisterRow = [
  nik: string,
  no_kk: string,
  nama: string,
  tanggal_lahir: string,
  jenis_kelamin: string,
  kode_wilayah: string,
  alamat: string,
  status_data: string,
  alasan: string,
];
export type AidRow = [
  nik: string,
  program: string,
  tahap: string,
  bulan: string,
  nominal: string,
  penyalur: string,
  status: string,
  keterangan: string,
  tanggal: string,
  tempat: string,
  batas_ambil: string,
];

export const REGISTER_HEADER = [
  "nik",
  "no_kk",
  "nama",
  "tanggal_lahir",
  "jenis_kelamin",
  "kode_wilayah",
  "alamat",
  "status_data",
  "alasan",
];
export const AID_HEADER = [
  "nik",
  "program",
  "tahap",
  "bulan",
  "nominal",
  "penyalur",
  "status",
  "keterangan",
  "tanggal",
  "tempat",
  "batas_ambil",
];

/** One family of fifty in seven is not valid: 14 %, as Lamongan's list of 2021. */
const INVALID_OF_HUNDRED = 14;
/** Of these a few have a number that cannot be read. */
const DAMAGED_OF_INVALID = 25;
const SERIALS = 1_000;
const FIRST_SERIAL = 9_000;

type Random = (below: number) => number;

/** mulberry32: small, quick, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const pick = <Item>(items: readonly Item[], random: Random): Item => items[random(items.length)] as Item;

type Person = { nik: string; kk: string; name: string; birthDate: string; female: boolean; village: Area };

/** Gives out numbers, each once. */
function numbersFrom(random: Random) {
  const used = new Set<string>();
  return (area: string, day: number, month: number, year: number): string => {
    const start = random(SERIALS);
    for (let step = 0; step < SERIALS; step += 1) {
      const number = `${area}${two(day)}${two(month)}${two(year % 100)}${FIRST_SERIAL + ((start + step) % SERIALS)}`;
      if (used.has(number)) continue;
      used.add(number);
      return number;
    }
    throw new Error("no serial left for this day and place");
  };
}

function* people({ areas, families, seed }: SampleOptions, made: readonly SamplePerson[]): Generator<Person> {
  const random = randomFrom(seed);
  const number = numbersFrom(random);
  const villages = areas.filter(({ kind }) => kind !== "kecamatan");
  for (const { nik, kk, name, birthDate, female, village } of made) yield { nik, kk, name, birthDate, female, village };
  for (let family = made.length; family < families; family += 1) {
    const village = pick(villages, random);
    const female = random(100) < 62;
    const [day, month, year] = [1 + random(28), 1 + random(12), 1_940 + random(62)];
    const first = pick(female ? FEMALE_NAMES : MALE_NAMES, random);
    const name = random(5) === 0 ? first : `${first} ${pick(LAST_NAMES, random)}`;
    const born = random(20) === 0 ? pick(villages, random).parent : village.parent;
    yield {
      nik: number(born, female ? day + 40 : day, month, year),
      kk: number(village.parent, 1 + random(28), 1 + random(12), 2_008 + random(17)),
      name: name.toUpperCase(),
      birthDate: `${year}-${two(month)}-${two(day)}`,
      female,
      village,
    };
  }
}

/** The families with something wrong, spread evenly over the list, behind the ready-made people. */
const isInvalid = (index: number): boolean => (index * INVALID_OF_HUNDRED) % 100 < INVALID_OF_HUNDRED;

/** The register: one person a family, 14 % of them not valid, in an office's own words. */
export function* sampleRegister(options: SampleOptions): Generator<RegisterRow> {
  const made = samplePeople(options);
  const random = randomFrom(options.seed + 1);
  let index = -made.length;
  let invalid = made.filter(({ reason }) => reason !== "").length;
  const wanted = Math.round((options.families * INVALID_OF_HUNDRED) / 100);
  for (const person of people(options, made)) {
    const ready = made[index + made.length];
    const left = options.families - made.length - Math.max(index, 0);
    const bad = ready ? ready.reason !== "" : invalid < wanted && (isInvalid(index) || left <= wanted - invalid);
    if (!ready && bad) invalid += 1;
    const reason = ready ? ready.reason : bad ? pick(OFFICE_WORDS, random) : "";
    const damaged = !ready && bad && random(DAMAGED_OF_INVALID) === 0;
    yield [
      damaged ? pick(["", person.nik.slice(0, 15)], random) : person.nik,
      person.kk,
      person.name,
      person.birthDate,
      person.female ? "P" : "L",
      person.village.code,
      `RT ${two(1 + random(9))} RW ${two(1 + random(5))} ${person.village.kind} ${person.village.name}`,
      bad ? "TIDAK_VALID" : "VALID",
      reason,
    ];
    index += 1;
  }
}

/** Payments of the same people: what was paid, what waits, what failed, and the history of a programme that has ended. */
export function* sampleAid(options: SampleOptions): Generator<AidRow> {
  const made = samplePeople(options);
  const random = randomFrom(options.seed + 2);
  let index = 0;
  for (const { nik, village } of people(options, made)) {
    const ready = made[index];
    index += 1;
    if (ready) {
      yield* ready.aid.map((row): AidRow => [nik, ...row]);
      continue;
    }
    const kind = random(10);
    const place = `Kantor ${village.kind} ${village.name}`;
    if (kind < 4)
      yield [
        nik,
        "PKH",
        "4",
        "2026-10",
        "750000",
        "Bank penyalur",
        "TERSALUR",
        "",
        `2026-10-${two(5 + random(20))}`,
        "",
        "",
      ];
    if (kind > 1 && kind < 6)
      yield [nik, "BPNT", "11", "2026-11", "200000", "PT Pos", "SIAP_SALUR", "", "", place, "2026-12-15"];
    if (kind === 6) yield [nik, "BPNT", "10", "2026-10", "200000", "PT Pos", "GAGAL_SALUR", "", "", "", ""];
    if (kind === 7) yield [nik, "PKH", "1", "2027-01", "750000", "Bank penyalur", "DIRENCANAKAN", "", "", "", ""];
    if (kind < 8)
      yield [nik, "BST", "13", "2021-04", "300000", "PT Pos", "TERSALUR", "", `2021-04-${two(5 + random(20))}`, "", ""];
  }
}

/** Somebody to try the service with: numbers, and what they will show. */
export type SamplePerson = Person & {
  reason: string;
  shows: Localised;
  aid: (AidRow extends [string, ...infer Rest] ? Rest : never)[];
};

/** Five ready-made people of a district, at the head of its sample register. */
export function samplePeople({ areas, regency }: Pick<SampleOptions, "areas" | "regency">): SamplePerson[] {
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
      nik: `${regency}01${two(Number(day) + (female ? 40 : 0))}${month}${year.slice(2)}${9_900 + index}`,
      kk: `${regency}01${two(index + 1)}0119${9_900 + index}`,
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
