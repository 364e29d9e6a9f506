import { describe, expect, it } from "vitest";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { areasOf } from "../support/areas.ts";
import { words } from "../support/shipped-words.ts";

const areas = { lamongan: areasOf("3524"), jombang: areasOf("3517"), pekalongan: areasOf("3375") };
const index = {
  lamongan: openPlaceIndex(areas.lamongan, words.places),
  jombang: openPlaceIndex(areas.jombang, words.places),
  pekalongan: openPlaceIndex(areas.pekalongan, words.places),
};
const named = (district: keyof typeof index, text: string) =>
  findPlaces(text, index[district]).map(({ name, kind }) => `${kind} ${name}`);

describe("places in a text", () => {
  it.each([
    ["lamongan", "desa jegreg", ["desa Jegreg"]],
    ["lamongan", "desa Jegrek", ["desa Jegreg"]],
    ["lamongan", "saya di ds. jegreg kec. modo", ["desa Jegreg"]],
    ["lamongan", "jegrek", ["desa Jegreg"]],
    ["lamongan", "jegrek modo", ["desa Jegreg"]],
    ["lamongan", "kecamatan babat", ["kecamatan Babat"]],
    ["lamongan", "KEC BABAT", ["kecamatan Babat"]],
    ["lamongan", "kecamatan brondong", ["kecamatan Brondong"]],
    ["jombang", "kecamatan ploso", ["kecamatan Ploso"]],
    ["jombang", "kec mojowarno", ["kecamatan Mojowarno"]],
    ["pekalongan", "kelurahan kauman", ["kelurahan Kauman"]],
  ] as const)("%s: %s", (district, text, expected) => expect(named(district, text)).toEqual(expected));

  it("gives every village of a shared name, and only one if the kecamatan is named", () => {
    const shared = new Map<string, typeof areas.lamongan>();
    for (const area of areas.lamongan.filter(({ kind }) => kind !== "kecamatan")) {
      const key = area.name.toLowerCase();
      shared.set(key, [...(shared.get(key) ?? []), area]);
    }
    const names = [...shared.values()].filter((villages) => villages.length > 1);
    expect(names.length).toBeGreaterThan(20);
    for (const villages of names) {
      const [first] = villages;
      const found = findPlaces(`desa ${first?.name}`, index.lamongan);
      expect(found.map(({ code }) => code).sort(), first?.name).toEqual(villages.map(({ code }) => code).sort());
      const kecamatan = areas.lamongan.find(({ code }) => code === first?.parent)?.name ?? "";
      const narrowed = findPlaces(`desa ${first?.name} kecamatan ${kecamatan}`, index.lamongan);
      const inside = villages.filter(({ parent }) => parent === first?.parent);
      expect(
        narrowed.map(({ code }) => code),
        `${first?.name}, ${kecamatan}`,
      ).toEqual(inside.map(({ code }) => code));
    }
  });

  it.each(Object.keys(areas) as (keyof typeof areas)[])("finds every place of %s by its own name", (district) => {
    const missed = areas[district].filter(({ name, kind, code }) => {
      const word = kind === "kecamatan" ? "kecamatan" : "desa";
      return !findPlaces(`${word} ${name}`, index[district]).some((place) => place.code === code);
    });
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});

const CHAT = [
  "apakah saya dapat bansos?",
  "pak mau tanya bantuan kok belum cair",
  "sudah tiga bulan tidak dapat beras",
  "ktp saya hilang bagaimana",
  "berasnya bau dan banyak kutunya",
  "saya disuruh bayar 50 ribu sama oknum",
  "kartu atm ditahan ketua kelompok",
  "ibu saya sudah meninggal bulan lalu",
  "tetangga saya kaya kok dapat",
  "kapan pencairan tahap 4",
  "matur nuwun pak",
  "kulo dereng angsal bantuan",
  "bapak kulo sampun sedo",
  "nuwun sewu pak, badhe tanglet",
  "kok durung cair yo pak",
  "aku wis tuwo ra duwe penghasilan",
  "anakku sekolah butuh biaya",
  "iya pak betul",
  "tidak tahu",
  "lupa pak",
  "besok saya ke kantor",
  "jam berapa buka",
  "terima kasih banyak",
  "selamat pagi",
  "assalamualaikum",
  "siang pak",
  "malam bu maaf mengganggu",
  "data saya salah nama",
  "pindah rumah tahun lalu",
  "nomor kk berubah",
  "saya belum punya e-ktp",
  "rumah saya roboh",
  "suami sakit stroke",
  "bpjs saya tidak aktif",
  "kis mati pak",
  "uang dipotong 100 ribu",
  "di kantor pos antri lama",
  "saldo nol terus",
  "gak iso dijupuk duite",
  "piye carane daftar",
  "sopo sing ngurus",
  "kudu nang endi",
  "tulung pak",
  "mangga",
  "nggih",
  "mboten",
  "sampun",
  "kulo tiyang mboten gadhah",
  "griyane sampun rusak",
  "sawahe banjir",
  "pasar sepi pak",
  "harga cabai naik",
  "lembur terus",
  "dukuh sebelah dapat semua",
  "sekarang sudah dua tahun belum cair pak",
  "jembatan di depan rumah rusak",
  "anak saya kerja di surabaya",
  "punya tanggungan tiga anak",
  "anak di pesantren",
  "soko endi pak",
  "dateng kantor wingi",
  "jarak kantor jauh",
  "mung titik pak",
  "ngumpul nang balai",
  "gambaran bantuan tahun ini",
  "bansos lamongan kapan",
  "warga jombang mau tanya",
  "hidup lagi di panggung",
  "sambungan listrik diputus",
  "dari surabaya",
  "jembatan",
  "gambaran",
  "tunggu pak",
  "sekarang",
  "panggung",
  "terima kasih",
  "belum cair",
  "selamat sore",
  "permisi",
  "lumayan",
  "makasih pak",
  "dulu pernah",
  "kepala desa",
  "sumber penghasilan tidak ada",
  "gading gajah",
  "tambak saya kebanjiran",
  "air sumur kering",
  "saya mau lapor",
  "ok siap",
  "wa saya ganti nomor",
] as const;

describe("everyday words are no place", () => {
  it.each(CHAT)("%s", (text) => {
    expect([named("lamongan", text), named("jombang", text), named("pekalongan", text)]).toEqual([[], [], []]);
  });
});

it.each(["desa ".repeat(400_000), "a".repeat(2_000_000), "desa x kec y ".repeat(100_000)])(
  "findPlaces finds no place in a megabyte of repeated words",
  (text) => {
    expect(findPlaces(text, index.lamongan)).toEqual([]);
  },
);
