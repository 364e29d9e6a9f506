import { type SampleOptions, sampleFamilies } from "./families.ts";
import { samplePeople } from "./people.ts";
import { pick, randomFrom, twoDigits } from "./random.ts";
import { OFFICE_WORDS } from "./words.ts";

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

/** In percent, as in Lamongan's list of 2021. */
const INVALID_OF_HUNDRED = 14;
/** One of this many invalid rows has an unreadable number. */
const DAMAGED_OF_INVALID = 25;

const isInvalid = (index: number): boolean => (index * INVALID_OF_HUNDRED) % 100 < INVALID_OF_HUNDRED;

export function* sampleRegister(options: SampleOptions): Generator<RegisterRow> {
  const made = samplePeople(options);
  const random = randomFrom(options.seed + 1);
  let index = -made.length;
  let invalid = made.filter(({ reason }) => reason !== "").length;
  const wanted = Math.round((options.families * INVALID_OF_HUNDRED) / 100);
  for (const person of sampleFamilies(options, made)) {
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
      `RT ${twoDigits(1 + random(9))} RW ${twoDigits(1 + random(5))} ${person.village.kind} ${person.village.name}`,
      bad ? "TIDAK_VALID" : "VALID",
      reason,
    ];
    index += 1;
  }
}

export function* sampleAid(options: SampleOptions): Generator<AidRow> {
  const made = samplePeople(options);
  const random = randomFrom(options.seed + 2);
  let index = 0;
  for (const { nik, village } of sampleFamilies(options, made)) {
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
        `2026-10-${twoDigits(5 + random(20))}`,
        "",
        "",
      ];
    if (kind > 1 && kind < 6)
      yield [nik, "BPNT", "11", "2026-11", "200000", "PT Pos", "SIAP_SALUR", "", "", place, "2026-12-15"];
    if (kind === 6) yield [nik, "BPNT", "10", "2026-10", "200000", "PT Pos", "GAGAL_SALUR", "", "", "", ""];
    if (kind === 7) yield [nik, "PKH", "1", "2027-01", "750000", "Bank penyalur", "DIRENCANAKAN", "", "", "", ""];
    if (kind < 8)
      yield [
        nik,
        "BST",
        "13",
        "2021-04",
        "300000",
        "PT Pos",
        "TERSALUR",
        "",
        `2021-04-${twoDigits(5 + random(20))}`,
        "",
        "",
      ];
  }
}
